package org.ausfall.core.exposure;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ausfall.core.measurement.SeveritySeries;
import org.ausfall.core.precision.SiteEvidence;

/**
 * How one site went through the outage. A bin is over the threshold where the site was slower by it or more, or answered less than half
 * of its probes; three bins in a row, as with failures, begin and end a time over it, back-dated to the first of them.
 *
 * @param start when the site first went over the threshold; empty if it never did for three bins
 * @param end when it came back for the last time; empty if it had not when the time looked at was over
 * @param percentMinutes percent of slowdown times minutes, over the outage window: 50 % slower for ten minutes are 500; a bin
 *     without a successful probe counts like the last one with one while nothing was measured, and nothing while all probes failed
 * @param downMinutes how long it was down in the outage window, minutes
 */
public record Course(Optional<Instant> start, Optional<Instant> end, double percentMinutes, double downMinutes) {
    private static final int IN_A_ROW = 3;

    static Course of(SiteEvidence site, double threshold) {
        SeveritySeries course = site.course();
        Optional<Instant> start = Optional.empty();
        Optional<Instant> end = Optional.empty();
        boolean over = false;
        int against = 0;
        Instant since = course.start();
        for (int i = 0; i < course.size(); i++) {
            if (!isKnown(course, i)) {
                continue;
            }
            if (isOver(course, i, threshold) == over) {
                against = 0;
                continue;
            }
            since = against == 0 ? course.start(i) : since;
            if (++against == IN_A_ROW) {
                over = !over;
                against = 0;
                start = start.isPresent() ? start : Optional.of(since);
                end = over ? Optional.empty() : Optional.of(since);
            }
        }
        return new Course(start, end, percentMinutes(site.severity()), downMinutes(site));
    }

    /** Whether anything is known of a bin. */
    static boolean isKnown(SeveritySeries series, int i) {
        return series.slowdown(i).isPresent() || series.availability(i).isPresent();
    }

    /** Whether a site was hit in a bin. */
    static boolean isOver(SeveritySeries series, int i, double threshold) {
        OptionalDouble slowdown = series.slowdown(i);
        OptionalDouble availability = series.availability(i);
        return (slowdown.isPresent() && (float) slowdown.getAsDouble() >= (float) threshold)
                || (availability.isPresent() && availability.getAsDouble() < 0.5);
    }

    private static double percentMinutes(SeveritySeries series) {
        double sum = 0;
        double last = 0;
        for (int i = 0; i < series.size(); i++) {
            boolean failed =
                    series.slowdown(i).isEmpty() && series.availability(i).isPresent();
            last = failed ? 0 : Math.max(0, series.slowdown(i).orElse(last));
            sum += 100 * last * (series.covered(i).toMillis() / 60_000.0);
        }
        return sum;
    }

    private static double downMinutes(SiteEvidence site) {
        Instant last = site.severity().end();
        return site.downtimes().stream()
                        .mapToLong(down -> down.end().orElse(last).toEpochMilli()
                                - down.start().toEpochMilli())
                        .sum()
                / 60_000.0;
    }
}
