package org.ausfall.core.loss;

import java.util.List;

/**
 * The share of a year's orders that a site loses where that cannot be tabulated beforehand, because its load time before is only believed
 * or xi may be 0. By {@link LoadTimeTable}: off by less than 1e-3 at single load times, where a device's optimum is passed, and by less
 * than 1e-5 on average. Not for use by several threads.
 */
final class DrawnResponse {
    private final LoadTimeTable table;
    private final int[] periods;
    private final double[] weights;
    private final double[] logRatios;
    private final double[] availabilities;
    private final double[] before;
    private final double[] during;

    DrawnResponse(LoadTimeTable table, SiteResponse site) {
        this.table = table;
        List<Recovery.Step> steps = site.periods().stream()
                .flatMap(period -> period.steps().stream())
                .toList();
        this.periods = new int[steps.size()];
        this.weights = new double[steps.size()];
        this.logRatios = new double[steps.size()];
        this.availabilities = new double[steps.size()];
        this.before = new double[table.width()];
        this.during = new double[table.width()];
        int i = 0;
        for (int p = 0; p < site.periods().size(); p++) {
            Recovery.Period period = site.periods().get(p);
            for (Recovery.Step step : period.steps()) {
                periods[i] = p;
                weights[i] = step.hours() / period.hours();
                logRatios[i] = Math.log1p(site.severity().slowdown(step));
                availabilities[i] = site.severity().availability(step);
                i++;
            }
        }
    }

    /** Under the observational curve, sum_t r(t) l(t), given the share of a year's orders in each period. */
    double conversion(double beforeS, double xi, double[] shares, int from) {
        double logBeforeS = Math.log(beforeS);
        table.at(logBeforeS, before);
        double sum = 0;
        for (int step = 0; step < periods.length; step++) {
            table.at(logBeforeS + logRatios[step], during);
            double lost = table.response().conversionLoss(before, during, availabilities[step], xi);
            sum += shares[from + periods[step]] * weights[step] * lost;
        }
        return sum;
    }

    /** The same under the abandonment curve. */
    double abandonment(double beforeS, double[] shares, int from) {
        double logBeforeS = Math.log(beforeS);
        int hazard = table.width() - 1;
        table.at(logBeforeS, before);
        double sum = 0;
        for (int step = 0; step < periods.length; step++) {
            table.at(logBeforeS + logRatios[step], during);
            double lost = table.response().abandoned(before[hazard], during[hazard], availabilities[step]);
            sum += shares[from + periods[step]] * weights[step] * lost;
        }
        return sum;
    }
}
