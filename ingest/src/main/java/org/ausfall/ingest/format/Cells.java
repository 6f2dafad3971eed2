package org.ausfall.ingest.format;

/** The cells of one row, by the place of their column. */
@FunctionalInterface
interface Cells {
    /** The cell; empty if it is blank. */
    String text(int column);
}
