package org.ausfall.core.precision;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;

/**
 * What a site's slowdown could as well have come out as: one value for each time that its probes were drawn anew. Answers for any
 * threshold. Immutable.
 */
public final class Replicates {
    /** Nothing to draw from. */
    public static final Replicates NONE = new Replicates(new float[0], new float[0]);

    private static final Quantile R7 = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    private final float[] slowdowns;
    private final float[] excessMs;

    /** Takes over two arrays of equal length: slowdowns as ratios, and the excess in ms that goes with each. */
    Replicates(float[] slowdowns, float[] excessMs) {
        this.slowdowns = slowdowns;
        this.excessMs = excessMs;
    }

    /** Those of a site alone, as {@link SiteEvidence#of} makes them. */
    public static Replicates of(Site site, ComparedWindows windows, Seed seed) {
        return of(ComparedSite.of(site, windows), site.name(), seed);
    }

    static Replicates of(ComparedSite site, String name, Seed seed) {
        return MovingBlocks.draw(site.pairs(), new Streams(seed), name);
    }

    /** How many there are; 0 where there was nothing to draw from. */
    public int size() {
        return slowdowns.length;
    }

    /** The share of them at or above a slowdown and an excess in ms. */
    public double share(double slowdown, double leastExcessMs) {
        // Replicates are kept in single precision, so what they are compared with is rounded in the same way.
        float least = (float) slowdown;
        int reached = 0;
        for (int i = 0; i < slowdowns.length; i++) {
            reached += slowdowns[i] >= least && excessMs[i] >= leastExcessMs ? 1 : 0;
        }
        return slowdowns.length == 0 ? 0 : (double) reached / slowdowns.length;
    }

    /** The quantile of the slowdown, R-7. */
    public double quantile(double p) {
        return R7.evaluate(doubles(), p);
    }

    /** The standard error of the slowdown: the standard deviation over replicates, as a ratio. */
    public double standardError() {
        double mean = Arrays.stream(doubles()).average().orElse(0);
        double squares =
                Arrays.stream(doubles()).map(s -> (s - mean) * (s - mean)).sum();
        return slowdowns.length < 2 ? 0 : Math.sqrt(squares / (slowdowns.length - 1));
    }

    private double[] doubles() {
        double[] doubles = new double[slowdowns.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = slowdowns[i];
        }
        return doubles;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Replicates that
                && Arrays.equals(slowdowns, that.slowdowns)
                && Arrays.equals(excessMs, that.excessMs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slowdowns);
    }

    @Override
    public String toString() {
        return slowdowns.length + " replicates";
    }
}
