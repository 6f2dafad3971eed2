package org.ausfall.core.measurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Durations of successful probes in whole microseconds, exactly, at four bytes each. Their order means nothing, and they are not
 * sorted: few quantiles are asked for, and to find one takes a fraction of the time. Immutable and mergeable.
 */
public final class Durations {
    /** No duration. */
    public static final Durations NONE = new Durations(new int[0]);

    private final int[] micros;

    private Durations(int[] micros) {
        this.micros = micros;
    }

    /**
     * Keeps durations in microseconds.
     *
     * @throws IllegalArgumentException if one of them is negative
     */
    public static Durations ofMicros(int... micros) {
        for (int value : micros) {
            if (value < 0) {
                throw new IllegalArgumentException("a duration must not be negative, was " + value + " microseconds");
            }
        }
        return new Durations(micros.clone());
    }

    /** Keeps the first {@code n} values, none negative, of an array that the caller gives up. */
    static Durations ofOwned(int[] values, int n) {
        return new Durations(n == values.length ? values : Arrays.copyOf(values, n));
    }

    /** How many durations. */
    public int n() {
        return micros.length;
    }

    /** The duration in microseconds at a rank from 0 to n - 1, smallest first. */
    public int microsAt(int rank) {
        if (rank < 0 || rank >= n()) {
            throw new IllegalArgumentException("a rank must be between 0 and " + (n() - 1) + ", was " + rank);
        }
        return MicrosRanks.of(micros, rank, rank)[0];
    }

    /**
     * The quantile in milliseconds by definition R-7 (Hyndman and Fan 1996, type 7): with h = (n - 1) p, the value at rank
     * floor(h) plus the fraction of h times the step to the next value. Exact: no binary rounding. Empty if there is no value.
     *
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    public Optional<BigDecimal> quantileMs(BigDecimal p) {
        if (p.signum() < 0 || p.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("the order of a quantile must be between 0 and 1, was " + p);
        }
        if (n() == 0) {
            return Optional.empty();
        }
        BigDecimal h = p.multiply(BigDecimal.valueOf(n() - 1L));
        int floor = h.setScale(0, RoundingMode.FLOOR).intValueExact();
        int[] around = MicrosRanks.of(micros, floor, Math.min(floor + 1, n() - 1));
        BigDecimal fraction = h.subtract(BigDecimal.valueOf(floor));
        return Optional.of(BigDecimal.valueOf(around[0])
                .add(fraction.multiply(BigDecimal.valueOf((long) around[1] - around[0])))
                .movePointLeft(3));
    }

    /** The median in milliseconds, R-7: the middle value, or the mean of the two in the middle. Empty if there is no value. */
    public Optional<BigDecimal> medianMs() {
        if (n() == 0) {
            return Optional.empty();
        }
        int[] middle = MicrosRanks.of(micros, (n() - 1) / 2, n() / 2);
        return Optional.of(BigDecimal.valueOf(5 * ((long) middle[0] + middle[1]), 4));
    }

    /** The mean in milliseconds; {@link Double#NaN} without a value. */
    public double meanMs() {
        long sum = 0;
        for (int value : micros) {
            sum += value;
        }
        return (double) sum / n() / 1000;
    }

    /** The durations of both. */
    public Durations combine(Durations other) {
        return combine(List.of(this, other));
    }

    /** The durations of all. */
    public static Durations combine(List<Durations> parts) {
        int n = 0;
        for (Durations part : parts) {
            n = Math.addExact(n, part.n());
        }
        int[] all = new int[n];
        int filled = 0;
        for (Durations part : parts) {
            System.arraycopy(part.micros, 0, all, filled, part.n());
            filled += part.n();
        }
        return new Durations(all);
    }

    private int[] sorted() {
        return MicrosSort.sorted(micros.clone(), n());
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
        return n() + " durations";
    }
}
