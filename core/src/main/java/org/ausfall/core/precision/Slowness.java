package org.ausfall.core.precision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ausfall.core.measurement.Durations;
import org.ausfall.core.measurement.LocationMeasurement;

/**
 * By how much a site or location was slower, measured in several ways. All but the last are ratios: 0.2 is 20 % slower.
 *
 * @param median by the medians; what states are judged by
 * @param mean by the means
 * @param p95 by the 95th percentiles, R-7
 * @param excessMs median during minus median before, ms
 */
public record Slowness(double median, double mean, double p95, double excessMs) {
    /** That of a location; empty where it has no {@linkplain LocationMeasurement#slowdown() slowdown}. */
    public static Optional<Slowness> of(LocationMeasurement location) {
        Durations before = location.baseline().durations();
        Durations during = location.event().durations();
        return location.slowdown()
                .map(slowdown -> new Slowness(
                        slowdown.ratio(),
                        during.meanMs() / before.meanMs() - 1,
                        p95(during) / p95(before) - 1,
                        slowdown.change().doubleValue()));
    }

    /** In milliseconds. */
    private static double p95(Durations durations) {
        return durations.percentiles(95)[0] / 1e5;
    }

    /** The median of each measure over locations; empty where there are none. */
    public static Optional<Slowness> middle(List<Slowness> locations) {
        return locations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Slowness(
                        middle(locations, Slowness::median),
                        middle(locations, Slowness::mean),
                        middle(locations, Slowness::p95),
                        middle(locations, Slowness::excessMs)));
    }

    private static double middle(List<Slowness> locations, ToDoubleFunction<Slowness> which) {
        return median(locations.stream().mapToDouble(which).toArray(), locations.size());
    }

    /** The median of the first values, at least one; puts them in order. */
    static double median(double[] values, int n) {
        Arrays.sort(values, 0, n);
        return (values[(n - 1) >>> 1] + values[n >>> 1]) / 2;
    }
}
