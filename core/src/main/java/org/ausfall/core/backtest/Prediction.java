package org.ausfall.core.backtest;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.ausfall.core.quantity.Interval;

/** What was foretold of one number: simulated outcomes in order. Quantiles are R-7. */
public final class Prediction {
    private static final Quantile R7 = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    private final double[] outcomes;

    private Prediction(double[] outcomes) {
        this.outcomes = outcomes;
    }

    /**
     * A prediction by these outcomes, in any order.
     *
     * @throws IllegalArgumentException if there are fewer than two, or one is not finite
     */
    public static Prediction of(double[] outcomes) {
        if (outcomes.length < 2) {
            throw new IllegalArgumentException("a prediction needs at least 2 outcomes, has " + outcomes.length);
        }
        double[] sorted = outcomes.clone();
        Arrays.sort(sorted);
        if (!Double.isFinite(sorted[0]) || !Double.isFinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException(
                    "outcomes must be finite, were " + sorted[0] + " to " + sorted[sorted.length - 1]);
        }
        return new Prediction(sorted);
    }

    /** How many outcomes there are. */
    public int size() {
        return outcomes.length;
    }

    /** The p-quantile, p in [0, 1]. */
    public double quantile(double p) {
        return R7.evaluate(outcomes.length, i -> outcomes[i], p);
    }

    /** The median. */
    public double median() {
        return quantile(0.5);
    }

    /** The central interval of that level, in (0, 1): both tails weigh the same. */
    public Interval interval(double level) {
        double[] ends = R7.evaluate(outcomes.length, i -> outcomes[i], (1 - level) / 2, (1 + level) / 2);
        return new Interval(ends[0], ends[1], level);
    }

    /**
     * The probability integral transform: the share of outcomes below what came true, those equal to it counted half. Uniform over
     * [0, 1] where predictions are right.
     */
    public double pit(double actual) {
        int below = 0;
        int equal = 0;
        for (double outcome : outcomes) {
            below += outcome < actual ? 1 : 0;
            equal += outcome == actual ? 1 : 0;
        }
        return (below + equal / 2.0) / outcomes.length;
    }

    /**
     * The continuous ranked probability score, mean |x - y| - mean |x - x'| / 2, in the unit of the outcomes; lower is better, and
     * for a single outcome it is the absolute error. Both means over all pairs (Gneiting and Raftery 2007, equation 21).
     */
    public double crps(double actual) {
        return distance(actual) - pairs() / outcomes.length / outcomes.length;
    }

    /**
     * The same without the bias that few outcomes bring: the second mean over pairs of different outcomes (Ferro 2014). May be
     * negative for a handful of outcomes.
     */
    public double fairCrps(double actual) {
        return distance(actual) - pairs() / outcomes.length / (outcomes.length - 1);
    }

    private double distance(double actual) {
        double sum = 0;
        for (double outcome : outcomes) {
            sum += Math.abs(outcome - actual);
        }
        return sum / outcomes.length;
    }

    /** Half the sum of |x - x'| over all ordered pairs: in order, outcome i is added 2 i - n + 1 times. */
    private double pairs() {
        double sum = 0;
        int n = outcomes.length;
        for (int i = 0; i < n; i++) {
            sum += (2.0 * i - n + 1) * outcomes[i];
        }
        return sum;
    }
}
