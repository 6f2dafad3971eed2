package org.ausfall.ingest.probe;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Finds the series of a site and location by their numbers: a plain table for the first locations, a map for the rare rest. */
final class SeriesTable {
    private static final int NONE = -1;
    private static final int MOST_DENSE = 64;

    private int strideBits = 2;
    /** By site, then location: the series plus one, so that fresh memory means none. */
    private int[] dense = new int[64];

    private final Map<Long, Integer> sparse = new HashMap<>();

    /** The series, or -1. */
    int find(int site, int location) {
        if (location >>> strideBits != 0) {
            return sparse.getOrDefault(key(site, location), NONE);
        }
        int at = (site << strideBits) + location;
        return at < dense.length ? dense[at] - 1 : NONE;
    }

    /** Remembers a series. */
    void put(int site, int location, int series) {
        while (location >>> strideBits != 0 && 1 << strideBits < MOST_DENSE) {
            widen();
        }
        if (location >>> strideBits != 0) {
            sparse.put(key(site, location), series);
            return;
        }
        int at = (site << strideBits) + location;
        if (at >= dense.length) {
            dense = Arrays.copyOf(dense, Math.max(at + 1, 2 * dense.length));
        }
        dense[at] = series + 1;
    }

    private void widen() {
        int stride = 1 << strideBits;
        int[] wider = new int[2 * dense.length];
        for (int row = 0; row < dense.length / stride; row++) {
            System.arraycopy(dense, row * stride, wider, 2 * row * stride, stride);
        }
        dense = wider;
        strideBits++;
    }

    private static long key(int site, int location) {
        return ((long) site << Integer.SIZE) + location;
    }
}
