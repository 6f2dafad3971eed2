package org.ausfall.core.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ausfall.core.precision.PlaceboValue;
import org.ausfall.core.precision.PlaceboWindow;

/**
 * How many sites the same method calls affected in windows of days before, in which there was no outage.
 *
 * @param windows those in which at least 90 % of the sites that are measurable in the outage are measurable too, latest first; a count
 *     over fewer could not be held against that of the outage
 */
public record PlaceboCounts(List<Count> windows) {
    /** From how many windows on a 95th percentile is given. */
    public static final int FEWEST_FOR_P95 = 20;

    private static final int FEWEST_PERCENT = 90;

    /** Copies the list. */
    public PlaceboCounts {
        windows = List.copyOf(windows);
    }

    /**
     * One window.
     *
     * @param window when
     * @param measurable sites, of those measurable in the outage, whose state is known
     * @param affected those of them called affected, down ones included
     */
    public record Count(PlaceboWindow window, int measurable, int affected) {}

    /**
     * Counts in each window.
     *
     * @param windows the windows, latest first
     * @param sites what each site that is measurable in the outage did in each of them
     * @param measurable how many sites are measurable in the outage
     * @param affected which verdicts count
     */
    static PlaceboCounts of(
            List<PlaceboWindow> windows,
            List<List<PlaceboValue>> sites,
            int measurable,
            Predicate<PlaceboValue> affected) {
        List<Count> counts = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            int at = i;
            List<PlaceboValue> known = sites.stream()
                    .map(values -> values.get(at))
                    .filter(value -> value.state() != PlaceboValue.State.NOT_MEASURABLE)
                    .toList();
            if (!known.isEmpty() && 100L * known.size() >= (long) FEWEST_PERCENT * measurable) {
                counts.add(new Count(windows.get(i), known.size(), (int)
                        known.stream().filter(affected).count()));
            }
        }
        return new PlaceboCounts(counts);
    }

    /** The smallest count; empty without a window. */
    public Optional<Integer> lowest() {
        return quantile(0);
    }

    /** The count in the middle, the upper one of two: what an outage explains is rather said too small than too large. */
    public Optional<Integer> median() {
        return windows.stream()
                .map(Count::affected)
                .sorted()
                .skip(windows.size() / 2)
                .findFirst();
    }

    /**
     * A count less the median: how many are more than a normal day explains, if the count is above what normal days show; else only
     * a difference, below zero where the count is below the median. Empty without a window.
     */
    public Optional<Integer> excess(int affected) {
        return median().map(usual -> affected - usual);
    }

    /** The largest count; empty without a window. */
    public Optional<Integer> highest() {
        return quantile(1);
    }

    /** The smallest count that at least 95 % of the windows do not exceed; only from {@value #FEWEST_FOR_P95} windows on. */
    public Optional<Integer> p95() {
        return windows.size() < FEWEST_FOR_P95 ? Optional.empty() : quantile(0.95);
    }

    private Optional<Integer> quantile(double p) {
        int rank = Math.max(1, (int) Math.ceil(p * windows.size()));
        return windows.stream().map(Count::affected).sorted().skip(rank - 1L).findFirst();
    }

    /** The windows on the same weekday and at the same hours as the outage. */
    public List<Count> sameWeekday() {
        return windows.stream().filter(count -> count.window().sameWeekday()).toList();
    }
}
