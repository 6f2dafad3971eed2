package org.ausfall.ingest.probe;

/** What was met in a block, or in a part of one. */
record BlockTally(long lines, long rows, long badRows, long blankLines, long roundings) {
    static final BlockTally NOTHING = new BlockTally(0, 0, 0, 0, 0);
}
