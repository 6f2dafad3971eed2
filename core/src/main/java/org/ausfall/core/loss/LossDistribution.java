package org.ausfall.core.loss;

/**
 * A loss in US dollars as a distribution over draws. Quantiles are R-7 of the simulated sums.
 *
 * @param mean the mean
 * @param p05 5th percentile
 * @param p25 25th percentile
 * @param p50 median
 * @param p75 75th percentile
 * @param p95 95th percentile
 * @param tvar95 mean of the worst 5 % of draws
 * @param errorP05 Monte Carlo standard error of {@code p05}: how far another seed would move it
 * @param errorP50 the same for the median
 * @param errorP95 the same for {@code p95}
 */
public record LossDistribution(
        double mean,
        double p05,
        double p25,
        double p50,
        double p75,
        double p95,
        double tvar95,
        double errorP05,
        double errorP50,
        double errorP95) {}
