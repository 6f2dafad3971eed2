package org.ausfall.core.evidence;

import java.util.Locale;

/** What was said in public of a retailer, where no figure was given. */
public enum PublishedState {
    /** Did not answer at all. */
    DOWN,
    /** Slower by the published threshold or more. */
    AFFECTED,
    /** Not slower by the published threshold. */
    NOT_AFFECTED;

    /** The word as it stands in data files: {@code not_affected}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
