package org.ausfall.core.measurement;

import java.util.Arrays;

/**
 * Finds durations by their rank without sorting them all: they are counted by bucket, and only the buckets that hold the ranks are
 * sorted.
 */
final class MicrosRanks {
    /** Fewer are sorted at once. */
    private static final int FEW = 24;

    private static final int MOST_BUCKET_BITS = 11;

    /** Every so manyth value has a say in how wide a bucket is. */
    private static final int ASKED = 8;

    private MicrosRanks() {}

    /**
     * What is found at ranks from 0 to n - 1, smallest first, among the first {@code n} values, none of which is negative. A rank must not be
     * lower than the one before, unless it was asked for already.
     */
    static int[] of(int[] values, int n, int... ranks) {
        if (n < FEW) {
            return at(ranks, MicrosSort.sorted(Arrays.copyOf(values, n), n));
        }
        int last = (1 << bucketBits(n)) - 1;
        int shift = shift(values, n);
        int[] ends = ends(counts(values, n, shift, last));
        byte[] wanted = new byte[last + 1];
        int[] moved = new int[last + 1];
        int[] places = new int[ranks.length];
        int size = 0;
        for (int i = 0; i < ranks.length; i++) {
            int bucket = bucketOf(ends, ranks[i]);
            if (wanted[bucket] == 0) {
                int start = bucket == 0 ? 0 : ends[bucket - 1];
                wanted[bucket] = 1;
                moved[bucket] = size - start;
                size += ends[bucket] - start;
            }
            places[i] = ranks[i] + moved[bucket];
        }
        return at(places, MicrosSort.sorted(inside(values, n, shift, wanted, size), size));
    }

    private static int[] at(int[] places, int[] sorted) {
        int[] found = new int[places.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = sorted[places[i]];
        }
        return found;
    }

    /** A bucket for four to eight values, as long as all counts fit into the nearest memory. */
    private static int bucketBits(int n) {
        return Math.min(bits(n) - 3, MOST_BUCKET_BITS);
    }

    private static int bits(int number) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(number);
    }

    /** By how many bits values are shifted to make the highest of most of them a bucket; the few above it share the last one. */
    private static int shift(int[] values, int n) {
        int some = 0;
        for (int i = 0; i < n; i += ASKED) {
            some |= values[i];
        }
        return Math.max(0, bits(some) - bucketBits(n));
    }

    // One loop a method: so each is compiled soon, and once.

    private static int[] counts(int[] values, int n, int shift, int last) {
        int[] counts = new int[last + 1];
        for (int i = 0; i < n; i++) {
            counts[Math.min(values[i] >>> shift, last)]++;
        }
        return counts;
    }

    /** Makes counts the ranks behind the last one in each bucket. */
    private static int[] ends(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
        return counts;
    }

    private static int bucketOf(int[] ends, int rank) {
        int low = 0;
        int high = ends.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Without a branch, because nobody can foresee it: what is not wanted is overwritten by the next. */
    private static int[] inside(int[] values, int n, int shift, byte[] wanted, int size) {
        int last = wanted.length - 1;
        int[] found = new int[size + 1];
        int filled = 0;
        for (int i = 0; i < n; i++) {
            found[filled] = values[i];
            filled += wanted[Math.min(values[i] >>> shift, last)];
        }
        return found;
    }
}
