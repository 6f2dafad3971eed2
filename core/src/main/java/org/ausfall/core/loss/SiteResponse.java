package org.ausfall.core.loss;

import java.util.List;

/**
 * The share of orders a monitored site loses in each period of the recovery: the {@link DelayResponse} to a load time T0 (1 + s g(t)) and
 * an availability 1 - (1 - A) g(t), where s is its slowdown, averaged over the steps of the period.
 *
 * @param slowdown s, as a ratio
 * @param availability A, in [0, 1]
 */
record SiteResponse(DelayResponse response, List<Recovery.Period> periods, double slowdown, double availability) {
    /** Under the observational curve, for many values of xi: period after period for the first, then for the next. */
    double[] conversion(double beforeS, double[] xis) {
        double[] lost = new double[xis.length * periods.size()];
        for (int p = 0; p < periods.size(); p++) {
            Recovery.Period period = periods.get(p);
            for (Recovery.Step step : period.steps()) {
                double[] exponents = response.conversionExponents(beforeS, duringS(beforeS, step));
                double weight = step.hours() / period.hours();
                for (int i = 0; i < xis.length; i++) {
                    lost[i * periods.size() + p] +=
                            weight * response.conversionLoss(exponents, available(step), xis[i]);
                }
            }
        }
        return lost;
    }

    /** Under the abandonment curve, period after period. */
    double[] abandonment(double beforeS) {
        double[] lost = new double[periods.size()];
        for (int p = 0; p < periods.size(); p++) {
            Recovery.Period period = periods.get(p);
            for (Recovery.Step step : period.steps()) {
                lost[p] += step.hours()
                        / period.hours()
                        * response.abandonmentLoss(beforeS, duringS(beforeS, step), available(step));
            }
        }
        return lost;
    }

    private double duringS(double beforeS, Recovery.Step step) {
        return beforeS * (1 + slowdown * step.missing());
    }

    private double available(Recovery.Step step) {
        return 1 - (1 - availability) * step.missing();
    }
}
