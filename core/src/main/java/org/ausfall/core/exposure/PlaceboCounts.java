package org.ausfall.core.exposure;

import java.util.List;
import java.util.Optional;
import org.ausfall.core.precision.PlaceboWindow;

/**
 * How many sites the same method calls affected in windows of days before, in which there was no outage.
 *
 * @param windows those in which at least half of the sites that are measurable in the outage are measurable, latest first
 */
public record PlaceboCounts(List<Count> windows) {
    /** From how many windows on a 95th percentile is given. */
    public static final int FEWEST_FOR_P95 = 20;

    /** Copies the list. */
    public PlaceboCounts {
        windows = List.copyOf(windows);
    }

    /**
     * One window.
     *
     * @param window when
     * @param measurable sites whose state is known
     * @param affected those called affected, down ones included
     */
    public record Count(PlaceboWindow window, int measurable, int affected) {}

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
