package org.ausfall.core.measurement;

/**
 * Finds durations by their rank without sorting them all: they are counted by bucket, and only the buckets that hold the ranks are
 * sorted.
 */
final class MicrosRanks {
    /** Fewer are sorted at once. */
    private static final int FEW = 64;

    private static final int MOST_BUCKET_BITS = 11;

    private MicrosRanks() {}

    /** The values, none negative, at two ranks from 0 to n - 1, smallest first; the second is the same rank or the next. */
    static int[] of(int[] values, int rank, int next) {
        if (values.length < FEW) {
            int[] sorted = MicrosSort.sorted(values.clone(), values.length);
            return new int[] {sorted[rank], sorted[next]};
        }
        int shift = shift(values);
        int[] counts = counts(values, shift);
        int below = 0;
        int first = 0;
        while (below + counts[first] <= rank) {
            below += counts[first++];
        }
        int upTo = below + counts[first];
        int last = first;
        while (upTo <= next) {
            upTo += counts[++last];
        }
        int[] sorted = MicrosSort.sorted(between(values, shift, first, last, upTo - below), upTo - below);
        return new int[] {sorted[rank - below], sorted[next - below]};
    }

    /** A bucket for two to four values, as long as all counts fit into the nearest memory. */
    private static int bucketBits(int n) {
        return Math.min(bits(n) - 2, MOST_BUCKET_BITS);
    }

    private static int bits(int number) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(number);
    }

    /** By how many bits values are shifted to make the highest of them a bucket. */
    private static int shift(int[] values) {
        int all = 0;
        for (int value : values) {
            all |= value;
        }
        return Math.max(0, bits(all) - bucketBits(values.length));
    }

    private static int[] counts(int[] values, int shift) {
        int[] counts = new int[1 << bucketBits(values.length)];
        for (int value : values) {
            counts[value >>> shift]++;
        }
        return counts;
    }

    private static int[] between(int[] values, int shift, int first, int last, int size) {
        int[] found = new int[size];
        int filled = 0;
        for (int value : values) {
            int bucket = value >>> shift;
            if (bucket >= first && bucket <= last) {
                found[filled++] = value;
            }
        }
        return found;
    }
}
