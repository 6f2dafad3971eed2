package org.ausfall.core.measurement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
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
        SampleSeries during = series.within(windows.event());
        Baseline baseline = baseline(series, windows.baselines());
        return new LocationMeasurement(
                location,
                baseline.level(),
                series.summary(baseline.windows()),
                during.summary(List.of(windows.event())),
                Downtime.find(during));
    }

    private static Baseline baseline(SampleSeries series, List<Baseline> candidates) {
        int last = candidates.size() - 1;
        for (Baseline candidate : candidates.subList(0, last)) {
            if (series.inEarnest(candidate.windows()) >= candidate.fewest()) {
                return candidate;
            }
        }
        return candidates.get(last);
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
        if (!isMeasurable()) {
            return Optional.empty();
        }
        Optional<BigDecimal> before = baseline.durations().medianMs();
        Optional<BigDecimal> during = event.durations().medianMs();
        return before.isEmpty() || before.get().signum() == 0 || during.isEmpty()
                ? Optional.empty()
                : Optional.of(Slowdown.between(before.get(), during.get()));
    }

    /** The median duration before, microseconds; {@link Double#NaN} where there is none, or too few samples to trust it. */
    public double usualMicros() {
        return baseline.outcomes().inEarnest() < FEWEST_BASELINE
                ? Double.NaN
                : baseline.durations()
                        .medianMs()
                        .map(ms -> ms.movePointRight(3).doubleValue())
                        .orElse(Double.NaN);
    }

    /** Whether the location was down at some time of the outage. */
    public boolean isDown() {
        return !downtimes.isEmpty();
    }
}
