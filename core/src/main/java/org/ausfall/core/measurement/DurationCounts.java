package org.ausfall.core.measurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Durations of successful probes, exactly: how often each whole number of microseconds occurred. Takes no more room than there
 * are different durations. Immutable and mergeable.
 */
public final class DurationCounts {
    /** No duration. */
    public static final DurationCounts NONE = new DurationCounts(new int[0], new long[0]);

    private static final int MOST_EXPANDED = 1 << 20;

    private final int[] micros;
    /** How many durations are at or below the one at the same index. */
    private final long[] upTo;

    private DurationCounts(int[] micros, long[] upTo) {
        this.micros = micros;
        this.upTo = upTo;
    }

    /**
     * Counts durations in microseconds.
     *
     * @throws IllegalArgumentException if one of them is negative
     */
    public static DurationCounts ofMicros(int... micros) {
        for (int value : micros) {
            if (value < 0) {
                throw new IllegalArgumentException("a duration must not be negative, was " + value + " microseconds");
            }
        }
        return ofOwned(micros.clone(), micros.length);
    }

    /** Counts the first {@code n} values, none negative, of an array that the caller gives up. */
    static DurationCounts ofOwned(int[] values, int n) {
        int[] sorted = MicrosSort.sorted(values, n);
        long[] upTo = new long[n];
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            // Sorted input: an equal value overwrites the count of the one before it.
            distinct += i > 0 && sorted[i] == sorted[distinct - 1] ? 0 : 1;
            sorted[distinct - 1] = sorted[i];
            upTo[distinct - 1] = i + 1L;
        }
        return distinct == sorted.length && distinct == n
                ? new DurationCounts(sorted, upTo)
                : new DurationCounts(Arrays.copyOf(sorted, distinct), Arrays.copyOf(upTo, distinct));
    }

    /** How many durations. */
    public long n() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /** How many different durations: what this summary costs, 12 bytes each. */
    public int distinct() {
        return micros.length;
    }

    /** The duration in microseconds at a rank from 0 to n - 1, smallest first. */
    public int microsAt(long rank) {
        if (rank < 0 || rank >= n()) {
            throw new IllegalArgumentException("a rank must be between 0 and " + (n() - 1) + ", was " + rank);
        }
        int at = Arrays.binarySearch(upTo, rank + 1);
        return micros[at >= 0 ? at : -at - 1];
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
        BigDecimal h = p.multiply(BigDecimal.valueOf(n() - 1));
        long floor = h.setScale(0, RoundingMode.FLOOR).longValueExact();
        long low = microsAt(floor);
        long step = microsAt(Math.min(floor + 1, n() - 1)) - low;
        BigDecimal fraction = h.subtract(BigDecimal.valueOf(floor));
        return Optional.of(BigDecimal.valueOf(low)
                .add(fraction.multiply(BigDecimal.valueOf(step)))
                .movePointLeft(3));
    }

    /** The median in milliseconds, R-7: the middle value, or the mean of the two in the middle. Empty if there is no value. */
    public Optional<BigDecimal> medianMs() {
        long n = n();
        if (n == 0) {
            return Optional.empty();
        }
        long low = microsAt((n - 1) / 2);
        long high = n % 2 == 0 ? microsAt(n / 2) : low;
        return Optional.of(BigDecimal.valueOf(5 * (low + high), 4));
    }

    /** The mean in milliseconds; {@link Double#NaN} without a value. */
    public double meanMs() {
        double sum = 0;
        for (int i = 0; i < micros.length; i++) {
            sum += (double) micros[i] * (upTo[i] - before(i));
        }
        return sum / n() / 1000;
    }

    /** The durations of both. */
    public DurationCounts combine(DurationCounts other) {
        return combine(List.of(this, other));
    }

    /** The durations of all. */
    public static DurationCounts combine(List<DurationCounts> parts) {
        long n = parts.stream().mapToLong(DurationCounts::n).sum();
        long distinct = parts.stream().mapToLong(DurationCounts::distinct).sum();
        if (parts.size() > 2 && n <= MOST_EXPANDED && n < 2 * distinct) {
            return expanded(parts, (int) n);
        }
        if (parts.size() < 2) {
            return parts.isEmpty() ? NONE : parts.get(0);
        }
        int half = parts.size() / 2;
        return merge(combine(parts.subList(0, half)), combine(parts.subList(half, parts.size())));
    }

    /** Sorting anew is faster than merging when few durations occur twice. */
    private static DurationCounts expanded(List<DurationCounts> parts, int n) {
        int[] all = new int[n];
        int filled = 0;
        for (DurationCounts part : parts) {
            for (int i = 0; i < part.micros.length; i++) {
                int end = filled + (int) (part.upTo[i] - part.before(i));
                while (filled < end) {
                    all[filled++] = part.micros[i];
                }
            }
        }
        return ofOwned(all, n);
    }

    private static DurationCounts merge(DurationCounts a, DurationCounts b) {
        int most = Math.addExact(a.micros.length, b.micros.length);
        int[] values = new int[most];
        long[] upTo = new long[most];
        int distinct = 0;
        int i = 0;
        int j = 0;
        while (i < a.micros.length || j < b.micros.length) {
            int next = Math.min(a.valueOrMax(i), b.valueOrMax(j));
            i += a.valueOrMax(i) == next ? 1 : 0;
            j += b.valueOrMax(j) == next ? 1 : 0;
            values[distinct] = next;
            upTo[distinct++] = a.before(i) + b.before(j);
        }
        return new DurationCounts(Arrays.copyOf(values, distinct), Arrays.copyOf(upTo, distinct));
    }

    private int valueOrMax(int i) {
        return i < micros.length ? micros[i] : Integer.MAX_VALUE;
    }

    private long before(int i) {
        return i == 0 ? 0 : upTo[i - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DurationCounts that
                && Arrays.equals(micros, that.micros)
                && Arrays.equals(upTo, that.upTo);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(micros) + Arrays.hashCode(upTo);
    }

    @Override
    public String toString() {
        return n() + " durations, " + micros.length + " different";
    }
}
