package org.ausfall.core.backtest;

import java.util.Locale;

/** What a figure counts. Only lost revenue is estimated, so that only lost revenue is ever compared with an estimate. */
public enum Measure {
    /** Sales that did not come in, or came in later. */
    LOST_REVENUE,
    /** Profit or income, with the costs of the outage in it. */
    PROFIT,
    /** Costs of repair, compensation, refunds, or credits to customers. */
    COST_OR_CREDIT,
    /** Anything else, or not said. */
    OTHER;

    /** The word as it stands in data files: {@code lost_revenue}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
