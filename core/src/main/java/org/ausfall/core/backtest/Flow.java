package org.ausfall.core.backtest;

import org.ausfall.core.quantity.Money;

/** The arithmetic of one past event: what flows in the hours it lasted, and how well that is known. */
final class Flow {
    private static final double HOURS_A_YEAR = 8760;
    private static final double HOURS_A_DAY = 24;

    private Flow() {}

    /** The naive figure: annual revenue / 8760 x hours, all of it lost. Hours that are not known are the prior's median. */
    static double flat8760Usd(PastEvent event, Priors priors) {
        double annualUsd = event.annualRevenue().map(Money::usd).orElseThrow();
        return annualUsd / HOURS_A_YEAR * hours(event, priors);
    }

    /** flat8760 of the part that was known to be hit; what the severity (and, where believed, the share hit) then scales. */
    static double hitUsd(PastEvent event, Priors priors) {
        return flat8760Usd(event, priors) * event.knownShareHit();
    }

    private static double hours(PastEvent event, Priors priors) {
        return event.durationHours().orElse(priors.median(PriorName.DURATION_H));
    }

    /** Variance of the logarithm of {@link #hitUsd} around the truth: revenue, duration and, where it is known, share hit. */
    static double noise(PastEvent event, Priors priors) {
        return square(revenueSd(event, priors))
                + durationVariance(event, priors)
                + (event.knowsShareHit() ? square(priors.median(PriorName.KNOWN_SHARE_SD)) : 0);
    }

    private static double revenueSd(PastEvent event, Priors priors) {
        PriorName quality = event.revenueQuality() == RevenueQuality.SOURCED
                ? PriorName.REVENUE_SD_SOURCED
                : PriorName.REVENUE_SD_APPROXIMATE;
        return priors.median(quality) + priors.median(PriorName.REVENUE_SD_PER_YEAR) * event.revenueAgeYears();
    }

    private static double durationVariance(PastEvent event, Priors priors) {
        double error = event.durationHours().isPresent()
                ? priors.median(PriorName.DURATION_SD)
                : priors.logSd(PriorName.DURATION_H);
        double shortness = Math.max(0, 1 - hours(event, priors) / HOURS_A_DAY);
        return square(error) + square(priors.median(PriorName.SHORT_OUTAGE_SD) * shortness);
    }

    private static double square(double x) {
        return x * x;
    }
}
