package org.ausfall.core.sensitivity;

import java.util.Locale;

/** How much is rerun to find out what moves the loss. */
public enum Effort {
    /** Each belief at its low and its high end, over a part of the draws. */
    TORNADO,
    /** That over all draws, also scope by scope, and the shares of variance with their interactions. */
    SOBOL;

    /** The word on the command line: {@code tornado}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
