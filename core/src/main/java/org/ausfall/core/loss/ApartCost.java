package org.ausfall.core.loss;

import java.util.Locale;

/**
 * What an outage cost besides sales: kept apart, never added to lost sales, and estimated only where an analyst's assumptions say how.
 *
 * @param kind what it is
 * @param usd its distribution over draws
 */
public record ApartCost(Kind kind, LossDistribution usd) {
    /** What a cost is. */
    public enum Kind {
        /** What was spent to get through the outage: overtime, freight, replacement service. */
        EXTRA_COST,
        /** What was given back or promised to customers. */
        CREDITS,
        /** Margin on the sales that did not come back, plus extra cost and credits where they are estimated. */
        LOST_PROFIT;

        /** The name in files: {@code extra_cost}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
