package org.ausfall.ingest.probe;

import java.nio.charset.StandardCharsets;

/** Reads names as {@link FastRow} does: known ones by their number, new ones only if they are plain ASCII. */
final class FastName {
    private static final int NEW = -1;

    private final NameTable names;
    private int id;
    private int start;
    private int stop;
    /** The length of the name found last. */
    private int length;
    /** Where its last word begins; negative if it is short. */
    private int lastAt;
    /** By how many bits the byte behind it is shifted in its last word, and what else of that word counts. */
    private int markShift;

    private long mask;

    FastName(NameTable names) {
        this.names = names;
        expect(0);
    }

    /** The number of the name last read; negative if it is new and was not added yet. */
    int id() {
        return id;
    }

    /** Reads a name that ends before the terminator, and returns where that stands, or {@link FastRow#REFUSED}: no name has a quote. */
    int read(byte[] b, int from, byte terminator) {
        // Most often a name is as long as the one before it: then the processor need not wait for the end to be found.
        id = lastAt < 0
                ? names.findShort(
                        (EightBytes.at(b, from) ^ ((long) (terminator ^ NameTable.MARK) << markShift)) & mask, length)
                : names.findLong(
                        b,
                        from,
                        length,
                        EightBytes.at(b, from),
                        EightBytes.at(b, from + (lastAt >>> 1)),
                        EightBytes.at(b, from + lastAt) ^ ((long) (terminator ^ NameTable.MARK) << markShift));
        return id >= 0 && !names.haveCommas() ? from + length : search(b, from, terminator);
    }

    private void expect(int newLength) {
        length = newLength;
        boolean isLong = NameTable.isLong(length);
        lastAt = isLong ? NameTable.lastAt(length) : -1;
        markShift = Byte.SIZE * (isLong ? Long.BYTES - 1 : length);
        mask = -1L >>> (Long.SIZE - Byte.SIZE - markShift);
    }

    private int search(byte[] b, int from, byte terminator) {
        if (b[from] == '"') {
            return FastRow.REFUSED;
        }
        id = names.find(b, from, terminator);
        if (id < 0) {
            return readNew(b, from, terminator);
        }
        if (isRowEnd(terminator) && names.haveCommas()) {
            return FastRow.REFUSED;
        }
        expect(names.stop() - from);
        return names.stop();
    }

    /** Of a name that ends with the row, commas would make several fields, unless it is quoted. */
    private static boolean isRowEnd(byte terminator) {
        return terminator == '\n' || terminator == '\r';
    }

    private int readNew(byte[] b, int from, byte terminator) {
        int p = from;
        boolean commas = !isRowEnd(terminator);
        while (b[p] != terminator && isPlain(b[p]) && (commas || b[p] != ',')) {
            p++;
        }
        boolean blankAround = p > from && (b[from] == ' ' || b[p - 1] == ' ');
        if (b[p] != terminator || p == from || p - from > NameTable.LONGEST || blankAround) {
            return FastRow.REFUSED;
        }
        start = from;
        stop = p;
        return p;
    }

    /** Printable ASCII but the quote: the bytes that the strict reader takes as they are. */
    private static boolean isPlain(byte b) {
        return b >= ' ' && b < 0x7f && b != '"';
    }

    /** Gives the name last read a number if it has none. */
    void addIfNew(byte[] b) {
        if (id == NEW) {
            id = names.add(new String(b, start, stop - start, StandardCharsets.US_ASCII));
        }
    }
}
