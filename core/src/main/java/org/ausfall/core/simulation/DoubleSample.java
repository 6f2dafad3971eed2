package org.ausfall.core.simulation;

import java.util.Arrays;

/**
 * Outcomes in double precision. All are put into their buckets, and a bucket is sorted once one of its outcomes is asked for.
 */
final class DoubleSample extends Sample {
    private static final int MOST_BUCKETS = 1024;
    private static final int OUTCOMES_PER_BUCKET = 4;

    /** The exponent of a double starts at this bit: buckets are even in the logarithm, and cover a factor of 2^32 below the largest. */
    private static final int EXPONENT_BIT = 52;

    private static final long COVERED = 32L << EXPONENT_BIT;

    private final int zeros;
    private final double[] positive;
    private final int[] ends;
    private final boolean[] sorted;
    private final double sum;

    /** Checks and counts, then puts away. */
    DoubleSample(double[] outcomes) {
        int count = 0;
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        double total = 0;
        for (double outcome : outcomes) {
            if (outcome > 0) {
                count++;
                total += outcome;
                largest = outcome > largest ? outcome : largest;
                smallest = outcome < smallest ? outcome : smallest;
            } else if (outcome != 0) {
                throw refused(outcome);
            }
        }
        this.sum = total;
        this.zeros = outcomes.length - count;
        this.positive = new double[count];
        long highest = Double.doubleToRawLongBits(largest);
        long lowest = count == 0 ? highest : Math.max(Double.doubleToRawLongBits(smallest), highest - COVERED);
        int buckets = buckets(count);
        int shift = shift(highest - lowest, buckets);
        this.ends = new int[buckets];
        this.sorted = new boolean[buckets];
        fill(outcomes, lowest, shift);
    }

    private static int buckets(int count) {
        return Math.min(MOST_BUCKETS, Math.max(1, Integer.highestOneBit(Math.max(1, count / OUTCOMES_PER_BUCKET))));
    }

    /** By how many bits to shift, so that the largest distance falls into the last bucket or before. */
    private static int shift(long distance, int buckets) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(distance);
        return Math.max(0, bits - Integer.numberOfTrailingZeros(buckets));
    }

    private static int bucket(double outcome, long lowest, int shift) {
        long distance = Double.doubleToRawLongBits(outcome) - lowest;
        return distance < 0 ? 0 : (int) (distance >>> shift);
    }

    private void fill(double[] outcomes, long lowest, int shift) {
        for (double outcome : outcomes) {
            if (outcome > 0) {
                ends[bucket(outcome, lowest, shift)]++;
            }
        }
        int start = 0;
        for (int bucket = 0; bucket < ends.length; bucket++) {
            int count = ends[bucket];
            ends[bucket] = start;
            start += count;
        }
        for (double outcome : outcomes) {
            if (outcome > 0) {
                positive[ends[bucket(outcome, lowest, shift)]++] = outcome;
            }
        }
    }

    @Override
    public int size() {
        return zeros + positive.length;
    }

    @Override
    int zeros() {
        return zeros;
    }

    @Override
    double sum() {
        return sum;
    }

    @Override
    void expect(int from, int to) {
        // All are in their buckets already.
    }

    @Override
    double positive(int place) {
        int bucket = bucketOf(ends, place);
        if (!sorted[bucket]) {
            Arrays.sort(positive, bucket == 0 ? 0 : ends[bucket - 1], ends[bucket]);
            sorted[bucket] = true;
        }
        return positive[place];
    }

    @Override
    double tail(int place) {
        double tail = positive(place);
        for (int i = place + 1; i < positive.length; i++) {
            tail += positive[i];
        }
        return tail;
    }
}
