package org.ausfall.core.sensitivity;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.ausfall.core.simulation.Sample;
import org.ausfall.core.simulation.Streams;

/**
 * Estimators of Sobol indices from runs over Saltelli's sample: A and B share nothing; AB is A with one driver taken from B (Jansen
 * 1999; Saltelli et al. 2010, table 2).
 */
final class Jansen {
    private static final int RESAMPLES = 200;

    private final double[] a;
    private final double[] b;
    private final Streams streams;

    /**
     * The outcomes of A and B, draw by draw.
     *
     * @param streams where the bootstrap's luck comes from
     */
    Jansen(double[] a, double[] b, Streams streams) {
        this.a = a.clone();
        this.b = b.clone();
        this.streams = streams;
    }

    /** 1 - mean((B - AB)^2) / (2 Var). */
    Estimate first(double[] ab) {
        return estimate(index -> 1 - halfMeanSquare(b, ab, index) / variance(index));
    }

    /** mean((A - AB)^2) / (2 Var). */
    Estimate total(double[] ab) {
        return estimate(index -> halfMeanSquare(a, ab, index) / variance(index));
    }

    /** How much more is due to a group than to a part of it, each with its own AB. */
    Estimate added(double[] part, double[] group) {
        return estimate(index -> (halfMeanSquare(b, part, index) - halfMeanSquare(b, group, index)) / variance(index));
    }

    /** What is due to nothing in the group. */
    Estimate rest(double[] group) {
        return estimate(index -> halfMeanSquare(b, group, index) / variance(index));
    }

    private interface Statistic {
        double of(IntUnaryOperator index);
    }

    /** A resample that happens to hold one outcome only has no variance to share: then nothing is known about the share. */
    private Estimate estimate(Statistic statistic) {
        if (!(variance(i -> i) > 0)) {
            return new Estimate(0, 0, 0);
        }
        double value = statistic.of(i -> i);
        double[] resampled = new double[RESAMPLES];
        UniformRandomProvider random = streams.of("sensitivity/bootstrap", 0);
        int[] drawn = new int[a.length];
        for (int r = 0; r < RESAMPLES; r++) {
            for (int j = 0; j < drawn.length; j++) {
                drawn[j] = random.nextInt(drawn.length);
            }
            resampled[r] = statistic.of(i -> drawn[i]);
        }
        return Arrays.stream(resampled).allMatch(Double::isFinite)
                ? interval(value, resampled)
                : new Estimate(value, 0, 1);
    }

    /** Samples are of what is not negative, so estimates are lifted for the ordering and put back. */
    private static Estimate interval(double value, double[] resampled) {
        double lift = Math.max(0, -Arrays.stream(resampled).min().orElse(0));
        double[] ends =
                Sample.of(Arrays.stream(resampled).map(x -> x + lift).toArray()).quantiles(0.05, 0.95);
        return new Estimate(value, ends[0] - lift, ends[1] - lift);
    }

    private static double halfMeanSquare(double[] x, double[] y, IntUnaryOperator index) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            int i = index.applyAsInt(j);
            double difference = x[i] - y[i];
            sum += difference * difference;
        }
        return sum / (2 * x.length);
    }

    /** The variance of A and B together. */
    private double variance(IntUnaryOperator index) {
        double sum = 0;
        double squares = 0;
        for (int j = 0; j < a.length; j++) {
            int i = index.applyAsInt(j);
            sum += a[i] + b[i];
            squares += a[i] * a[i] + b[i] * b[i];
        }
        double mean = sum / (2 * a.length);
        return squares / (2 * a.length) - mean * mean;
    }
}
