package org.ausfall.core.simulation;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;

/** Simulated outcomes of one quantity, put in order. Not negative, not empty. */
public final class Sample {
    private static final Quantile R7 = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private final int zeros;
    private final double[] positive;

    private Sample(int zeros, double[] positive) {
        this.zeros = zeros;
        this.positive = positive;
    }

    /** The same as {@link #of(double[])}, for outcomes kept in single precision; several times as fast. */
    public static Sample of(float[] outcomes) {
        if (outcomes.length == 0) {
            throw new IllegalArgumentException("a sample needs at least one outcome");
        }
        int[] bits = new int[outcomes.length];
        int size = 0;
        for (float outcome : outcomes) {
            if (!(outcome >= 0)) {
                throw new IllegalArgumentException("an outcome must not be negative, was " + outcome);
            }
            if (outcome > 0) {
                bits[size++] = Float.floatToRawIntBits(outcome);
            }
        }
        int[] sorted = sorted(bits, size);
        double[] positive = new double[size];
        for (int i = 0; i < size; i++) {
            positive[i] = Float.intBitsToFloat(sorted[i]);
        }
        return new Sample(outcomes.length - size, positive);
    }

    /** Radix sort, digit by digit from the right: the bits of positive floats are in the order of their values. */
    private static int[] sorted(int[] bits, int size) {
        int[] from = bits;
        int[] to = new int[bits.length];
        for (int shift = 0; shift < Integer.SIZE; shift += DIGIT_BITS) {
            int[] starts = new int[DIGITS + 1];
            for (int i = 0; i < size; i++) {
                starts[(from[i] >>> shift & DIGITS - 1) + 1]++;
            }
            for (int digit = 0; digit < DIGITS; digit++) {
                starts[digit + 1] += starts[digit];
            }
            for (int i = 0; i < size; i++) {
                to[starts[from[i] >>> shift & DIGITS - 1]++] = from[i];
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    /**
     * A sample of outcomes; zeros, of which losses have many, are only counted.
     *
     * @throws IllegalArgumentException if there are none, or one is negative or not a number
     */
    public static Sample of(double[] outcomes) {
        if (outcomes.length == 0) {
            throw new IllegalArgumentException("a sample needs at least one outcome");
        }
        double[] positive = new double[outcomes.length];
        int size = 0;
        for (double outcome : outcomes) {
            if (!(outcome >= 0)) {
                throw new IllegalArgumentException("an outcome must not be negative, was " + outcome);
            }
            if (outcome > 0) {
                positive[size++] = outcome;
            }
        }
        positive = Arrays.copyOf(positive, size);
        Arrays.sort(positive);
        return new Sample(outcomes.length - size, positive);
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
        double sum = 0;
        for (double outcome : positive) {
            sum += outcome;
        }
        return sum / size();
    }

    /** Quantiles by definition R-7 (Hyndman and Fan 1996), in the order of the probabilities given, each in [0, 1]. */
    public double[] quantiles(double... probabilities) {
        return R7.evaluate(size(), this::ordered, probabilities);
    }

    /** The mean of the worst {@code 1 - p} of outcomes (tail value at risk); at least one outcome counts. */
    public double tailMean(double p) {
        int from = Math.min(size() - 1, (int) Math.ceil(size() * p));
        double sum = 0;
        for (int i = from; i < size(); i++) {
            sum += ordered(i);
        }
        return sum / (size() - from);
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
        return index < zeros ? 0 : positive[index - zeros];
    }
}
