package org.ausfall.core.loss;

import java.util.List;

/**
 * The summed loss of a population; summed inside each draw, so that what companies have in common stays in the range.
 *
 * @param scope the key: {@code sp500}, {@code sector:Energy}, or {@code column:value} of an analyst's own column
 * @param label the name to show
 * @param companies companies and retailers with an estimate
 * @param notEstimated members without one
 * @param reconstructed members with reconstructed inputs
 * @param annualUsd what they earn in a year: whole groups among listed companies, web sales among retailers
 * @param flat8760Usd the naive figure, summed
 * @param gross before sales come back; without meaning where nobody is estimated
 * @param net after
 * @param apart what it cost besides sales, where an analyst's assumptions say how; never part of a loss
 */
public record PopulationLoss(
        String scope,
        String label,
        int companies,
        int notEstimated,
        int reconstructed,
        double annualUsd,
        double flat8760Usd,
        LossDistribution gross,
        LossDistribution net,
        List<ApartCost> apart) {
    /** The start of the scope of a sector. */
    public static final String SECTOR_PREFIX = "sector:";

    /** Copies the list. */
    public PopulationLoss {
        apart = List.copyOf(apart);
    }

    /** Whether anybody in it could be estimated; if not, its losses are unknown, not zero. */
    public boolean isEstimated() {
        return companies > 0;
    }

    /** Whether this is a population that stands for itself, not one value of a column. */
    public boolean isHeadline() {
        return scope.indexOf(':') < 0;
    }

    /** Whether this is one sector. */
    public boolean isSector() {
        return scope.startsWith(SECTOR_PREFIX);
    }
}
