package org.ausfall.core.measurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.quantity.Slowdown;

/**
 * One pair of load times that stands for a site, with the slowdown that the site has over its locations: the medians of the location
 * in the middle of the slowdowns. Of an even number of locations, the median before is that of the lower of the two in the middle,
 * and the time during follows from the site's slowdown.
 *
 * @param beforeMs the time before, ms
 * @param duringMs the time during, ms
 */
public record MedianTimes(BigDecimal beforeMs, BigDecimal duringMs) {
    /** Enough that a slowdown exactly at a threshold stays there: times have 4 decimals, thresholds 8. */
    private static final int DECIMALS = 12;

    private record Times(BigDecimal before, BigDecimal during) {
        static int compare(Times a, Times b) {
            return a.during.multiply(b.before).compareTo(b.during.multiply(a.before));
        }
    }

    /** The times of a site; empty if it has no slowdown. */
    public static Optional<MedianTimes> of(SiteMeasurement site) {
        List<Times> sorted = site.locations().stream()
                .filter(location -> location.slowdown().isPresent())
                .flatMap(location -> times(location).stream())
                .sorted(Times::compare)
                .toList();
        return site.slowdown().map(slowdown -> middle(sorted, slowdown));
    }

    private static Optional<Times> times(LocationMeasurement location) {
        return location.baseline()
                .durations()
                .medianMs()
                .flatMap(before -> location.event().durations().medianMs().map(during -> new Times(before, during)));
    }

    private static MedianTimes middle(List<Times> sorted, Slowdown site) {
        Times lower = sorted.get((sorted.size() - 1) / 2);
        if (sorted.size() % 2 == 1) {
            return new MedianTimes(lower.before(), lower.during());
        }
        BigDecimal added = lower.before().multiply(site.change()).divide(site.base(), DECIMALS, RoundingMode.HALF_EVEN);
        return new MedianTimes(lower.before(), lower.before().add(added).stripTrailingZeros());
    }
}
