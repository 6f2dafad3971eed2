package org.ausfall.core.loss;

import org.ausfall.core.simulation.Normal;

/**
 * Beta distributions of one size (sum of both parameters) and any mean, sampled by inversion: the logarithm of the quantile at the
 * standard normal score z, x with I_x(a, b) = Phi(z), is tabulated over z and the log-odds of the mean and interpolated by cubics. For
 * sizes of 1 and more, means from .005 to .995 and scores within 5, quantiles are off by less than 2e-4 and the mean of all draws by
 * less than 2 parts in 10,000. Rejection sampling costs several times as much, above all where, as here, the mean changes with every
 * draw.
 */
final class BetaTable {
    /** Times a sixth, because a division takes as long as four products. */
    private static final double SIXTH = 1 / 6.0;

    private static final double SMALLEST_SHAPE = 1e-3;
    private static final double FARTHEST_SCORE = 7;
    private static final double SCORES_PER_UNIT = 8;
    private static final double FIRST_SCORE = -FARTHEST_SCORE - 1 / SCORES_PER_UNIT;
    private static final double LOG_ODDS_STEP = 1 / 4.0;

    private final double size;
    private final CubicGrid means;
    private final CubicGrid scores = new CubicGrid(-FARTHEST_SCORE, FARTHEST_SCORE, 1 / SCORES_PER_UNIT);
    private final int columns = scores.nodes();
    private final double[] logs;

    /**
     * Tabulates.
     *
     * @param size sum of the parameters, above 0
     * @param lowestLogOdds the log-odds of the lowest mean that will be asked for
     * @param highestLogOdds those of the highest
     */
    BetaTable(double size, double lowestLogOdds, double highestLogOdds) {
        if (!(size >= 2 * SMALLEST_SHAPE && size <= 1e4)) {
            throw new IllegalArgumentException("the size of a beta must be between 0.002 and 10000, was " + size);
        }
        this.size = size;
        this.means = new CubicGrid(inside(lowestLogOdds), inside(highestLogOdds), LOG_ODDS_STEP);
        this.logs = new double[means.nodes() * columns];
        double[] lower = new double[columns];
        for (int node = 0; node < columns; node++) {
            lower[node] = Normal.cumulative(scores.at(node));
        }
        BetaQuantiles quantiles = new BetaQuantiles(size);
        for (int row = 0; row < means.nodes(); row++) {
            double mean = 1 / (1 + Math.exp(-means.at(row)));
            quantiles.logs(mean, lower, logs, row * columns);
        }
    }

    /** Means so close to 0 or 1 that a parameter would be smaller than .001 are moved to where it is that. */
    private double inside(double logOdds) {
        double farthest = Math.log((size - SMALLEST_SHAPE) / SMALLEST_SHAPE);
        return Math.min(farthest, Math.max(-farthest, logOdds));
    }

    /** Where the mean with these log-odds lies among the tabulated ones, in rows. */
    double row(double logOdds) {
        return means.position(inside(logOdds));
    }

    /** The logarithm of the quantile at a normal score, for the mean at {@code row}. */
    double log(double row, double z) {
        double inside = z > FARTHEST_SCORE ? FARTHEST_SCORE : z < -FARTHEST_SCORE ? -FARTHEST_SCORE : z;
        double position = (inside - FIRST_SCORE) * SCORES_PER_UNIT;
        int node = (int) position;
        double t = position - node;
        double outerScore = t * (t - 1) * SIXTH;
        double innerScore = (t + 1) * (t - 2) / 2;
        double w0 = (2 - t) * outerScore;
        double w1 = (t - 1) * innerScore;
        double w2 = -t * innerScore;
        double w3 = (t + 1) * outerScore;
        int middle = means.node(row);
        double s = row - middle;
        int from = (middle - 1) * columns + node - 1;
        double outer = s * (s - 1) * SIXTH;
        double inner = (s + 1) * (s - 2) / 2;
        return (2 - s) * outer * across(from, w0, w1, w2, w3)
                + (s - 1) * inner * across(from + columns, w0, w1, w2, w3)
                - s * inner * across(from + 2 * columns, w0, w1, w2, w3)
                + (s + 1) * outer * across(from + 3 * columns, w0, w1, w2, w3);
    }

    private double across(int from, double w0, double w1, double w2, double w3) {
        return w0 * logs[from] + w1 * logs[from + 1] + w2 * logs[from + 2] + w3 * logs[from + 3];
    }
}
