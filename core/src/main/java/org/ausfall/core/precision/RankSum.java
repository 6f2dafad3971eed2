package org.ausfall.core.precision;

import java.util.HashMap;
import java.util.Map;
import org.ausfall.core.simulation.Normal;

/**
 * Mann-Whitney test and Hodges-Lehmann shift of whole numbers, as {@code wilcox.test} of R does them: the exact distribution where both
 * samples have fewer than 50 values and no value occurs twice; else the normal approximation with corrections for ties and continuity.
 * Differences are never listed: the one of a given rank is found by halving the range of values, counting in one pass over both samples
 * each time, so that two samples of m and n values take O((m + n) log range).
 *
 * <p>Holds the exact distributions it has needed, so that one object should serve many pairs of samples; not for several threads.
 */
public final class RankSum {
    /** Samples below this size are compared exactly. */
    private static final int EXACT_BELOW = 50;

    private final Map<Long, double[]> distributions = new HashMap<>();

    /**
     * How far the first sample lies above the second.
     *
     * @param x the first sample, sorted upwards, not empty
     * @param y the second, sorted upwards, not empty
     * @param level the level of the two-sided interval, in (0, 1)
     */
    public Shift compare(int[] x, int[] y, double level) {
        if (x.length == 0 || y.length == 0) {
            throw new IllegalArgumentException(
                    "two samples are needed, but they have " + x.length + " and " + y.length + " values");
        }
        Ranks ranks = Ranks.of(x, y);
        boolean exact = isExact(x.length, y.length, ranks);
        long pairs = (long) x.length * y.length;
        long rank = lowerRank(x.length, y.length, ranks, exact, level);
        double estimate = (difference(x, y, (pairs + 1) / 2) + (double) difference(x, y, pairs / 2 + 1)) / 2;
        return new Shift(
                estimate,
                difference(x, y, rank),
                difference(x, y, pairs + 1 - rank),
                level,
                exact ? exactP(x.length, y.length, ranks) : approximateP(x.length, y.length, ranks),
                exact);
    }

    /**
     * Whether the lower end of the interval lies above zero; the same as asking {@link #compare}, in one pass.
     *
     * @param x the first sample, sorted upwards, not empty
     * @param y the second, sorted upwards, not empty
     */
    public boolean isAbove(int[] x, int[] y, double level) {
        Ranks ranks = Ranks.of(x, y);
        return upTo(x, y, 0) < lowerRank(x.length, y.length, ranks, isExact(x.length, y.length, ranks), level);
    }

    private static boolean isExact(int m, int n, Ranks ranks) {
        return m < EXACT_BELOW && n < EXACT_BELOW && ranks.tieTerm() == 0;
    }

    /**
     * What the ranks of two samples say.
     *
     * @param w the Mann-Whitney statistic: pairs in which the first is larger, ties counting half
     * @param tieTerm the sum of t^3 - t over all values, t how often each occurs
     */
    private record Ranks(double w, double tieTerm) {
        static Ranks of(int[] x, int[] y) {
            double w = 0;
            double ties = 0;
            int i = 0;
            int j = 0;
            while (i < x.length || j < y.length) {
                int value = j == y.length || (i < x.length && x[i] <= y[j]) ? x[i] : y[j];
                int fromI = i;
                int fromJ = j;
                i = after(x, i, value);
                j = after(y, j, value);
                w += (i - fromI) * (fromJ + (j - fromJ) / 2.0);
                double t = i - fromI + j - fromJ;
                ties += t * t * t - t;
            }
            return new Ranks(w, ties);
        }

        private static int after(int[] values, int from, int value) {
            int i = from;
            while (i < values.length && values[i] == value) {
                i++;
            }
            return i;
        }
    }

    /** The rank, from 1, of the difference that is the lower end of the interval; the upper end has the same rank from above. */
    private long lowerRank(int m, int n, Ranks ranks, boolean exact, double level) {
        double alpha = (1 - level) / 2;
        if (!exact) {
            double bound = m * (double) n / 2 - 0.5 + Normal.quantile(alpha) * sigma(m, n, ranks);
            return Math.max(1, (long) Math.floor(bound) + 1);
        }
        double[] cumulative = distribution(m, n);
        int rank = 0;
        while (cumulative[rank] < alpha) {
            rank++;
        }
        return Math.max(1, rank);
    }

    private double exactP(int m, int n, Ranks ranks) {
        double[] cumulative = distribution(m, n);
        int w = (int) ranks.w();
        // The distribution is symmetric: the upper tail from w is the lower one up to m n - w.
        double tail = cumulative[Math.min(w, m * n - w)];
        return Math.min(1, 2 * tail);
    }

    private static double approximateP(int m, int n, Ranks ranks) {
        double distance = ranks.w() - m * (double) n / 2;
        double sigma = sigma(m, n, ranks);
        if (sigma == 0) {
            return 1;
        }
        return Math.min(1, 2 * Normal.cumulative(-(Math.abs(distance) - (distance == 0 ? 0 : 0.5)) / sigma));
    }

    private static double sigma(int m, int n, Ranks ranks) {
        double all = m + (double) n;
        double ties = all > 1 ? ranks.tieTerm() / (all * (all - 1)) : 0;
        return Math.sqrt(Math.max(0, m * (double) n / 12 * (all + 1 - ties)));
    }

    /** P(W up to w) for w = 0 ... m n without ties, by N(w; m, n) = N(w - n; m - 1, n) + N(w; m, n - 1). */
    private double[] distribution(int m, int n) {
        return distributions.computeIfAbsent((long) m << 32 | n, key -> cumulative(counts(m, n)));
    }

    private static double[] counts(int m, int n) {
        double[][] row = new double[m + 1][m * n + 1];
        for (int i = 0; i <= m; i++) {
            row[i][0] = 1;
        }
        for (int j = 1; j <= n; j++) {
            for (int i = 1; i <= m; i++) {
                for (int w = j; w <= i * j; w++) {
                    row[i][w] += row[i - 1][w - j];
                }
            }
        }
        return row[m];
    }

    private static double[] cumulative(double[] counts) {
        double[] cumulative = counts.clone();
        for (int w = 1; w < cumulative.length; w++) {
            cumulative[w] += cumulative[w - 1];
        }
        double all = cumulative[cumulative.length - 1];
        for (int w = 0; w < cumulative.length; w++) {
            cumulative[w] /= all;
        }
        return cumulative;
    }

    /** The difference x - y of a rank from 1, smallest first. */
    private static long difference(int[] x, int[] y, long rank) {
        long low = (long) x[0] - y[y.length - 1];
        long high = (long) x[x.length - 1] - y[0];
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2);
            if (upTo(x, y, middle) >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How many differences x - y are at or below a bound. */
    private static long upTo(int[] x, int[] y, long bound) {
        long count = 0;
        int j = 0;
        for (int value : x) {
            while (j < y.length && value - (long) y[j] > bound) {
                j++;
            }
            count += y.length - j;
        }
        return count;
    }
}
