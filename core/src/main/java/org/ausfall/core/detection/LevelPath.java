package org.ausfall.core.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Cuts the shares into pieces of constant excess, at the best change points there are: the piecewise constant path over a grid of
 * levels e that maximizes the binomial log-likelihood of the counts, with p = usual + (1 - usual) e, minus a price for each
 * change (penalized optimal partitioning, Jackson et al. 2005; with levels on a grid the optimum is exact in one pass, Viterbi
 * 1967). Levels below what counts as an outage are in the grid so that a few sites slow for days make a piece of their own.
 */
final class LevelPath {
    private static final double[] LEVELS = {0, .02, .05, .1, .15, .2, .3, .4, .5, .65, .8, 1};
    /** Even where all were touched, a site in fifty may seem not to be. */
    private static final double HIGHEST_SHARE = 0.98;
    /** An end costs what a length of about 20 bins suggests: ln 20. */
    private static final double END_PRICE = 3;

    private final PooledShares shares;
    private final double dispersion;
    private final double startPrice;
    private final double[] best = new double[LEVELS.length];
    private final byte[][] cameFrom;
    private final double[] logAbove = new double[LEVELS.length];
    private final double[] logBelow = new double[LEVELS.length];
    private double usual = Double.NaN;

    /** A piece of constant excess, from one bin to before another. */
    record Piece(int from, int to, double level) {}

    private LevelPath(PooledShares shares) {
        this.shares = shares;
        this.dispersion = Dispersion.of(shares);
        this.startPrice = Math.log(Math.max(2, shares.size())) + Math.log(LEVELS.length);
        this.cameFrom = new byte[shares.size()][LEVELS.length];
    }

    /** The pieces, in the order of time. */
    static List<Piece> of(PooledShares shares) {
        return shares.size() == 0 ? List.of() : new LevelPath(shares).pieces();
    }

    private List<Piece> pieces() {
        for (int level = 1; level < best.length; level++) {
            best[level] = -startPrice;
        }
        for (int i = 0; i < shares.size(); i++) {
            step(i);
        }
        int level = highest(best);
        List<Piece> pieces = new ArrayList<>();
        int end = shares.size();
        for (int i = shares.size() - 1; i >= 0; i--) {
            int before = cameFrom[i][level];
            if (before != level || i == 0) {
                pieces.add(new Piece(i, end, LEVELS[level]));
                end = i;
                level = before;
            }
        }
        Collections.reverse(pieces);
        return pieces;
    }

    private void step(int i) {
        double[] next = new double[best.length];
        int top = highest(best);
        for (int level = 0; level < best.length; level++) {
            double price = LEVELS[level] < LEVELS[top] ? END_PRICE : startPrice;
            boolean stays = level == top || best[level] >= best[top] - price;
            cameFrom[i][level] = (byte) (stays ? level : top);
            next[level] = (stays ? best[level] : best[top] - price) + likelihood(i, level);
        }
        System.arraycopy(next, 0, best, 0, next.length);
    }

    private double likelihood(int i, int level) {
        if (shares.usual(i) != usual) {
            usual = shares.usual(i);
            for (int k = 0; k < LEVELS.length; k++) {
                double p = Math.min(HIGHEST_SHARE, usual + (1 - usual) * LEVELS[k]);
                logAbove[k] = Math.log(p);
                logBelow[k] = Math.log1p(-p);
            }
        }
        int below = shares.measured(i) - shares.above(i);
        return (shares.above(i) * logAbove[level] + below * logBelow[level]) / dispersion;
    }

    private static int highest(double[] values) {
        int top = 0;
        for (int i = 1; i < values.length; i++) {
            top = values[i] > values[top] ? i : top;
        }
        return top;
    }

    /** How much more the counts of half an hour scatter than those of independent sites and bins would; at least 1. */
    private static final class Dispersion {
        private static final Duration BLOCK = Duration.ofMinutes(30);
        /** The median of a chi-squared variable with one degree of freedom. */
        private static final double MEDIAN = 0.455;

        private Dispersion() {}

        static double of(PooledShares shares) {
            int block = shares.binsIn(BLOCK);
            double[] squares = new double[shares.size() / block];
            for (int i = 0; i < squares.length; i++) {
                squares[i] = square(shares, i * block, (i + 1) * block);
            }
            Arrays.sort(squares);
            return squares.length == 0 ? 1 : Math.max(1, squares[squares.length / 2] / MEDIAN);
        }

        private static double square(PooledShares shares, int from, int to) {
            double sum = 0;
            double variance = 0;
            for (int i = from; i < to; i++) {
                double p = shares.typical(i);
                sum += shares.above(i) - shares.measured(i) * p;
                variance += shares.measured(i) * p * (1 - p);
            }
            return sum == 0 ? 0 : sum * sum / variance;
        }
    }
}
