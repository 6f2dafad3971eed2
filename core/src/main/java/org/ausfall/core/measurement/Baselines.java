package org.ausfall.core.measurement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.ausfall.core.quantity.OutageWindow;

/** The usual answers to "what was normal?" for an outage. */
public final class Baselines {
    /** The samples, failures included, that weeks must hold before they are preferred to days. */
    public static final int FEWEST_IN_WEEKS = 30;

    private static final int USUAL_WEEKS = 3;
    private static final int USUAL_DAYS = 7;

    private Baselines() {}

    /**
     * The baselines that are tried in this order for each site and location: the same weekday and hours of three earlier weeks if
     * they hold at least 30 samples; the same hours of up to seven preceding days if they hold at least 8; the 24 hours before.
     *
     * <p>For an outage longer than a week or a day, steps are the shortest whole number of weeks or days that keeps the windows
     * apart.
     */
    public static List<Baseline> usual(OutageWindow event) {
        OutageWindow before = new OutageWindow(event.start().minus(Duration.ofDays(1)), event.start());
        return List.of(
                weeks(event, USUAL_WEEKS, FEWEST_IN_WEEKS),
                shifted(
                        event,
                        Duration.ofDays(1),
                        USUAL_DAYS,
                        LocationMeasurement.FEWEST_BASELINE,
                        "same hours of up to % days before"),
                new Baseline("24 h before", List.of(before), 0));
    }

    /** The same weekday and hours of that many earlier weeks, at least one, and nothing else. */
    public static List<Baseline> weeks(OutageWindow event, int weeks) {
        return List.of(weeks(event, weeks, 0));
    }

    /** One given window and nothing else. */
    public static List<Baseline> given(OutageWindow window) {
        return List.of(new Baseline("given", List.of(window), 0));
    }

    private static Baseline weeks(OutageWindow event, int weeks, int fewest) {
        if (weeks < 1) {
            throw new IllegalArgumentException("a baseline needs at least one week, was " + weeks);
        }
        return shifted(event, Duration.ofDays(7), weeks, fewest, "same weekday and hours of % weeks before");
    }

    private static Baseline shifted(OutageWindow event, Duration unit, int times, int fewest, String level) {
        long unitsApart = (event.duration().toMillis() + unit.toMillis() - 1) / unit.toMillis();
        Duration step = unit.multipliedBy(unitsApart);
        List<OutageWindow> windows = IntStream.rangeClosed(1, times)
                .mapToObj(k -> new OutageWindow(back(event.start(), step, k), back(event.end(), step, k)))
                .toList();
        String name = level.replace("%", String.valueOf(times));
        return new Baseline(times == 1 ? name.replace("weeks", "week") : name, windows, fewest);
    }

    private static Instant back(Instant moment, Duration step, int times) {
        return moment.minus(step.multipliedBy(times));
    }
}
