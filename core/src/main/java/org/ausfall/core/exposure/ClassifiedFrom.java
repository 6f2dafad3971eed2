package org.ausfall.core.exposure;

import java.util.Locale;

/** What a site's state was read from: an availability of zero, else the first in this order that is known. */
public enum ClassifiedFrom {
    /** Its load times before and during. */
    TIMES,
    /** A published percent. */
    PERCENT,
    /** A published state. */
    STATE,
    /** Failures in a row at half of its locations, in raw measurements. */
    FAILURES,
    /** An availability of zero. */
    AVAILABILITY,
    /** Nothing that would tell. */
    NOTHING;

    /** The word in files and reports: {@code times}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
