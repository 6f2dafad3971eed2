package org.ausfall.ingest.probe;

import org.ausfall.core.measurement.Sample;

/**
 * Collects one worker's samples by site and location. They are put away a batch at a time: in a loop of its own the processor
 * waits for many places in memory at once, between two rows for one after the other.
 */
final class SampleCollector {
    private static final int BATCH = 1 << 10;

    private final KeptTimes kept;
    private final int mostSeries;
    private final long mostBytes;
    private final Spill spill;
    private final SeriesTable series = new SeriesTable();
    private final SampleStore store = new SampleStore();
    private final int[] sites = new int[BATCH];
    private final int[] locations = new int[BATCH];
    private final long[] samples = new long[BATCH];
    private final byte[] keep = new byte[BATCH];
    private int waiting;
    private int seriesCount;

    /** Keeps up to this many bytes in memory, and the rest in the spill. */
    SampleCollector(KeptTimes kept, int mostSeries, long mostBytes, Spill spill) {
        this.kept = kept;
        this.mostSeries = mostSeries;
        this.mostBytes = mostBytes;
        this.spill = spill;
    }

    void add(int site, int location, long millis, int result) {
        int at = waiting++;
        sites[at] = site;
        locations[at] = location;
        samples[at] = Sample.pack(millis - kept.originMillis(), result);
        keep[at] = (byte) kept.oneIfKept(millis);
        if (waiting == BATCH) {
            putAway();
        }
    }

    /** Puts away what was added; to be called before samples are asked for. */
    void putAway() {
        for (int i = 0; i < waiting; i++) {
            int id = series.find(sites[i], locations[i]);
            store.add(id >= 0 ? id : open(sites[i], locations[i]), samples[i], keep[i]);
        }
        waiting = 0;
    }

    /** Makes room if memory is full; to be called once in a while. */
    void spillIfFull() {
        if (store.bytes() > mostBytes) {
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
        seriesCount = id + 1;
        series.put(site, location, id);
        return id;
    }

    /** Whether there are more pairs of site and location than there may be. */
    boolean isFull() {
        return seriesCount > mostSeries;
    }

    /** Whether the site was met at the location. */
    boolean knows(int site, int location) {
        return series.find(site, location) >= 0;
    }

    /** How many samples of the site and location were kept. */
    int size(int site, int location) {
        int id = series.find(site, location);
        return id < 0 ? 0 : Math.addExact(store.size(id), spill.size(id));
    }

    /** Copies the kept samples so that they end before {@code end}; there must be some. */
    void copy(int site, int location, long[] into, int end) {
        int id = series.find(site, location);
        store.copy(id, into, end);
        spill.copy(id, into, end - store.size(id));
    }
}
