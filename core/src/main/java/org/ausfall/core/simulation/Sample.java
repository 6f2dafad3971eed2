package org.ausfall.core.simulation;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Simulated outcomes of one quantity, as far in order as is asked for. Not negative, not empty.
 *
 * <p>A few order statistics do not need a sorted sample: outcomes are counted and put into buckets that are in order, and a bucket is
 * sorted once one of its outcomes is asked for. Not for use by several threads at a time.
 */
public final class Sample {
    private static final Quantile R7 = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    private static final int MOST_BUCKETS = 4096;
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
    private Sample(double[] outcomes, int size, int moreZeros) {
        int count = 0;
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        double total = 0;
        for (int i = 0; i < size; i++) {
            double outcome = outcomes[i];
            if (outcome > 0) {
                count++;
                total += outcome;
                largest = outcome > largest ? outcome : largest;
                smallest = outcome < smallest ? outcome : smallest;
            } else if (outcome != 0) {
                throw new IllegalArgumentException("an outcome must not be negative, was " + outcome);
            }
        }
        this.sum = total;
        this.zeros = size - count + moreZeros;
        this.positive = new double[count];
        long highest = Double.doubleToRawLongBits(largest);
        long lowest = count == 0 ? highest : Math.max(Double.doubleToRawLongBits(smallest), highest - COVERED);
        int buckets = buckets(count);
        int shift = shift(highest - lowest, buckets);
        this.ends = new int[buckets];
        this.sorted = new boolean[buckets];
        fill(outcomes, size, lowest, shift);
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

    private void fill(double[] outcomes, int size, long lowest, int shift) {
        for (int i = 0; i < size; i++) {
            if (outcomes[i] > 0) {
                ends[bucket(outcomes[i], lowest, shift)]++;
            }
        }
        int start = 0;
        for (int bucket = 0; bucket < ends.length; bucket++) {
            int count = ends[bucket];
            ends[bucket] = start;
            start += count;
        }
        for (int i = 0; i < size; i++) {
            if (outcomes[i] > 0) {
                positive[ends[bucket(outcomes[i], lowest, shift)]++] = outcomes[i];
            }
        }
    }

    /**
     * A sample of outcomes; zeros, of which losses have many, are only counted.
     *
     * @throws IllegalArgumentException if there are none, or one is negative or not a number
     */
    public static Sample of(double[] outcomes) {
        return of(outcomes, outcomes.length, 0);
    }

    /**
     * A sample of the first {@code size} outcomes of an array, and of further zeros that are not in it.
     *
     * @throws IllegalArgumentException if there are none, or one is negative or not a number
     */
    public static Sample of(double[] outcomes, int size, int moreZeros) {
        if (size + moreZeros <= 0) {
            throw new IllegalArgumentException("a sample needs at least one outcome");
        }
        return new Sample(outcomes, size, moreZeros);
    }

    /** How many outcomes there are. */
    public int size() {
        return zeros + positive.length;
    }

    /** The share of outcomes above zero. */
    public double positiveShare() {
        return (double) positive.length / size();
    }

    /** The mean. */
    public double mean() {
        return sum / size();
    }

    /** Quantiles by definition R-7 (Hyndman and Fan 1996), in the order of the probabilities given, each in [0, 1]. */
    public double[] quantiles(double... probabilities) {
        return R7.evaluate(size(), this::ordered, probabilities);
    }

    /** The mean of the worst {@code 1 - p} of outcomes (tail value at risk); at least one outcome counts. */
    public double tailMean(double p) {
        int from = Math.min(size() - 1, (int) Math.ceil(size() * p));
        double tail = ordered(from);
        for (int i = Math.max(0, from + 1 - zeros); i < positive.length; i++) {
            tail += positive[i];
        }
        return tail / (size() - from);
    }

    /**
     * The Monte Carlo standard error of the p-quantile: half the distance between the order statistics one binomial standard
     * deviation below and above it. Non-parametric; see Conover, Practical Nonparametric Statistics, section 3.2.
     */
    public double standardError(double p) {
        double rank = size() * p;
        double spread = Math.sqrt(size() * p * (1 - p));
        int below = (int) Math.max(0, Math.floor(rank - spread));
        int above = (int) Math.min(size() - 1, Math.ceil(rank + spread));
        return (ordered(above) - ordered(below)) / 2;
    }

    private double ordered(int index) {
        if (index < zeros) {
            return 0;
        }
        int place = index - zeros;
        int bucket = bucketOf(place);
        if (!sorted[bucket]) {
            Arrays.sort(positive, bucket == 0 ? 0 : ends[bucket - 1], ends[bucket]);
            sorted[bucket] = true;
        }
        return positive[place];
    }

    /** The first bucket that ends behind a place. */
    private int bucketOf(int place) {
        int low = 0;
        int high = ends.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
