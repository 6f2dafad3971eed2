package org.ausfall.core.evidence;

/**
 * A file that was read.
 *
 * @param name its path, relative to the event folder's or data folder's parent, with forward slashes
 * @param sha256 its SHA-256, 64 hexadecimal digits
 * @param bytes its size
 * @param rowsRead data rows met (0 for a file without rows)
 * @param rowsUsed rows that became evidence or assumptions
 */
public record InputFile(String name, String sha256, long bytes, long rowsRead, long rowsUsed) {
    /** Checks the counts. */
    public InputFile {
        if (rowsUsed < 0 || rowsUsed > rowsRead) {
            throw new IllegalArgumentException(name + ": " + rowsUsed + " of " + rowsRead + " rows used");
        }
    }

    /** Rows that could not be used. */
    public long rowsRejected() {
        return rowsRead - rowsUsed;
    }
}
