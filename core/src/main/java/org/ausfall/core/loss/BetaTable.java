package org.ausfall.core.loss;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.ausfall.core.simulation.Normal;

/**
 * Beta distributions of one size (sum of both parameters) and any mean, sampled by inversion: the logarithm of the quantile at the
 * standard normal score z, x with I_x(a, b) = Phi(z), is tabulated over z and the log-odds of the mean and interpolated by cubics. For
 * sizes of 1 and more, means from .005 to .995 and scores within 5, quantiles are off by less than 2e-4 and the mean of all draws by
 * less than 2 parts in 10,000. Rejection sampling costs several times as much, above all where, as here, the mean changes with every
 * draw.
 */
final class BetaTable {
    private static final double SMALLEST_SHAPE = 1e-3;
    private static final double FARTHEST_SCORE = 7;
    private static final double SCORE_STEP = 1 / 8.0;
    private static final double LOG_ODDS_STEP = 1 / 4.0;

    /** Where a quantile's log-odds are farther out, its logarithm follows from the first term of the series, to nine digits. */
    private static final double FAR = 21;

    private final double size;
    private final CubicGrid means;
    private final CubicGrid scores = new CubicGrid(-FARTHEST_SCORE, FARTHEST_SCORE, SCORE_STEP);
    private final double[] logs;

    /**
     * Tabulates.
     *
     * @param size sum of the parameters, above 0
     * @param lowestMean the lowest mean that will be asked for
     * @param highestMean the highest
     */
    BetaTable(double size, double lowestMean, double highestMean) {
        if (!(size >= 2 * SMALLEST_SHAPE && size < 1e6)) {
            throw new IllegalArgumentException("the size of a beta must be between 0.002 and a million, was " + size);
        }
        this.size = size;
        this.means = new CubicGrid(logOdds(lowestMean), logOdds(highestMean), LOG_ODDS_STEP);
        this.logs = new double[means.nodes() * scores.nodes()];
        for (int row = 0; row < means.nodes(); row++) {
            double mean = 1 / (1 + Math.exp(-means.at(row)));
            tabulate(size * mean, size * (1 - mean), row * scores.nodes());
        }
    }

    /** Means so close to 0 or 1 that a parameter would be smaller than .001 are moved to where it is that. */
    private double logOdds(double mean) {
        double edge = SMALLEST_SHAPE / size;
        double inside = Math.min(1 - edge, Math.max(edge, mean));
        return Math.log(inside / (1 - inside));
    }

    private void tabulate(double a, double b, int at) {
        double logBeta = LogBeta.value(a, b);
        double last = Double.NaN;
        double rise = 0;
        for (int node = 0; node < scores.nodes(); node++) {
            double y = logOddsOfQuantile(scores.at(node), a, b, logBeta, last + rise);
            rise = Double.isNaN(last) ? 0 : y - last;
            last = y;
            logs[at + node] = y < -FAR ? y : -Math.log1p(Math.exp(-y));
        }
    }

    /**
     * ln(x / (1 - x)) for x with I_x(a, b) = Phi(z). Far out I_x is the first term of its series, x^a / (a B), or the same from the
     * other end. Else Newton's method on the logarithm of the smaller tail, which is concave in the log-odds, so that steps come
     * from one side after the first.
     */
    private static double logOddsOfQuantile(double z, double a, double b, double logBeta, double guess) {
        double lowest = (Math.log(Normal.cumulative(z)) + Math.log(a) + logBeta) / a;
        double highest = -(Math.log(Normal.cumulative(-z)) + Math.log(b) + logBeta) / b;
        if (lowest < -FAR || highest > FAR) {
            return lowest < -FAR ? lowest : highest;
        }
        boolean lower = z <= 0;
        double target = Math.log(Normal.cumulative(-Math.abs(z)));
        double y = Math.abs(guess) < FAR ? guess : Math.min(FAR, Math.max(-FAR, lower ? lowest : highest));
        double change = 1;
        for (int i = 0; i < 60 && Math.abs(change) > 1e-5; i++) {
            double x = 1 / (1 + Math.exp(-y));
            double tail = lower ? RegularizedBeta.value(x, a, b) : RegularizedBeta.complement(x, a, b);
            double density = Math.exp(a * Math.log(x) - b * Math.log1p(Math.exp(y)) - logBeta);
            change = (target - Math.log(tail)) * tail / density * (lower ? 1 : -1);
            y = Math.min(FAR, Math.max(-FAR, y + change));
        }
        return y;
    }

    /** Where a mean lies among the tabulated ones; see {@link CubicGrid#locate}. */
    void locate(double mean, double[] places, int at) {
        means.locate(logOdds(mean), places, at);
    }

    /** The logarithm of the quantile at a normal score, for a located mean. */
    double log(double[] places, int at, double z) {
        double position = (Math.min(FARTHEST_SCORE, Math.max(-FARTHEST_SCORE, z)) - scores.at(0)) / SCORE_STEP;
        int node = (int) position;
        double t = position - node;
        double w0 = -t * (t - 1) * (t - 2) / 6;
        double w1 = (t + 1) * (t - 1) * (t - 2) / 2;
        double w2 = -(t + 1) * t * (t - 2) / 2;
        double w3 = (t + 1) * t * (t - 1) / 6;
        int columns = scores.nodes();
        int from = ((int) places[at] - 1) * columns + node - 1;
        double sum = 0;
        for (int row = 0; row < 4; row++) {
            sum += places[at + 1 + row]
                    * (w0 * logs[from] + w1 * logs[from + 1] + w2 * logs[from + 2] + w3 * logs[from + 3]);
            from += columns;
        }
        return sum;
    }
}
