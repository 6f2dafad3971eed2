package org.ausfall.core.exposure;

/**
 * How many sites could as well have come out as affected.
 *
 * @param p05 the smallest count that is reached or undercut with a probability of at least 5 %
 * @param p50 the same at 50 %
 * @param p95 the same at 95 %
 */
public record CountRange(int p05, int p50, int p95) {
    /** Room for the rounding of a sum of probabilities. */
    private static final double SLACK = 1e-12;

    /** The range where each site is affected with a probability of its own, independently of the others. */
    static CountRange of(double[] probabilities) {
        double[] distribution = PoissonBinomial.distribution(probabilities);
        return new CountRange(quantile(distribution, 0.05), quantile(distribution, 0.5), quantile(distribution, 0.95));
    }

    private static int quantile(double[] distribution, double p) {
        double below = 0;
        for (int count = 0; count < distribution.length; count++) {
            below += distribution[count];
            if (below >= p - SLACK) {
                return count;
            }
        }
        return distribution.length - 1;
    }
}
