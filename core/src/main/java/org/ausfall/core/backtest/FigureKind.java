package org.ausfall.core.backtest;

import java.util.Locale;

/** Who says so. A model's output is not an observation. */
public enum FigureKind {
    /** The company itself. */
    COMPANY_REPORTED,
    /** Plain arithmetic on what the company disclosed. */
    DERIVED_FROM_DISCLOSURE,
    /** Somebody else's estimate. */
    THIRD_PARTY_ESTIMATE;

    /** Whether the figure comes from the company, and so can show whether an estimate was right. */
    public boolean isActual() {
        return this != THIRD_PARTY_ESTIMATE;
    }

    /** The word as it stands in data files: {@code company-reported}. */
    public String code() {
        return this == THIRD_PARTY_ESTIMATE
                ? "third-party estimate"
                : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
