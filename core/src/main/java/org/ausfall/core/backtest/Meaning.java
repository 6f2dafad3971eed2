package org.ausfall.core.backtest;

import java.util.Locale;

/** Whether a figure of lost revenue counts what customers bought later. */
public enum Meaning {
    /** Before any of it came back. */
    GROSS,
    /** After what came back. */
    NET,
    /** Moved into a later period, said before it came back; compared as gross. */
    DEFERRED;

    /** The word as it stands in data files: {@code gross}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
