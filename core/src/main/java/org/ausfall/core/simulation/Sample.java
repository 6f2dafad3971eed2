package org.ausfall.core.simulation;

import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Simulated outcomes of one quantity, as far in order as is asked for. Not negative, not empty.
 *
 * <p>A few order statistics do not need a sorted sample: outcomes are counted in buckets that are in order, and a bucket is sorted once
 * one of its outcomes is asked for. Not for use by several threads at a time.
 */
public abstract sealed class Sample permits DoubleSample, FloatSample {
    private static final Quantile R7 = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    /**
     * A sample of outcomes.
     *
     * @throws IllegalArgumentException if there are none, or one is negative or not a number
     */
    public static Sample of(double[] outcomes) {
        refuseEmpty(outcomes.length);
        return new DoubleSample(outcomes);
    }

    /**
     * A sample of the first {@code length} outcomes of an array, and of further zeros that are not in it. The array must stay as it is for
     * as long as the sample is asked for anything.
     *
     * @throws IllegalArgumentException if there are none, or one is negative or not a number
     */
    public static Sample of(float[] outcomes, int length, int moreZeros) {
        refuseEmpty(length + moreZeros);
        return new FloatSample(outcomes, length, moreZeros);
    }

    private static void refuseEmpty(int size) {
        if (size <= 0) {
            throw new IllegalArgumentException("a sample needs at least one outcome");
        }
    }

    static IllegalArgumentException refused(double outcome) {
        return new IllegalArgumentException("an outcome must be finite and not negative, was " + outcome);
    }

    /** The first bucket that ends behind a place, of buckets that end where {@code ends} says. */
    static int bucketOf(int[] ends, int place) {
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

    /** How many outcomes there are. */
    public abstract int size();

    /** How many of them are zero. */
    abstract int zeros();

    abstract double sum();

    /** Says that the outcomes from one place to another, counted among the positive ones in rising order, will be asked for. */
    abstract void expect(int from, int to);

    /** The outcome at a place among the positive ones in rising order. */
    abstract double positive(int place);

    /** The sum of the outcomes from a place on among the positive ones in rising order. */
    abstract double tail(int place);

    /** The share of outcomes above zero. */
    public final double positiveShare() {
        return (double) (size() - zeros()) / size();
    }

    /** The mean. */
    public final double mean() {
        return sum() / size();
    }

    /** Quantiles by definition R-7 (Hyndman and Fan 1996), in the order of the probabilities given, each in [0, 1]. */
    public final double[] quantiles(double... probabilities) {
        for (double p : probabilities) {
            expect(errorFrom(p) - zeros(), errorTo(p) - zeros());
        }
        return R7.evaluate(size(), this::ordered, probabilities);
    }

    /** The mean of the worst {@code 1 - p} of outcomes (tail value at risk); at least one outcome counts. */
    public final double tailMean(double p) {
        int from = Math.min(size() - 1, (int) Math.ceil(size() * p));
        return zeros() == size() ? 0 : tail(Math.max(0, from - zeros())) / (size() - from);
    }

    /**
     * The Monte Carlo standard error of the p-quantile: half the distance between the order statistics one binomial standard
     * deviation below and above it. Non-parametric; see Conover, Practical Nonparametric Statistics, section 3.2.
     */
    public final double standardError(double p) {
        return (ordered(errorTo(p)) - ordered(errorFrom(p))) / 2;
    }

    private int errorFrom(double p) {
        return (int) Math.min(size() - 1, Math.max(0, Math.floor(size() * p - spread(p))));
    }

    private int errorTo(double p) {
        return (int) Math.min(size() - 1, Math.ceil(size() * p + spread(p)));
    }

    private double spread(double p) {
        return Math.sqrt(size() * p * (1 - p));
    }

    private double ordered(int index) {
        return index < zeros() ? 0 : positive(index - zeros());
    }
}
