package org.ausfall.core.loss;

import java.util.List;

/**
 * The share of orders a monitored site loses in each period of the outage: the {@link DelayResponse} to a load time T0 (1 + s(t)) and an
 * availability A(t), averaged over the steps of the period.
 *
 * @param severity s(t) and A(t)
 */
record SiteResponse(DelayResponse response, List<Recovery.Period> periods, Severity severity) {
    /** Under the observational curve, for many values of xi: period after period for the first, then for the next. */
    double[] conversion(double beforeS, double[] xis) {
        double[] lost = new double[xis.length * periods.size()];
        double[] before = response.slowness(beforeS);
        for (int p = 0; p < periods.size(); p++) {
            Recovery.Period period = periods.get(p);
            for (Recovery.Step step : period.steps()) {
                double[] during = response.slowness(duringS(beforeS, step));
                double weight = step.hours() / period.hours();
                for (int i = 0; i < xis.length; i++) {
                    lost[i * periods.size() + p] +=
                            weight * response.conversionLoss(before, during, severity.availability(step), xis[i]);
                }
            }
        }
        return lost;
    }

    /** Under the abandonment curve, period after period. */
    double[] abandonment(double beforeS) {
        double[] lost = new double[periods.size()];
        double before = response.hazard(beforeS);
        for (int p = 0; p < periods.size(); p++) {
            Recovery.Period period = periods.get(p);
            for (Recovery.Step step : period.steps()) {
                double during = response.hazard(duringS(beforeS, step));
                lost[p] +=
                        step.hours() / period.hours() * response.abandoned(before, during, severity.availability(step));
            }
        }
        return lost;
    }

    private double duringS(double beforeS, Recovery.Step step) {
        return beforeS * (1 + severity.slowdown(step));
    }
}
