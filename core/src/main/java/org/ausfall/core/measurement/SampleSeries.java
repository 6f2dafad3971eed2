package org.ausfall.core.measurement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ausfall.core.quantity.OutageWindow;

/**
 * The samples of one site and location in the order of time, exactly, at eight bytes each. This is what engines gather and
 * merge: counts, quantiles, the down rule, the time line and resampling all follow from it, whatever order and in whatever
 * pieces the samples were read. Immutable.
 */
public final class SampleSeries {
    private final long originMillis;
    private final long[] packed;
    private final int from;
    private final int to;

    private SampleSeries(long originMillis, long[] packed, int from, int to) {
        this.originMillis = originMillis;
        this.packed = packed;
        this.from = from;
        this.to = to;
    }

    /** No sample yet; times will count from the origin. */
    public static SampleSeries empty(Instant origin) {
        return new SampleSeries(origin.toEpochMilli(), new long[0], 0, 0);
    }

    /** The samples, packed by {@link Sample} in any order; the array is the series' from now on. */
    public static SampleSeries ofOwned(Instant origin, long[] packed) {
        return new SampleSeries(origin.toEpochMilli(), SampleSort.sorted(packed), 0, packed.length);
    }

    /** How many samples. */
    public int size() {
        return to - from;
    }

    /** The sample at a place from 0 to size - 1, as packed by {@link Sample}. */
    public long packed(int i) {
        return packed[from + i];
    }

    /** When the sample was taken, in milliseconds of UTC since 1970. */
    public long epochMillis(int i) {
        return originMillis + Sample.offsetMillis(packed(i));
    }

    /** How the probe ended. */
    public Outcome outcome(int i) {
        return Sample.outcome(packed(i));
    }

    /** The samples inside a window, without copying them. */
    public SampleSeries within(OutageWindow window) {
        return new SampleSeries(originMillis, packed, firstFrom(window.start()), firstFrom(window.end()));
    }

    /** Whether so many samples, one after the other, are all something else than successes. */
    boolean hasInARow(int wanted) {
        int inARow = 0;
        for (int i = from; i < to; i++) {
            inARow = Sample.isOk(packed[i]) ? 0 : inARow + 1;
            if (inARow == wanted) {
                return true;
            }
        }
        return false;
    }

    private int firstFrom(Instant time) {
        long offset = time.toEpochMilli() - originMillis;
        if (offset >= Sample.SPAN_MILLIS) {
            return to;
        }
        long bound = Sample.pack(Math.max(0, offset), 0);
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (packed[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The samples of all.
     *
     * @param parts at least one
     * @throws IllegalArgumentException if not all count from the same origin
     */
    public static SampleSeries combine(List<SampleSeries> parts) {
        SampleSeries first = parts.get(0);
        if (parts.size() == 1) {
            return first;
        }
        int size = 0;
        for (SampleSeries part : parts) {
            size = Math.addExact(size, part.size());
        }
        long[] all = new long[size];
        int filled = 0;
        for (SampleSeries part : parts) {
            if (part.originMillis != first.originMillis) {
                throw new IllegalArgumentException("series of different origins cannot be combined: "
                        + Instant.ofEpochMilli(first.originMillis) + " and " + Instant.ofEpochMilli(part.originMillis));
            }
            System.arraycopy(part.packed, part.from, all, filled, part.size());
            filled += part.size();
        }
        return new SampleSeries(first.originMillis, SampleSort.sorted(all), 0, size);
    }

    /** The samples as packed by {@link Sample}, in the order of time. */
    public long[] toArray() {
        return Arrays.copyOfRange(packed, from, to);
    }

    /**
     * The series with one sample at each time. Of several the first in the order of {@link Sample} stays, a success before a
     * failure: that choice does not depend on the order in which files and pieces were read.
     */
    public SampleSeries withoutRepeats() {
        long[] kept = new long[size()];
        int n = 0;
        for (int i = from; i < to; i++) {
            if (n == 0 || Sample.offsetMillis(packed[i]) != Sample.offsetMillis(kept[n - 1])) {
                kept[n++] = packed[i];
            }
        }
        return new SampleSeries(originMillis, kept, 0, n);
    }

    /** Counts and durations of the samples of all parts inside any of the windows, which must not overlap. */
    static WindowSummary summary(List<SampleSeries> parts, List<OutageWindow> windows) {
        List<SampleSeries> inside = new ArrayList<>();
        int size = 0;
        for (SampleSeries part : parts) {
            for (OutageWindow window : windows) {
                SampleSeries one = part.within(window);
                inside.add(one);
                size = Math.addExact(size, one.size());
            }
        }
        int[] micros = new int[size];
        long[] outcomes = new long[Outcome.COUNT];
        int ok = 0;
        for (SampleSeries one : inside) {
            ok = one.tally(micros, ok, outcomes);
        }
        outcomes[Outcome.OK.index()] = ok;
        return new WindowSummary(OutcomeCounts.ofIndexed(outcomes), Durations.ofOwned(micros, ok));
    }

    private int tally(int[] micros, int filled, long[] outcomes) {
        int ok = filled;
        for (int i = from; i < to; i++) {
            if (Sample.isOk(packed[i])) {
                micros[ok++] = Sample.micros(packed[i]);
            } else {
                outcomes[Sample.outcome(packed[i]).index()]++;
            }
        }
        return ok;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SampleSeries that
                && originMillis == that.originMillis
                && Arrays.equals(packed, from, to, that.packed, that.from, that.to);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toArray());
    }

    @Override
    public String toString() {
        return size() + " samples since " + Instant.ofEpochMilli(originMillis);
    }
}
