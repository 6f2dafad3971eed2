package org.ausfall.core.evidence;

import java.util.Locale;

/** How a value came to be. The words are never mixed: a reader must be able to tell a measurement from a guess. */
public enum Provenance {
    /** Read off by a monitor. */
    MEASURED,
    /** Stated by the company itself. */
    REPORTED,
    /** Stated in public by somebody else, as it stands there. */
    PUBLISHED,
    /** Plain arithmetic on published figures. */
    DERIVED,
    /** Estimated by a third party, or implied by other figures. */
    ESTIMATED,
    /** Invented so that published totals hold; never on a real company's name. */
    RECONSTRUCTED,
    /** Believed without a source. */
    ASSUMED,
    /** Not known; the value is blank. */
    UNKNOWN;

    /** The word as it stands in data files and reports: {@code reconstructed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
