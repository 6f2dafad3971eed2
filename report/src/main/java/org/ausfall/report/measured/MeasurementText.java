package org.ausfall.report.measured;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.exposure.MeasuredState;
import org.ausfall.core.measurement.LocationMeasurement;
import org.ausfall.core.measurement.SiteMeasurement;
import org.ausfall.core.measurement.Timeline;
import org.ausfall.core.measurement.WindowSummary;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.report.csv.CsvText;
import org.ausfall.report.wording.SixDigits;

/**
 * The rows of {@code sites.csv} and {@code timeline.csv}. Has no state, so that many threads can render many sites.
 *
 * @param grouping what a row of {@code sites.csv} is about
 * @param threshold from which slowdown on a site counts as affected
 */
public record MeasurementText(Grouping grouping, Threshold threshold) {
    static final List<String> SITES_HEADER = List.of(
            "site",
            "location",
            "baseline_n",
            "baseline_ok",
            "baseline_p50_ms",
            "baseline_p95_ms",
            "event_n",
            "event_ok",
            "event_p50_ms",
            "event_p95_ms",
            "slowdown",
            "availability",
            "state");
    static final List<String> TIMELINE_HEADER = List.of("site", "bin_start", "n", "ok", "p50_ms");

    private static final int SECONDS_PER_DAY = 86_400;

    /**
     * The rows of one site, in the order of its locations; one row with a blank location, and with the verdict on the site, where
     * sites are grouped whole.
     */
    public String sites(SiteMeasurement site, MeasuredState verdict) {
        StringBuilder text = new StringBuilder();
        if (grouping == Grouping.SITE) {
            append(text, CsvText.render(site.site(), ""), site.pooledBaseline(), site.pooledEvent(), verdict);
            return text.toString();
        }
        for (LocationMeasurement one : site.locations()) {
            String names = CsvText.render(site.site(), one.location());
            append(text, names, one.baseline(), one.event(), MeasuredState.of(one, threshold));
        }
        return text.toString();
    }

    private static void append(
            StringBuilder text, String names, WindowSummary baseline, WindowSummary event, MeasuredState verdict) {
        text.append(names);
        appendWindow(text, baseline);
        appendWindow(text, event);
        text.append(',');
        if (verdict.slowdown().isPresent()) {
            text.append(SixDigits.format(verdict.slowdown().get().ratio()));
        }
        text.append(',');
        Optional<Share> availability = event.outcomes().availability();
        if (availability.isPresent()) {
            text.append(SixDigits.format(availability.get().fraction()));
        }
        text.append(',').append(verdict.state().code()).append('\n');
    }

    private static void appendWindow(StringBuilder text, WindowSummary window) {
        text.append(',').append(window.n()).append(',').append(window.ok());
        for (long percentile : window.durations().percentiles(50, 95)) {
            text.append(',');
            appendMillis(text, percentile);
        }
    }

    /** The rows of one site over time, one a bin with measurements. */
    public static String timeline(String site, Timeline timeline) {
        String name = CsvText.render(site);
        StringBuilder text = new StringBuilder(timeline.size() * (name.length() + 40));
        long day = Long.MIN_VALUE;
        Optional<LocalDate> date = Optional.empty();
        for (int i = 0; i < timeline.size(); i++) {
            long second = Math.floorDiv(timeline.startMillis(i), 1000L);
            if (date.isEmpty() || Math.floorDiv(second, SECONDS_PER_DAY) != day) {
                day = Math.floorDiv(second, SECONDS_PER_DAY);
                date = Optional.of(LocalDate.ofEpochDay(day));
            }
            text.append(name).append(',').append(date.get()).append('T');
            appendTime(text, Math.floorMod(second, SECONDS_PER_DAY));
            text.append(',')
                    .append(timeline.n(i))
                    .append(',')
                    .append(timeline.ok(i))
                    .append(',');
            appendMillis(text, 50 * timeline.doubleMedianMicros(i));
            text.append('\n');
        }
        return text.toString();
    }

    private static void appendTime(StringBuilder text, int second) {
        appendTwo(text, second / 3600);
        text.append(':');
        appendTwo(text, second / 60 % 60);
        text.append(':');
        appendTwo(text, second % 60);
        text.append('Z');
    }

    private static void appendTwo(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Hundredths of a microsecond, in milliseconds, without trailing zeros; nothing for a negative number. */
    private static void appendMillis(StringBuilder text, long hundredths) {
        if (hundredths < 0) {
            return;
        }
        text.append(hundredths / 100_000);
        long rest = hundredths % 100_000;
        if (rest > 0) {
            text.append('.');
            for (long digit = 10_000; rest > 0; digit /= 10) {
                text.append((char) ('0' + rest / digit));
                rest %= digit;
            }
        }
    }
}
