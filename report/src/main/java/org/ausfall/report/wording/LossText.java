package org.ausfall.report.wording;

import org.ausfall.core.loss.LossDistribution;
import org.ausfall.core.loss.PopulationLoss;

/** How a population's loss is said: where nobody is estimated it is not known, which is not zero. */
public final class LossText {
    /** Stands where a figure is not known. */
    public static final String UNKNOWN = "not known";

    private LossText() {}

    /** The median without the currency: {@code 29 m}. */
    public static String median(PopulationLoss population, LossDistribution loss) {
        return population.isEstimated() ? MoneyText.bare(loss.p50()) : UNKNOWN;
    }

    /** The 90 % range without the currency: {@code 12-42 m}. */
    public static String range(PopulationLoss population, LossDistribution loss) {
        return population.isEstimated() ? MoneyText.range(loss.p05(), loss.p95()) : UNKNOWN;
    }
}
