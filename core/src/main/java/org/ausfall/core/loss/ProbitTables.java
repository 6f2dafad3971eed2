package org.ausfall.core.loss;

import java.util.function.DoubleUnaryOperator;
import org.ausfall.core.simulation.Normal;

/**
 * The normal distribution function, and the normal score of a probability given by its log-odds, interpolated in tables, because every
 * sector asks for both in every draw. Off by less than 2e-8; exact beyond the tables.
 */
final class ProbitTables {
    private static final double FARTHEST_SCORE = 8;
    private static final double FARTHEST_LOG_ODDS = 16;
    private static final double STEP = 1 / 32.0;

    private final CubicGrid scores = new CubicGrid(-FARTHEST_SCORE, FARTHEST_SCORE, STEP);
    private final CubicGrid logOdds = new CubicGrid(-FARTHEST_LOG_ODDS, FARTHEST_LOG_ODDS, STEP);
    private final double[] cumulative = tabulate(scores, Normal::cumulative);
    private final double[] probits = tabulate(logOdds, ProbitTables::exactProbit);

    private static double[] tabulate(CubicGrid grid, DoubleUnaryOperator function) {
        double[] values = new double[grid.nodes()];
        for (int node = 0; node < values.length; node++) {
            values[node] = function.applyAsDouble(grid.at(node));
        }
        return values;
    }

    private static double exactProbit(double logOdds) {
        return Normal.quantile(1 / (1 + Math.exp(-logOdds)));
    }

    /** The probability of a normal score up to z. */
    double cumulative(double z) {
        return z > -FARTHEST_SCORE && z < FARTHEST_SCORE ? scores.interpolate(cumulative, z) : Normal.cumulative(z);
    }

    /** The normal score below which the probability with these log-odds lies. */
    double probit(double odds) {
        return odds > -FARTHEST_LOG_ODDS && odds < FARTHEST_LOG_ODDS
                ? logOdds.interpolate(probits, odds)
                : exactProbit(odds);
    }
}
