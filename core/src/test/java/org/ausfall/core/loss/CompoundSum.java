package org.ausfall.core.loss;

import java.util.function.DoubleUnaryOperator;

/**
 * The distribution of a sum of a random number of independent, equally distributed amounts, by discretized convolution. Shares no code
 * with the loss model.
 */
final class CompoundSum {
    private CompoundSum() {}

    /** Probabilities of 0, h, 2h, ... for an amount with that distribution function, each amount rounded to the nearest step. */
    static double[] discretized(DoubleUnaryOperator cumulative, double h, int steps) {
        double[] probability = new double[steps];
        double below = 0;
        for (int j = 0; j < steps; j++) {
            double upTo = cumulative.applyAsDouble((j + 0.5) * h);
            probability[j] = upTo - below;
            below = upTo;
        }
        return probability;
    }

    /** Probabilities of the sum where {@code counts[k]} is the probability of k amounts. */
    static double[] of(double[] counts, double[] amount) {
        double[] sum = new double[amount.length];
        double[] power = new double[amount.length];
        power[0] = 1;
        for (int k = 0; k < counts.length; k++) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += counts[k] * power[j];
            }
            power = convolved(power, amount);
        }
        return sum;
    }

    private static double[] convolved(double[] one, double[] other) {
        double[] sum = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            if (one[i] > 1e-18) {
                for (int j = 0; i + j < one.length; j++) {
                    sum[i + j] += one[i] * other[j];
                }
            }
        }
        return sum;
    }

    /** The p-quantile, interpolated inside its step. */
    static double quantile(double[] probability, double h, double p) {
        double below = 0;
        for (int j = 0; j < probability.length; j++) {
            if (below + probability[j] >= p) {
                double inside = (p - below) / probability[j];
                return Math.max(0, (j - 0.5 + inside) * h);
            }
            below += probability[j];
        }
        throw new IllegalArgumentException("the grid ends below the " + p + "-quantile, at " + below);
    }
}
