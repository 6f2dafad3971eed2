package org.ausfall.ingest.probe;

import java.util.Arrays;
import org.ausfall.core.measurement.Sample;

/**
 * Collects one worker's samples by site and location. They are put away a batch at a time: in a loop of its own the processor
 * waits for many places in memory at once, between two rows for one after the other.
 */
final class SampleCollector {
    private static final int BATCH = 1 << 8;

    private final long originMillis;
    private final KeptTimes.Lookup times;
    private final long mostBytes;
    private final Spill spill;
    private final SeriesTable series = new SeriesTable();
    private final SampleStore store = new SampleStore();
    /** Site, location, and whether to keep the sample, from the highest bits to the lowest one. */
    private final long[] whose = new long[BATCH];

    private final long[] samples = new long[BATCH];
    /** By site: one bit for each of the first 64 locations it was seen from. */
    private long[] seen = new long[64];

    private int waiting;
    private long outside;

    /** Keeps up to this many bytes in memory, and the rest in the spill. */
    SampleCollector(KeptTimes times, long mostBytes, Spill spill) {
        this.originMillis = times.originMillis();
        this.times = times.lookup();
        this.mostBytes = mostBytes;
        this.spill = spill;
    }

    /** Takes a sample if its time is to be kept, and in any case remembers that the site was seen from the location. */
    void add(int site, int location, long millis, int result) {
        addToBatch(site, location, millis, result);
        if (isBatchFull()) {
            putAway();
        }
    }

    /** Whether the batch must be put away before more is added to it. */
    boolean isBatchFull() {
        return waiting == BATCH;
    }

    /** The same for a caller who looks whether the batch is full: without the loop that empties it, this is part of the caller's. */
    void addToBatch(int site, int location, long millis, int result) {
        if (site >= seen.length) {
            seen = Arrays.copyOf(seen, Math.max(site + 1, 2 * seen.length));
        }
        int kept = times.oneIfKept(millis);
        outside += 1 - kept;
        int at = waiting;
        whose[at] = (long) site << Integer.SIZE | (long) location << 1 | kept;
        samples[at] = Sample.pack(millis - originMillis, result);
        // Most rows of a file lie outside the windows: without a branch on that they are overwritten by the next one.
        waiting = at + (kept | oneIfNew(site, location));
    }

    /** 1 for the first sample of a site and location, and for all of locations beyond the first 64; else 0. */
    private int oneIfNew(int site, int location) {
        int isNew = ((int) (~seen[site] >>> location) & 1) | (location >>> 6 == 0 ? 0 : 1);
        if (isNew != 0 && location >>> 6 == 0) {
            seen[site] |= 1L << location;
        }
        return isNew;
    }

    /** Puts away what was added; to be called before samples are asked for. */
    void putAway() {
        for (int i = 0; i < waiting; i++) {
            int site = (int) (whose[i] >>> Integer.SIZE);
            int location = (int) whose[i] >>> 1;
            int id = series.find(site, location);
            store.add(id >= 0 ? id : open(site, location), samples[i], (int) whose[i] & 1);
        }
        waiting = 0;
    }

    /** Makes room if memory is full and there is something to gain; to be called once in a while. */
    void spillIfFull() {
        if (store.bytes() > Math.max(mostBytes, 2 * store.leastBytes())) {
            spill.write(store);
            store.clear();
        }
    }

    /** Once something was spilled, spills the rest, too: the memory is needed to put the series together. */
    void finish() {
        putAway();
        if (!spill.isEmpty()) {
            spill.write(store);
            store.release();
        }
    }

    private int open(int site, int location) {
        int id = store.open();
        series.put(site, location, id);
        return id;
    }

    /** How many pairs of site and location were met. */
    int series() {
        return store.series();
    }

    /** The series of the site and location; negative if the site was never met there. */
    int find(int site, int location) {
        return series.find(site, location);
    }

    /** How many samples were not kept, because of their time. */
    long outside() {
        return outside;
    }

    /** How many samples of a series were kept. */
    int size(int id) {
        return Math.addExact(store.size(id), spill.size(id));
    }

    /** Not fewer than the samples that were kept of all sites and locations. */
    long mostSamples() {
        return store.bytes() / Long.BYTES + spill.samples();
    }

    /** Copies the kept samples of a series so that they end before {@code end}. */
    void copy(int id, long[] into, int end) {
        store.copy(id, into, end);
        spill.copy(id, into, end - store.size(id));
    }
}
