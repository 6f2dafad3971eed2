package org.ausfall.core.measurement;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Durations of successful probes in whole microseconds, exactly, at four bytes each. Their order means nothing, and they are not
 * sorted: few quantiles are asked for, and to find one takes a fraction of the time. Immutable and mergeable.
 */
public final class Durations {
    /** No duration. */
    public static final Durations NONE = new Durations(new int[0], 0);

    /** What is behind the first {@link #n} values means nothing. */
    private final int[] micros;

    private final int n;

    private Durations(int[] micros, int n) {
        this.micros = micros;
        this.n = n;
    }

    /**
     * Keeps durations in microseconds.
     *
     * @throws IllegalArgumentException if one of them is negative or above {@link Sample#LONGEST_MICROS}
     */
    public static Durations ofMicros(int... micros) {
        for (int value : micros) {
            if (value < 0 || value > Sample.LONGEST_MICROS) {
                throw new IllegalArgumentException(
                        "a duration must be from 0 to " + Sample.LONGEST_MICROS + " microseconds, was " + value);
            }
        }
        return new Durations(micros.clone(), micros.length);
    }

    /** Keeps the first {@code n} values, none negative, of an array that the caller gives up. */
    static Durations ofOwned(int[] values, int n) {
        return new Durations(values, n);
    }

    /** How many durations. */
    public int n() {
        return n;
    }

    /** The duration in microseconds at a rank from 0 to n - 1, smallest first. */
    public int microsAt(int rank) {
        if (rank < 0 || rank >= n) {
            throw new IllegalArgumentException("a rank must be between 0 and " + (n - 1) + ", was " + rank);
        }
        return MicrosRanks.of(micros, n, rank)[0];
    }

    /**
     * Percentiles, in hundredths of a microsecond, by definition R-7 (Hyndman and Fan 1996, type 7): with h = (n - 1) p, the value at
     * rank floor(h) plus the fraction of h times the step to the next value. Exact. -1 each if there is no value.
     *
     * @param percents 100 p each, in rising order
     * @throws IllegalArgumentException if one is not in [0, 100], or below the one before
     */
    public long[] percentiles(int... percents) {
        int least = 0;
        for (int percent : percents) {
            if (percent < least || percent > 100) {
                throw new IllegalArgumentException(
                        "percentiles must rise from 0 to 100, were " + Arrays.toString(percents));
            }
            least = percent;
        }
        long[] found = new long[percents.length];
        if (n == 0) {
            Arrays.fill(found, -1);
            return found;
        }
        int[] ranks = new int[2 * percents.length];
        for (int i = 0; i < percents.length; i++) {
            ranks[2 * i] = (int) ((n - 1L) * percents[i] / 100);
            ranks[2 * i + 1] = Math.min(ranks[2 * i] + 1, n - 1);
        }
        int[] around = MicrosRanks.of(micros, n, ranks);
        for (int i = 0; i < percents.length; i++) {
            long hundredths = (n - 1L) * percents[i] % 100;
            found[i] = 100L * around[2 * i] + hundredths * (around[2 * i + 1] - around[2 * i]);
        }
        return found;
    }

    /** Twice the median in microseconds, R-7: the middle value twice, or the sum of the two in the middle. -1 if there is no value. */
    public long doubleMedianMicros() {
        if (n == 0) {
            return -1;
        }
        int[] middle = MicrosRanks.of(micros, n, (n - 1) / 2, n / 2);
        return (long) middle[0] + middle[1];
    }

    /** The median in milliseconds. Empty if there is no value. */
    public Optional<BigDecimal> medianMs() {
        long doubled = doubleMedianMicros();
        return doubled < 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(5 * doubled, 4));
    }

    /** The mean in milliseconds; {@link Double#NaN} without a value. */
    public double meanMs() {
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += micros[i];
        }
        return (double) sum / n / 1000;
    }

    /** The durations of all. */
    public static Durations combine(List<Durations> parts) {
        int n = 0;
        for (Durations part : parts) {
            n = Math.addExact(n, part.n);
        }
        int[] all = new int[n];
        int filled = 0;
        for (Durations part : parts) {
            System.arraycopy(part.micros, 0, all, filled, part.n);
            filled += part.n;
        }
        return new Durations(all, n);
    }

    private int[] sorted() {
        return MicrosSort.sorted(Arrays.copyOf(micros, n), n);
    }

    /** Whether both hold the same durations, in whatever order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Durations that && Arrays.equals(sorted(), that.sorted());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted());
    }

    @Override
    public String toString() {
        return n + " durations";
    }
}
