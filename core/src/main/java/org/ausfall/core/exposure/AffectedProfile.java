package org.ausfall.core.exposure;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A named definition of "affected", so that a quoted share says which one it used. */
public enum AffectedProfile {
    /** Slower by the threshold or more, or down. */
    APICA_2017("apica-2017"),
    /**
     * Slower by the threshold or more, by at least 100 ms, and with the lower end of the two-sided 90 % Hodges-Lehmann interval of
     * the shift above zero; or down. Needs raw measurements.
     */
    STRICT("strict");

    /** The excess in ms that {@link #STRICT} asks for. */
    public static final double STRICT_EXCESS_MS = 100;

    private final String code;

    AffectedProfile(String code) {
        this.code = code;
    }

    /** The name on the command line and in reports: {@code apica-2017}. */
    public String code() {
        return code;
    }

    /**
     * The profile with that name.
     *
     * @throws IllegalArgumentException if there is none, with the names there are
     */
    public static AffectedProfile parse(String code) {
        return Arrays.stream(values())
                .filter(profile -> profile.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no profile '" + code + "'; choose "
                        + Arrays.stream(values()).map(AffectedProfile::code).collect(Collectors.joining(" or "))));
    }
}
