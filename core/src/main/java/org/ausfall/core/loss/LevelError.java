package org.ausfall.core.loss;

import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.SourcedBelief;

/** How far a company's true revenue may be from the figure at hand: lognormal with mean 1. */
record LevelError(double sd) {
    /** Scope for figures from the company's own accounts. */
    static final String REPORTED = "reported";

    /** Scope for figures implied by others. */
    static final String IMPLIED = "implied";

    /** Scope for estimates. */
    static final String ESTIMATED = "estimated";

    /** The error of a figure of that basis, {@code years} before the event's year. */
    static LevelError of(Assumptions assumptions, String basis, int years) {
        double sd = assumptions.get(BeliefName.REVENUE_LEVEL_SD, basis).p50();
        double perYear = assumptions
                .get(BeliefName.REVENUE_LEVEL_SD_PER_YEAR, SourcedBelief.ALL)
                .p50();
        return new LevelError(sd + perYear * Math.max(0, years));
    }

    /** The factor at a standard normal score: exp(s z - s^2 / 2). */
    double factor(double z) {
        return sd == 0 ? 1 : Math.exp(log(z));
    }

    /** The logarithm of the factor. */
    double log(double z) {
        return sd * z - sd * sd / 2;
    }
}
