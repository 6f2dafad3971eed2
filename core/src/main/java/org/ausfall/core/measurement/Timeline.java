package org.ausfall.core.measurement;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * One site over time, in bins counted from 1970 UTC: samples, successes and the exact median duration of each bin that has
 * samples, over all locations. It follows from the series, so series are what one merges.
 */
public final class Timeline {
    private final long binMillis;
    private final long[] bins;
    private final int[] n;
    private final int[] ok;
    private final long[] doubleMedians;

    private Timeline(long binMillis, long[] bins, int[] n, int[] ok, long[] doubleMedians) {
        this.binMillis = binMillis;
        this.bins = bins;
        this.n = n;
        this.ok = ok;
        this.doubleMedians = doubleMedians;
    }

    /**
     * Sorts the samples of a site's locations into bins.
     *
     * @throws IllegalArgumentException if the bin is shorter than a second
     */
    public static Timeline of(List<SampleSeries> locations, Duration bin) {
        long binMillis = bin.toMillis();
        if (binMillis < 1000) {
            throw new IllegalArgumentException("a bin must last at least a second, was " + bin);
        }
        List<SampleSeries> series =
                locations.stream().filter(one -> one.size() > 0).toList();
        long first = series.stream().mapToLong(one -> one.epochMillis(0)).min().orElse(0);
        long last = series.stream()
                .mapToLong(one -> one.epochMillis(one.size() - 1))
                .max()
                .orElse(-1);
        long firstBin = Math.floorDiv(first, binMillis);
        int span = Math.toIntExact(Math.floorDiv(last, binMillis) - firstBin + 1);
        return series.isEmpty()
                ? new Timeline(binMillis, new long[0], new int[0], new int[0], new long[0])
                : new Binning(binMillis, firstBin, span).fill(series);
    }

    /** How many bins have samples. */
    public int size() {
        return bins.length;
    }

    /** The start of a bin, in milliseconds of UTC since 1970. */
    public long startMillis(int i) {
        return bins[i] * binMillis;
    }

    /** All samples of the bin, failures included. */
    public int n(int i) {
        return n[i];
    }

    /** The successes of the bin. */
    public int ok(int i) {
        return ok[i];
    }

    /** Twice the median duration of the bin's successes, in microseconds, which is a whole number; -1 without successes. */
    public long doubleMedianMicros(int i) {
        return doubleMedians[i];
    }

    /** The working arrays of a counting sort by bin. */
    private static final class Binning {
        private final long binMillis;
        private final long firstBin;
        private final int[] n;
        private final int[] ok;

        Binning(long binMillis, long firstBin, int span) {
            this.binMillis = binMillis;
            this.firstBin = firstBin;
            this.n = new int[span];
            this.ok = new int[span];
        }

        Timeline fill(List<SampleSeries> series) {
            series.forEach(this::count);
            int[] ends = ok.clone();
            Arrays.parallelPrefix(ends, Integer::sum);
            int[] next = new int[ends.length];
            System.arraycopy(ends, 0, next, 1, ends.length - 1);
            int[] micros = new int[ends[ends.length - 1]];
            series.forEach(one -> distribute(one, micros, next));
            return collect(micros, ends);
        }

        private int bin(SampleSeries series, int i) {
            return (int) (Math.floorDiv(series.epochMillis(i), binMillis) - firstBin);
        }

        private void count(SampleSeries series) {
            for (int i = 0; i < series.size(); i++) {
                int bin = bin(series, i);
                n[bin]++;
                ok[bin] += Sample.isOk(series.packed(i)) ? 1 : 0;
            }
        }

        private void distribute(SampleSeries series, int[] micros, int[] next) {
            for (int i = 0; i < series.size(); i++) {
                if (Sample.isOk(series.packed(i))) {
                    micros[next[bin(series, i)]++] = Sample.micros(series.packed(i));
                }
            }
        }

        private Timeline collect(int[] micros, int[] ends) {
            int size = (int) Arrays.stream(n).filter(count -> count > 0).count();
            Timeline line = new Timeline(binMillis, new long[size], new int[size], new int[size], new long[size]);
            int filled = 0;
            for (int bin = 0; bin < n.length; bin++) {
                if (n[bin] > 0) {
                    line.bins[filled] = firstBin + bin;
                    line.n[filled] = n[bin];
                    line.ok[filled] = ok[bin];
                    line.doubleMedians[filled++] = doubleMedian(micros, ends[bin] - ok[bin], ends[bin]);
                }
            }
            return line;
        }

        private static long doubleMedian(int[] micros, int from, int to) {
            if (from == to) {
                return -1;
            }
            MicrosSort.sort(micros, from, to);
            return (long) micros[(from + to - 1) >>> 1] + micros[(from + to) >>> 1];
        }
    }
}
