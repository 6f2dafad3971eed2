package org.ausfall.ingest.probe;

import java.nio.charset.StandardCharsets;

/** Reads names as {@link FastRow} does: known ones by their number, new ones only if they are plain ASCII. */
final class FastName {
    private static final int NEW = -1;

    private final NameTable names;
    private int id;
    private int start;
    private int stop;
    private int length;

    FastName(NameTable names) {
        this.names = names;
    }

    /** The number of the name last read; negative if it is new and was not added yet. */
    int id() {
        return id;
    }

    /** Reads a name that ends before the terminator, and returns where that stands, or {@link FastRow#REFUSED}. */
    int read(byte[] b, int from, byte terminator) {
        int end = from + length;
        // Most often a name is as long as the one before it: then the processor need not wait for the end to be found.
        if (b[end] == terminator) {
            id = names.find(b, from, length);
            if (id >= 0) {
                return end;
            }
        }
        return search(b, from, terminator);
    }

    private int search(byte[] b, int from, byte terminator) {
        id = names.find(b, from, terminator);
        if (id < 0) {
            return readNew(b, from, terminator);
        }
        if (isRowEnd(terminator) && names.haveCommas()) {
            return FastRow.REFUSED;
        }
        length = names.stop() - from;
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
