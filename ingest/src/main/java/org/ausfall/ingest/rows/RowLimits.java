package org.ausfall.ingest.rows;

/**
 * How large a row may be, before it is taken for damage.
 *
 * @param rowBytes the longest row, in bytes of UTF-8
 * @param rowLines the most physical lines of a row
 * @param columns the most columns
 */
public record RowLimits(int rowBytes, int rowLines, int columns) {
    /** Checks that each limit leaves room for something. */
    public RowLimits {
        if (rowBytes < 1 || rowLines < 1 || columns < 1) {
            throw new IllegalArgumentException("limits must be positive, were " + rowBytes + " bytes, " + rowLines
                    + " lines and " + columns + " columns");
        }
    }
}
