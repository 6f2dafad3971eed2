package org.ausfall.core.exposure;

import java.util.Locale;

/** What became of a monitored site. */
public enum SiteState {
    /** It did not answer; counts as affected. */
    DOWN,
    /** It was slower by the threshold or more. */
    AFFECTED,
    /** It was not. */
    NOT_AFFECTED,
    /** It cannot be known; never counted as unaffected. */
    NOT_MEASURABLE;

    /** The word in files and reports: {@code not_affected}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the site counts as affected: slowed or down. */
    public boolean isAffected() {
        return this == DOWN || this == AFFECTED;
    }
}
