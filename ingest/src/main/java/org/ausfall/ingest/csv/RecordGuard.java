package org.ausfall.ingest.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * Hands a text to the CSV parser, but not more of it than one record may have. The parser itself reads on until memory ends when a
 * quote is never closed. The parser's buffer may already hold the start of the next record, so that a record can be up to one
 * buffer longer than the cap; it is never refused below it.
 */
final class RecordGuard extends Reader {
    private final String text;
    private final int cap;
    private int position;
    private int sinceRecordStart;

    /** A record went past the cap. */
    static final class RecordTooLong extends IOException {
        private static final long serialVersionUID = 1;

        RecordTooLong(int cap) {
            super("record longer than " + cap + " characters");
        }
    }

    RecordGuard(String text, int position, int cap) {
        this.text = text;
        this.position = position;
        this.cap = cap;
    }

    /** From here on a new record is read. */
    void startRecord() {
        sinceRecordStart = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int left = text.length() - position;
        if (left == 0) {
            return -1;
        }
        if (sinceRecordStart == cap) {
            throw new RecordTooLong(cap);
        }
        int count = Math.min(Math.min(length, left), cap - sinceRecordStart);
        text.getChars(position, position + count, target, offset);
        position += count;
        sinceRecordStart += count;
        return count;
    }

    @Override
    public void close() {}
}
