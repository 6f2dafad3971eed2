package org.ausfall.core.backtest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is believed before any past event is looked at. What each means in the formula is said in {@code docs/method.md}. */
public enum PriorName {
    /** Revenue lost per revenue that flows through what was hit; factor, shared by all events. */
    SEVERITY_SCALE,
    /** Share of the business that was hit, where it is not known; its median over events. */
    SHARE_HIT,
    /** How far events stand from the severity scale; ln sd. */
    SEVERITY_SPREAD,
    /** What the share hit adds to that where it is not known; ln sd. */
    SHARE_HIT_SPREAD,
    /** How far kinds of business stand from the severity scale; ln sd. */
    KIND_SPREAD,
    /** Part of a spread's variance that all companies of one event share; share. */
    EVENT_SHARE,
    /** Length of the disruption, where it is not known; h. */
    DURATION_H,
    /** Error of a duration that is known; ln sd. */
    DURATION_SD,
    /** Further error of outages shorter than a day, at length zero: they meet busy hours or quiet ones; ln sd. */
    SHORT_OUTAGE_SD,
    /** Error of a share hit that is known; ln sd. */
    KNOWN_SHARE_SD,
    /** Error of a revenue with a source; ln sd. */
    REVENUE_SD_SOURCED,
    /** Error of an approximate revenue; ln sd. */
    REVENUE_SD_APPROXIMATE,
    /** What each year between figure and event adds to that; ln sd. */
    REVENUE_SD_PER_YEAR,
    /** Share of the gross loss that comes back, its median over events. */
    RECAPTURE,
    /** How far events stand from that; log-odds sd. */
    RECAPTURE_SPREAD,
    /** How far kinds of business stand from that; log-odds sd. */
    RECAPTURE_KIND_SPREAD;

    /** The name as it stands in data files: {@code severity_scale}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The prior with that name in data files. */
    public static Optional<PriorName> find(String code) {
        return Arrays.stream(values()).filter(name -> name.code().equals(code)).findFirst();
    }
}
