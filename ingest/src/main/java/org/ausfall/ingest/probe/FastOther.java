package org.ausfall.ingest.probe;

/** Passes over a column that is not used, as {@link FastRow} reads. Most often it holds in a row what it held in the one before. */
final class FastOther {
    /** The last field of at most eight bytes, its comma included; while there is none 1, which an empty mask never gives. */
    private long kept = 1;

    /** Which of eight bytes belong to it. */
    private long mask;

    /** How many there are before the comma. */
    private int length;

    /** Returns where the comma behind the field stands, or {@link FastRow#REFUSED}. */
    int read(byte[] b, int from) {
        long word = EightBytes.at(b, from);
        return (word & mask) == kept ? from + length : readAnew(b, from, word);
    }

    private int readAnew(byte[] b, int from, long word) {
        int comma = b[from] == FastRow.QUOTE
                ? FastRow.closed(b, skip(b, from + 1, FastRow.QUOTE))
                : FastRow.comma(b, skip(b, from, FastRow.COMMA));
        if (comma >= 0 && comma - from < Long.BYTES) {
            length = comma - from;
            mask = -1L >>> (Long.SIZE - Byte.SIZE * (length + 1));
            kept = word & mask;
        }
        return comma;
    }

    /** The same for a column that ends the row: returns what is behind it. */
    static int last(byte[] b, int from) {
        return b[from] == FastRow.QUOTE
                ? FastRow.unquoted(b, skip(b, from + 1, FastRow.QUOTE))
                : skip(b, from, FastRow.COMMA);
    }

    /** Returns where the end stands, or the line feed before it. */
    private static int skip(byte[] b, int from, byte end) {
        int p = from;
        long hits = hits(b, p, end);
        while (hits == 0) {
            p += Long.BYTES;
            hits = hits(b, p, end);
        }
        return p + EightBytes.before(hits);
    }

    /** Of the end, and of the line feed that is at the end of every block. */
    private static long hits(byte[] b, int p, byte end) {
        long word = EightBytes.at(b, p);
        return EightBytes.hits(word, end) | EightBytes.hits(word, (byte) '\n');
    }
}
