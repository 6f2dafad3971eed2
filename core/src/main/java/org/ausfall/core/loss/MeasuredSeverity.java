package org.ausfall.core.loss;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.ausfall.core.measurement.SeveritySeries;

/**
 * A site as it was measured, bin by bin. A bin that was less slow than the threshold counts as usual, because a few probes are never
 * exactly as fast as on other days. A bin without a probe counts as the one before.
 */
final class MeasuredSeverity implements Severity {
    private final double binH;
    private final double[] slowdowns;
    private final double[] availabilities;

    /**
     * The severity of a site.
     *
     * @param availability that of the whole outage relative to before: the failures of the bins are scaled so that the bins have it as
     *     their mean and failures that are usual for the site cost nothing
     * @param threshold from which slowdown on a bin counts, as a ratio
     */
    MeasuredSeverity(SeveritySeries series, double availability, double threshold) {
        this.binH = hours(series.bin());
        this.slowdowns = filled(series.size(), series::slowdown, 0);
        this.availabilities = filled(series.size(), series::availability, 1);
        double mean = Arrays.stream(availabilities).average().orElse(1);
        double counted = countedFailures(mean, availability);
        for (int i = 0; i < slowdowns.length; i++) {
            slowdowns[i] = slowdowns[i] < threshold ? 0 : slowdowns[i];
            availabilities[i] = 1 - (1 - availabilities[i]) * counted;
        }
    }

    /**
     * The share of the failures that is more than usual. Failures are scaled and not successes: with one probe a bin is up or down, and
     * no factor on successes gives a failed bin any of the availability that the site has on other days.
     */
    private static double countedFailures(double mean, double availability) {
        return mean >= 1 ? 0 : Math.max(0, Math.min(1, (1 - availability) / (1 - mean)));
    }

    /** Bins as periods of one step each, up to the end of the window. */
    static List<Recovery.Period> periods(SeveritySeries series, double windowH) {
        List<Recovery.Period> periods = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            double fromH = i * hours(series.bin());
            double toH = Math.min(windowH, fromH + hours(series.bin()));
            periods.add(new Recovery.Period(fromH, toH, List.of(new Recovery.Step(fromH, toH, 1))));
        }
        return periods;
    }

    private static double hours(Duration duration) {
        return duration.toMillis() / 3_600_000.0;
    }

    /** Unknown bins are as the one before; those before the first known one as usual. */
    private static double[] filled(int size, IntFunction<OptionalDouble> value, double usual) {
        double[] values = new double[size];
        double last = usual;
        for (int i = 0; i < size; i++) {
            last = value.apply(i).orElse(last);
            values[i] = last;
        }
        return values;
    }

    private int bin(Recovery.Step step) {
        return (int) Math.round(step.fromH() / binH);
    }

    @Override
    public double slowdown(Recovery.Step step) {
        return slowdowns[bin(step)];
    }

    @Override
    public double availability(Recovery.Step step) {
        return availabilities[bin(step)];
    }
}
