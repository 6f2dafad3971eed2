package org.ausfall.core.world;

import java.util.List;
import java.util.Locale;

/** How a world differs from what the analyst believes. */
public enum Twist {
    /** Not at all: its truth is drawn from the beliefs. */
    NONE("as believed"),
    /** Delay costs almost nothing: xi is .06. */
    DELAY_HARMLESS("xi is .06"),
    /** All that was observed of delay is cause: xi is 1. */
    DELAY_CAUSAL("xi is 1"),
    /** Companies come back at far more different times: the lag's log-sd is 1.5. */
    LAGS_WIDE("lag log-sd is 1.5"),
    /** A fifth of the monitors sent nothing. */
    MONITORS_MISSING("20 % of monitors missing"),
    /** Revenue figures are two years old and do not say so; revenue has grown since. */
    REVENUE_OLD("revenue two years old");

    private final String label;

    Twist(String label) {
        this.label = label;
    }

    /** In a few words: {@code xi is 1}. */
    public String label() {
        return label;
    }

    /** The word as it stands in files: {@code delay_causal}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All that differ from what is believed. */
    public static List<Twist> misspecified() {
        return List.of(DELAY_HARMLESS, DELAY_CAUSAL, LAGS_WIDE, MONITORS_MISSING, REVENUE_OLD);
    }
}
