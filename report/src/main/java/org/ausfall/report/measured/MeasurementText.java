package org.ausfall.report.measured;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.exposure.MeasuredState;
import org.ausfall.core.measurement.LocationMeasurement;
import org.ausfall.core.measurement.SiteMeasurement;
import org.ausfall.core.measurement.Timeline;
import org.ausfall.core.measurement.WindowSummary;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.report.csv.CsvRows;
import org.ausfall.report.csv.CsvText;
import org.ausfall.report.sheet.Cell;

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

    private static final BigDecimal P50 = new BigDecimal("0.5");
    private static final BigDecimal P95 = new BigDecimal("0.95");
    private static final int SECONDS_PER_DAY = 86_400;

    /**
     * The rows of one site, in the order of its locations; one row with a blank location, and with the verdict on the site, where
     * sites are grouped whole.
     */
    public String sites(SiteMeasurement site, MeasuredState verdict) {
        StringBuilder text = new StringBuilder();
        CsvRows rows = CsvRows.onto(text);
        if (grouping == Grouping.SITE) {
            rows.row(cells(site.site(), "", site.pooledBaseline(), site.pooledEvent(), verdict));
        } else {
            site.locations().forEach(location -> rows.row(location(site.site(), location)));
        }
        return text.toString();
    }

    private List<Cell> location(String site, LocationMeasurement one) {
        return cells(site, one.location(), one.baseline(), one.event(), MeasuredState.of(one, threshold));
    }

    private static List<Cell> cells(
            String site, String location, WindowSummary baseline, WindowSummary event, MeasuredState verdict) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(site), new Cell.Text(location)));
        addWindow(cells, baseline);
        addWindow(cells, event);
        cells.add(Cell.of(verdict.slowdown().map(Slowdown::ratio)));
        cells.add(Cell.of(event.outcomes().availability().map(Share::fraction)));
        cells.add(new Cell.Text(verdict.state().code()));
        return cells;
    }

    private static void addWindow(List<Cell> cells, WindowSummary window) {
        cells.add(Cell.of(window.n()));
        cells.add(Cell.of(window.ok()));
        cells.add(Cell.exact(window.durations().quantileMs(P50)));
        cells.add(Cell.exact(window.durations().quantileMs(P95)));
    }

    /** The rows of one site over time, one a bin with measurements. */
    public static String timeline(String site, Timeline timeline) {
        String name = CsvText.render(new Cell.Text(site));
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
            appendMillis(text, timeline.doubleMedianMicros(i));
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

    /** Half of a number of microseconds, in milliseconds, without trailing zeros; nothing for a negative number. */
    private static void appendMillis(StringBuilder text, long doubleMicros) {
        if (doubleMicros < 0) {
            return;
        }
        long tenths = doubleMicros * 5;
        text.append(tenths / 10_000);
        long rest = tenths % 10_000;
        if (rest > 0) {
            text.append('.');
            for (long digit = 1_000; rest > 0; digit /= 10) {
                text.append((char) ('0' + rest / digit));
                rest %= digit;
            }
        }
    }
}
