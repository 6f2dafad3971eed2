package org.ausfall.core.precision;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ausfall.core.simulation.Streams;

/**
 * Draws a site's probes anew in blocks of time, to see how its slowdown could as well have come out (moving-block bootstrap, Kuensch
 * 1989, on a circle, Politis and Romano 1992). A block is n^(1/3) probes long, n those of the location with most (the order that
 * suits a variance: Hall, Horowitz and Jing 1995). All locations are drawn from the same blocks of time, so that what slows them
 * together is not averaged away; before and during are drawn apart.
 */
final class MovingBlocks {
    /** How often a site is drawn anew. */
    static final int DRAWS = 400;

    /** Half a microsecond, so that nothing is divided by zero. */
    static final double SHORTEST = 0.5;

    private MovingBlocks() {}

    /** One location, before and during, neither without a success. */
    record Pair(BlockedDurations before, BlockedDurations during) {}

    static Replicates draw(List<Pair> locations, Streams streams, String site) {
        if (locations.isEmpty()) {
            return Replicates.NONE;
        }
        double[] before = new double
                [blocks(locations.stream()
                        .mapToInt(one -> one.before().size())
                        .max()
                        .orElse(1))];
        double[] during = new double
                [blocks(locations.stream()
                        .mapToInt(one -> one.during().size())
                        .max()
                        .orElse(1))];
        UniformRandomProvider randomBefore = streams.of("probes before of " + site, 0);
        UniformRandomProvider randomDuring = streams.of("probes during of " + site, 0);
        float[] slowdowns = new float[DRAWS];
        float[] excess = new float[DRAWS];
        double[] ratios = new double[locations.size()];
        double[] added = new double[locations.size()];
        for (int draw = 0; draw < DRAWS; draw++) {
            fill(before, randomBefore);
            fill(during, randomDuring);
            for (int i = 0; i < locations.size(); i++) {
                double usual = Math.max(SHORTEST, locations.get(i).before().median(before));
                added[i] = locations.get(i).during().median(during) - usual;
                ratios[i] = added[i] / usual;
            }
            slowdowns[draw] = (float) Slowness.median(ratios, ratios.length);
            excess[draw] = (float) (Slowness.median(added, added.length) / 1000);
        }
        return new Replicates(slowdowns, excess);
    }

    private static int blocks(int n) {
        int length = Math.max(1, (int) Math.round(StrictMath.cbrt(n)));
        return (n + length - 1) / length;
    }

    private static void fill(double[] starts, UniformRandomProvider random) {
        for (int i = 0; i < starts.length; i++) {
            starts[i] = random.nextDouble();
        }
    }
}
