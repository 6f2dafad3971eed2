package org.ausfall.report.sheet;

import org.ausfall.core.exposure.MeasuredExposure;
import org.ausfall.core.exposure.PlaceboCounts;

/** One row a window of normal days, latest first: how many sites the same method calls affected in it. */
public final class PlaceboSheet {
    private static final Layout<PlaceboCounts.Count> LAYOUT = Layout.<PlaceboCounts.Count>empty()
            .text("start", count -> count.window().window().start().toString())
            .text("end", count -> count.window().window().end().toString())
            .text("same_hours", count -> yes(count.window().sameHours()))
            .text("same_weekday", count -> yes(count.window().sameWeekday()))
            .count("measurable", PlaceboCounts.Count::measurable)
            .count("affected", PlaceboCounts.Count::affected);

    private PlaceboSheet() {}

    /** The sheet {@code placebo}. */
    public static Sheet of(MeasuredExposure measured) {
        return LAYOUT.fill("placebo", measured.placebo().windows());
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
