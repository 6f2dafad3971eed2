package org.ausfall.ingest.probe;

import java.util.Arrays;

/** A piece of a file that starts where a row starts and ends behind a line feed. Each worker fills its own again and again. */
final class Block {
    private byte[] bytes = new byte[0];
    private int end;
    private long number;
    private FileProgress file;

    Block(FileProgress none) {
        this.file = none;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the rows end. */
    int end() {
        return end;
    }

    /** The place of the block among all blocks of the scan. */
    long number() {
        return number;
    }

    FileProgress file() {
        return file;
    }

    /** Room for this many bytes, and for reading beyond them. */
    void reserve(int size) {
        if (bytes.length < size + NameTable.OVERREAD) {
            bytes = Arrays.copyOf(bytes, size + NameTable.OVERREAD);
        }
    }

    void finish(FileProgress of, long asNumber, int atEnd) {
        file = of;
        number = asNumber;
        end = atEnd;
    }
}
