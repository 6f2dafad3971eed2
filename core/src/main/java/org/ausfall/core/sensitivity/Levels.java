package org.ausfall.core.sensitivity;

import org.ausfall.core.simulation.Sample;

/**
 * A loss by its median and the ends of its 90 % range, USD.
 *
 * @param p05 5th percentile
 * @param p50 median
 * @param p95 95th percentile
 */
public record Levels(double p05, double p50, double p95) {
    private static final double ROUNDING = 1e-9;

    static Levels of(double[] draws) {
        double[] q = Sample.of(draws).quantiles(0.05, 0.5, 0.95);
        return new Levels(q[0], q[1], q[2]);
    }

    /** Whether they differ by more than sums of floating-point numbers do. */
    boolean differsFrom(Levels other) {
        return differ(p05, other.p05) || differ(p50, other.p50) || differ(p95, other.p95);
    }

    private static boolean differ(double one, double other) {
        return Math.abs(one - other) > ROUNDING * Math.max(one, other);
    }

    /** Each level times what the estimate has at that level over what the base of the reruns has there; 0 stays 0. */
    Levels carriedOver(Levels base, Levels estimate) {
        return new Levels(
                p05 * ratio(estimate.p05, base.p05),
                p50 * ratio(estimate.p50, base.p50),
                p95 * ratio(estimate.p95, base.p95));
    }

    private static double ratio(double estimate, double base) {
        return base == 0 ? 1 : estimate / base;
    }
}
