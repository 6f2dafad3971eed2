package org.ausfall.core.measurement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Slowdown;

/**
 * What one site did as seen from one location.
 *
 * @param location the monitor's location
 * @param baselineLevel the {@link Baseline#level} that was used: the first with enough samples, else the last
 * @param baseline what was measured in it
 * @param event what was measured during the outage
 * @param downtimes when the location was down during the outage
 */
public record LocationMeasurement(
        String location, String baselineLevel, WindowSummary baseline, WindowSummary event, List<Downtime> downtimes) {
    /** The fewest samples of the baseline, failures included, maintenance and unknown outcomes not, that allow a comparison. */
    public static final int FEWEST_BASELINE = 8;

    /** The fewest samples of the outage, failures included, maintenance and unknown outcomes not, that allow a comparison. */
    public static final int FEWEST_EVENT = 3;

    /** Copies the downtimes. */
    public LocationMeasurement {
        downtimes = List.copyOf(downtimes);
    }

    /** Sums up a series over the windows. */
    public static LocationMeasurement of(String location, SampleSeries series, ComparedWindows windows) {
        return of(location, List.of(series), windows);
    }

    /** Sums up a series in parts, which need not be put together for that. */
    public static LocationMeasurement of(String location, List<SampleSeries> parts, ComparedWindows windows) {
        WindowSummary event = SampleSeries.summary(parts, List.of(windows.event()));
        List<Downtime> downtimes = event.n() - event.ok() < Downtime.IN_A_ROW
                ? List.of()
                : Downtime.find(SampleSeries.combine(within(parts, windows.event())));
        List<Baseline> candidates = windows.baselines();
        for (int i = 0; ; i++) {
            Baseline candidate = candidates.get(i);
            WindowSummary baseline = SampleSeries.summary(parts, candidate.windows());
            if (i + 1 == candidates.size() || baseline.outcomes().inEarnest() >= candidate.fewest()) {
                return new LocationMeasurement(location, candidate.level(), baseline, event, downtimes);
            }
        }
    }

    private static List<SampleSeries> within(List<SampleSeries> parts, OutageWindow window) {
        List<SampleSeries> within = new ArrayList<>();
        for (SampleSeries part : parts) {
            within.add(part.within(window));
        }
        return within;
    }

    /** Whether there are at least 8 samples in earnest before and 3 during: failures count, maintenance and unknown outcomes do not. */
    public boolean isMeasurable() {
        return baseline.outcomes().inEarnest() >= FEWEST_BASELINE
                && event.outcomes().inEarnest() >= FEWEST_EVENT;
    }

    /**
     * (median during - median before) / median before, over successful probes. Empty if the location is not measurable, if one
     * window has no success, or if the median before is zero.
     */
    public Optional<Slowdown> slowdown() {
        Optional<Medians> medians = medians();
        return medians.isEmpty() ? Optional.empty() : Optional.of(medians.get().slowdown());
    }

    /** What the {@link #slowdown} is made of; empty where there is none. */
    Optional<Medians> medians() {
        if (!isMeasurable()) {
            return Optional.empty();
        }
        long before = baseline.durations().doubleMedianMicros();
        long during = event.durations().doubleMedianMicros();
        return before <= 0 || during < 0 ? Optional.empty() : Optional.of(new Medians(before, during));
    }

    /**
     * The medians that make a slowdown.
     *
     * @param before twice the one before, in microseconds, positive
     * @param during twice the one during
     */
    record Medians(long before, long during) {
        /** Which of two slowdowns is smaller. Exact: neither product has more than 62 bits. */
        static int compare(Medians a, Medians b) {
            return Long.compare(a.during * b.before, b.during * a.before);
        }

        Slowdown slowdown() {
            return Slowdown.between(ms(before), ms(during));
        }

        private static BigDecimal ms(long doubleMicros) {
            return BigDecimal.valueOf(5 * doubleMicros, 4);
        }
    }

    /** The median duration before, microseconds; {@link Double#NaN} where there is none, or too few samples to trust it. */
    public double usualMicros() {
        long doubled = baseline.outcomes().inEarnest() < FEWEST_BASELINE
                ? -1
                : baseline.durations().doubleMedianMicros();
        return doubled < 0 ? Double.NaN : doubled / 2.0;
    }

    /** Whether the location was down at some time of the outage. */
    public boolean isDown() {
        return !downtimes.isEmpty();
    }
}
