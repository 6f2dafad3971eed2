package org.ausfall.core.measurement;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.ausfall.core.quantity.OutageWindow;

/**
 * How hard one site was hit over time, in bins of equal width: by how much it was slower than usual, and which share of its probes
 * was answered. A bin without a probe stays unknown; nothing is filled in. Immutable.
 */
public final class SeveritySeries {
    /** The usual width of a bin. */
    public static final Duration BIN = Duration.ofMinutes(5);

    private static final int MOST_BINS = 1 << 22;

    private final Instant start;
    private final Instant end;
    private final Duration bin;
    private final float[] slowdowns;
    private final float[] availabilities;

    private SeveritySeries(Instant start, Instant end, Duration bin, float[] slowdowns, float[] availabilities) {
        this.start = start;
        this.end = end;
        this.bin = bin;
        this.slowdowns = slowdowns;
        this.availabilities = availabilities;
    }

    /** What a location usually takes. */
    @FunctionalInterface
    public interface Usual {
        /**
         * The usual median duration in microseconds; {@link Double#NaN} where it is not known, and the location then says nothing
         * about the slowdown.
         *
         * @param location the place of the location in the list of series
         * @param epochMillis the start of the bin in question
         */
        double micros(int location, long epochMillis);
    }

    /**
     * Bins the samples of a site. The slowdown of a bin is the median over locations of (median of the bin / usual duration) - 1,
     * over successful probes; its availability that of all locations together.
     *
     * @param locations one series a location
     * @param window what is covered; the last bin may reach beyond its end, but takes no sample from there
     * @param bin the width, whole milliseconds, at least a second
     * @param usual what each location usually takes
     * @throws IllegalArgumentException if the bin is too short for the window
     */
    public static SeveritySeries of(List<SampleSeries> locations, OutageWindow window, Duration bin, Usual usual) {
        long count = (window.duration().toMillis() + bin.toMillis() - 1) / Math.max(1, bin.toMillis());
        if (bin.toMillis() < 1000 || count > MOST_BINS) {
            throw new IllegalArgumentException(
                    "a bin must last at least a second and leave at most " + MOST_BINS + " of them, was " + bin);
        }
        Binning binning = new Binning(window, bin.toMillis(), (int) count, locations.size());
        for (int i = 0; i < locations.size(); i++) {
            binning.add(i, locations.get(i), usual);
        }
        return new SeveritySeries(window.start(), window.end(), bin, binning.slowdowns(), binning.availabilities());
    }

    /** The start of the first bin. */
    public Instant start() {
        return start;
    }

    /** The end of what is covered; the last bin may reach beyond it. */
    public Instant end() {
        return end;
    }

    /** How much of a bin is covered: its width, of the last one what lies before the end. */
    public Duration covered(int i) {
        Duration left = Duration.between(start(i), end);
        return left.compareTo(bin) < 0 ? left : bin;
    }

    /** The width of each bin. */
    public Duration bin() {
        return bin;
    }

    /** How many bins. */
    public int size() {
        return slowdowns.length;
    }

    /** The start of a bin. */
    public Instant start(int i) {
        return start.plusMillis(bin.toMillis() * i);
    }

    /** The slowdown of a bin as a ratio: 0.2 is 20 % slower. Empty where no probe was successful. */
    public OptionalDouble slowdown(int i) {
        return Float.isNaN(slowdowns[i]) ? OptionalDouble.empty() : OptionalDouble.of(slowdowns[i]);
    }

    /** The share of probes in earnest that found the site up, in [0, 1]. Empty where there were none. */
    public OptionalDouble availability(int i) {
        return Float.isNaN(availabilities[i]) ? OptionalDouble.empty() : OptionalDouble.of(availabilities[i]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeveritySeries that
                && start.equals(that.start)
                && end.equals(that.end)
                && bin.equals(that.bin)
                && Arrays.equals(slowdowns, that.slowdowns)
                && Arrays.equals(availabilities, that.availabilities);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(slowdowns) + Arrays.hashCode(availabilities);
    }

    @Override
    public String toString() {
        return size() + " bins of " + bin + " from " + start;
    }

    /** The working arrays. */
    private static final class Binning {
        private final OutageWindow window;
        private final long binMillis;
        private final int locations;
        /** By bin and location; not a number where the location says nothing. */
        private final double[] ratios;

        private final int[] up;
        private final int[] inEarnest;
        private int[] micros = new int[16];

        Binning(OutageWindow window, long binMillis, int bins, int locations) {
            this.window = window;
            this.binMillis = binMillis;
            this.locations = locations;
            this.ratios = new double[Math.multiplyExact(bins, locations)];
            Arrays.fill(ratios, Double.NaN);
            this.up = new int[bins];
            this.inEarnest = new int[bins];
        }

        void add(int location, SampleSeries all, Usual usual) {
            SampleSeries series = all.within(window);
            int i = 0;
            while (i < series.size()) {
                int bin = bin(series, i);
                int ok = 0;
                for (; i < series.size() && bin(series, i) == bin; i++) {
                    ok = take(series.packed(i), bin, ok);
                }
                if (ok > 0) {
                    double normal = usual.micros(location, window.start().toEpochMilli() + bin * binMillis);
                    ratios[bin * locations + location] = median(ok) / normal - 1;
                }
            }
        }

        private int bin(SampleSeries series, int i) {
            return (int) ((series.epochMillis(i) - window.start().toEpochMilli()) / binMillis);
        }

        private int take(long packed, int bin, int ok) {
            if (Sample.isOk(packed)) {
                up[bin]++;
                inEarnest[bin]++;
                micros = ok == micros.length ? Arrays.copyOf(micros, 2 * ok) : micros;
                micros[ok] = Sample.micros(packed);
                return ok + 1;
            }
            Outcome outcome = Sample.outcome(packed);
            up[bin] += outcome.isUp() ? 1 : 0;
            inEarnest[bin] += outcome.isUp() || outcome.isFailure() ? 1 : 0;
            return ok;
        }

        private double median(int n) {
            MicrosSort.sort(micros, 0, n);
            return ((double) micros[(n - 1) >>> 1] + micros[n >>> 1]) / 2;
        }

        float[] slowdowns() {
            float[] slowdowns = new float[up.length];
            double[] known = new double[locations];
            for (int bin = 0; bin < slowdowns.length; bin++) {
                int n = 0;
                for (int location = 0; location < locations; location++) {
                    double ratio = ratios[bin * locations + location];
                    if (Double.isFinite(ratio)) {
                        known[n++] = ratio;
                    }
                }
                Arrays.sort(known, 0, n);
                slowdowns[bin] = n == 0 ? Float.NaN : (float) ((known[(n - 1) >>> 1] + known[n >>> 1]) / 2);
            }
            return slowdowns;
        }

        float[] availabilities() {
            float[] availabilities = new float[up.length];
            for (int bin = 0; bin < availabilities.length; bin++) {
                availabilities[bin] = inEarnest[bin] == 0 ? Float.NaN : (float) up[bin] / inEarnest[bin];
            }
            return availabilities;
        }
    }
}
