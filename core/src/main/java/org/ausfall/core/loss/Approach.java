package org.ausfall.core.loss;

import java.util.Locale;

/** How a company's loss was modelled. */
public enum Approach {
    /** From what monitors saw of its site. */
    MONITORED,
    /** From beliefs about how its sector depends on the failed service. */
    DEPENDENCY;

    /** The word in files and reports: {@code monitored}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
