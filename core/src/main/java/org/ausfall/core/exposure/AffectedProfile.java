package org.ausfall.core.exposure;

/** A named definition of "affected", so that a quoted share says which one it used. */
public enum AffectedProfile {
    /** Slower by the threshold or more, or down. */
    APICA_2017("apica-2017"),
    /**
     * Slower by the threshold or more, by at least 100 ms, and with the lower end of the two-sided 90 % Hodges-Lehmann interval of
     * the shift above zero; or down. Needs raw measurements.
     */
    STRICT("strict");

    private final String code;

    AffectedProfile(String code) {
        this.code = code;
    }

    /** The name on the command line and in reports: {@code apica-2017}. */
    public String code() {
        return code;
    }
}
