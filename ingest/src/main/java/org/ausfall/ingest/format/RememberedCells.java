package org.ausfall.ingest.format;

import java.util.Arrays;
import java.util.Set;

/** Hands out the cells of one row after the other, each made only once a row, because several rules may look at it. */
final class RememberedCells implements Cells {
    private final Set<String> blanks;
    private final String[] texts;
    /** By column: the row its text is of. */
    private final long[] rows;

    private long row;
    private Cells source = column -> "";

    /** For rows of so many columns, in which some texts mean nothing. */
    RememberedCells(int columns, Set<String> blanks) {
        this.blanks = blanks;
        this.texts = new String[columns];
        this.rows = new long[columns];
        Arrays.fill(texts, "");
    }

    /** The cells of the next row. */
    Cells of(Cells next) {
        source = next;
        row++;
        return this;
    }

    @Override
    public String text(int column) {
        if (rows[column] != row) {
            String text = source.text(column);
            texts[column] = !blanks.isEmpty() && blanks.contains(text) ? "" : text;
            rows[column] = row;
        }
        return texts[column];
    }
}
