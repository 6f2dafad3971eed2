package org.ausfall.ingest.probe;

/** What is known of one file while it is read. Guarded by the lock of the {@link Quarantine}, but for what is final. */
final class FileProgress {
    final String name;
    final Header header;
    private long nextLine;
    private long rows;
    private long badRows;
    private long blankLines;
    private long roundings;

    FileProgress(String name, Header header, long firstLine) {
        this.name = name;
        this.header = header;
        this.nextLine = firstLine;
    }

    long nextLine() {
        return nextLine;
    }

    void add(BlockTally tally) {
        nextLine += tally.lines();
        rows += tally.rows();
        badRows += tally.badRows();
        blankLines += tally.blankLines();
        roundings += tally.roundings();
    }

    ScannedFile finished(Fingerprint fingerprint) {
        return new ScannedFile(name, fingerprint.bytes(), fingerprint.crc32c(), rows, badRows, blankLines, roundings);
    }
}
