package org.ausfall.ingest.probe;

import java.util.Arrays;

/**
 * Holds the samples of very many series in pages: a series fills small pages at first and larger ones later, so that few samples
 * cost little and many are written one behind the other. One store a worker, no locks.
 */
final class SampleStore {
    private static final int SLAB_BITS = 16;
    private static final int SLAB_MASK = (1 << SLAB_BITS) - 1;
    private static final int SMALLEST_PAGE_BITS = 3;
    private static final int LARGEST_PAGE_BITS = 7;
    private static final long NO_PAGE = -1;
    private static final long[] NO_SLAB = new long[0];

    private long[][] slabs = new long[16][];
    private int slabsMade;
    private int slabCount;
    private int free;
    private int freeEnd;

    private int series;
    /** Two numbers a series: where the next sample goes, and where the page ends. */
    private int[] cursors = new int[2 * 256];
    /** The start of each series' last page, whose first word links to the page before. */
    private int[] lastPages = new int[256];

    private byte[] pageBits = new byte[256];
    /** By series: the samples on the pages before the last one. */
    private int[] before = new int[256];

    /** Opens a series and returns its number. */
    int open() {
        int id = series++;
        if (id == lastPages.length) {
            lastPages = Arrays.copyOf(lastPages, 2 * id);
            pageBits = Arrays.copyOf(pageBits, 2 * id);
            before = Arrays.copyOf(before, 2 * id);
            cursors = Arrays.copyOf(cursors, 4 * id);
        }
        pageBits[id] = SMALLEST_PAGE_BITS;
        newPage(id, NO_PAGE);
        return id;
    }

    /** Adds a sample if {@code keep} is 1, and does nothing if it is 0: without a branch, which the compiler would bet on. */
    void add(int id, long packed, int keep) {
        int at = cursors[2 * id];
        slabs[at >>> SLAB_BITS][at & SLAB_MASK] = packed;
        at += keep;
        cursors[2 * id] = at;
        if (at == cursors[2 * id + 1]) {
            nextPage(id);
        }
    }

    private void nextPage(int id) {
        long link = (long) lastPages[id] << 8 | pageBits[id];
        before[id] += (1 << pageBits[id]) - 1;
        pageBits[id] = (byte) Math.min(pageBits[id] + 1, LARGEST_PAGE_BITS);
        newPage(id, link);
    }

    private void newPage(int id, long link) {
        int size = 1 << pageBits[id];
        if (freeEnd - free < size) {
            addSlab();
        }
        slabs[free >>> SLAB_BITS][free & SLAB_MASK] = link;
        lastPages[id] = free;
        cursors[2 * id] = free + 1;
        free += size;
        cursors[2 * id + 1] = free;
    }

    private void addSlab() {
        if (slabCount == slabs.length) {
            slabs = Arrays.copyOf(slabs, 2 * slabCount);
        }
        if (slabCount >= slabsMade) {
            slabs[slabsMade++] = new long[1 << SLAB_BITS];
        }
        free = slabCount << SLAB_BITS;
        freeEnd = free + (1 << SLAB_BITS);
        slabCount++;
    }

    /** How many series were opened. */
    int series() {
        return series;
    }

    /** Forgets all samples; the series stay open, and the memory is used again. */
    void clear() {
        slabCount = 0;
        free = 0;
        freeEnd = 0;
        for (int id = 0; id < series; id++) {
            pageBits[id] = SMALLEST_PAGE_BITS;
            before[id] = 0;
            newPage(id, NO_PAGE);
        }
    }

    /** Gives the memory back of a store that takes no more samples. */
    void release() {
        clear();
        for (int i = slabCount; i < slabsMade; i++) {
            slabs[i] = NO_SLAB;
        }
        slabsMade = slabCount;
    }

    /** What the samples take, in bytes. */
    long bytes() {
        return (long) slabCount << (SLAB_BITS + 3);
    }

    /** What the first pages of all series take, in bytes, whether there are samples on them or not. */
    long leastBytes() {
        return (long) series << (SMALLEST_PAGE_BITS + 3);
    }

    /** How many samples a series has. */
    int size(int id) {
        return before[id] + cursors[2 * id] - lastPages[id] - 1;
    }

    /** Copies the samples of a series, in the order they were added, so that they end before {@code end}. */
    void copy(int id, long[] into, int end) {
        int page = lastPages[id];
        int length = cursors[2 * id] - page - 1;
        int to = end;
        while (true) {
            to -= length;
            System.arraycopy(slabs[page >>> SLAB_BITS], (page & SLAB_MASK) + 1, into, to, length);
            long link = link(page);
            if (link == NO_PAGE) {
                return;
            }
            page = (int) (link >>> 8);
            length = (1 << (link & 0xff)) - 1;
        }
    }

    private long link(int page) {
        return slabs[page >>> SLAB_BITS][page & SLAB_MASK];
    }
}
