package org.ausfall.core.evidence;

import java.util.Locale;

/** How a company's revenue is known. */
public enum RevenueBasis {
    /** Taken from the company's own accounts. */
    REPORTED,
    /** Implied by market value and a price-to-sales ratio. */
    IMPLIED,
    /** Not known. */
    UNKNOWN;

    /** The word as it stands in data files: {@code reported}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
