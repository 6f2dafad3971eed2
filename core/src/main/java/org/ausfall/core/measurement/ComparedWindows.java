package org.ausfall.core.measurement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ausfall.core.quantity.OutageWindow;

/**
 * What is compared with what: the outage, and the baselines in the order in which they are tried.
 *
 * @param event the outage window
 * @param baselines at least one; none may share time with the event; all within 99 days
 */
public record ComparedWindows(OutageWindow event, List<Baseline> baselines) {
    /** Checks that there is a baseline, that none overlaps the event, that all bounds are whole milliseconds and near enough. */
    public ComparedWindows {
        baselines = List.copyOf(baselines);
        if (baselines.isEmpty()) {
            throw new IllegalArgumentException("there is no baseline to compare the outage with");
        }
        for (OutageWindow window : all(event, baselines)) {
            checkMillis(window.start());
            checkMillis(window.end());
        }
        for (Baseline baseline : baselines) {
            checkApart(event, baseline);
        }
        long span = span(event, baselines);
        if (span >= Sample.SPAN_MILLIS) {
            throw new IllegalArgumentException(
                    "the windows must lie within 99 days, but span " + span / 86_400_000 + " days");
        }
    }

    /** The outage against one baseline window, whatever the number of samples. */
    public static ComparedWindows of(OutageWindow event, OutageWindow baseline) {
        return new ComparedWindows(event, List.of(new Baseline("given", List.of(baseline), 0)));
    }

    /** The moment from which samples count their time: the earliest start of a window. */
    public Instant origin() {
        return merged().get(0).start();
    }

    /** All windows as one list in the order of time; those that overlap or touch are joined. */
    public List<OutageWindow> merged() {
        List<OutageWindow> sorted = new ArrayList<>(all(event, baselines));
        sorted.sort(Comparator.comparing(OutageWindow::start));
        List<OutageWindow> joined = new ArrayList<>();
        for (OutageWindow window : sorted) {
            OutageWindow last = joined.isEmpty() ? window : joined.get(joined.size() - 1);
            if (joined.isEmpty() || last.end().isBefore(window.start())) {
                joined.add(window);
            } else if (last.end().isBefore(window.end())) {
                joined.set(joined.size() - 1, new OutageWindow(last.start(), window.end()));
            }
        }
        return joined;
    }

    private static List<OutageWindow> all(OutageWindow event, List<Baseline> baselines) {
        List<OutageWindow> all = new ArrayList<>(List.of(event));
        baselines.forEach(baseline -> all.addAll(baseline.windows()));
        return all;
    }

    private static long span(OutageWindow event, List<Baseline> baselines) {
        List<OutageWindow> all = all(event, baselines);
        long first = all.stream()
                .mapToLong(window -> window.start().toEpochMilli())
                .min()
                .orElseThrow();
        long last = all.stream()
                .mapToLong(window -> window.end().toEpochMilli())
                .max()
                .orElseThrow();
        return last - first;
    }

    private static void checkMillis(Instant bound) {
        if (!bound.truncatedTo(ChronoUnit.MILLIS).equals(bound)) {
            throw new IllegalArgumentException("the bounds of windows must be whole milliseconds, was " + bound);
        }
    }

    private static void checkApart(OutageWindow event, Baseline baseline) {
        for (OutageWindow window : baseline.windows()) {
            if (window.overlaps(event)) {
                throw new IllegalArgumentException(
                        "the baseline '" + baseline.level() + "' overlaps the outage: " + window + " and " + event);
            }
        }
    }
}
