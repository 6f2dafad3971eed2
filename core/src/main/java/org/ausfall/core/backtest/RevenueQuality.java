package org.ausfall.core.backtest;

import java.util.Locale;

/** How well the revenue of a past event's company is known. */
public enum RevenueQuality {
    /** From the company's accounts, with a source. */
    SOURCED,
    /** Of the right size, not looked up to the digit. */
    APPROXIMATE;

    /** The word as it stands in data files: {@code sourced}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
