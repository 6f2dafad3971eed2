package org.ausfall.cli;

import java.util.Arrays;
import java.util.Optional;
import org.ausfall.core.sensitivity.Effort;

/**
 * Whether it is asked what moves the losses, and how thoroughly.
 *
 * @param effort how thoroughly; empty for not at all
 */
record SensitivityChoice(Optional<Effort> effort) {
    static final SensitivityChoice NONE = new SensitivityChoice(Optional.empty());

    /**
     * Reads {@code none}, {@code tornado} or {@code sobol}.
     *
     * @throws IllegalArgumentException for anything else, with a message that says what to write
     */
    static SensitivityChoice parse(String text) {
        if (text.equals(NONE.toString())) {
            return NONE;
        }
        return Arrays.stream(Effort.values())
                .filter(value -> value.code().equals(text))
                .findFirst()
                .map(effort -> new SensitivityChoice(Optional.of(effort)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no such analysis: '" + text + "'; choose none, tornado or sobol"));
    }

    /** The word on the command line. */
    @Override
    public String toString() {
        return effort.map(Effort::code).orElse("none");
    }
}
