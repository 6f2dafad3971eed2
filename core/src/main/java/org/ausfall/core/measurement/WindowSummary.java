package org.ausfall.core.measurement;

import java.util.ArrayList;
import java.util.List;

/**
 * What was measured in one window: how the probes ended, and how long the successful ones took. Mergeable.
 *
 * @param outcomes all probes by outcome
 * @param durations the durations of those that were {@link Outcome#OK}, one each
 */
public record WindowSummary(OutcomeCounts outcomes, Durations durations) {
    /** Nothing was measured. */
    public static final WindowSummary NONE = new WindowSummary(OutcomeCounts.NONE, Durations.NONE);

    /** Checks that each successful probe has its duration. */
    public WindowSummary {
        if (outcomes.count(Outcome.OK) != durations.n()) {
            throw new IllegalArgumentException(
                    outcomes.count(Outcome.OK) + " successful probes, but " + durations.n() + " durations");
        }
    }

    /** All probes, failures included. */
    public long n() {
        return outcomes.n();
    }

    /** The successful probes. */
    public long ok() {
        return durations.n();
    }

    /** What was measured in all. */
    public static WindowSummary combine(List<WindowSummary> parts) {
        List<OutcomeCounts> outcomes = new ArrayList<>();
        List<Durations> durations = new ArrayList<>();
        for (WindowSummary part : parts) {
            outcomes.add(part.outcomes);
            durations.add(part.durations);
        }
        return new WindowSummary(OutcomeCounts.combine(outcomes), Durations.combine(durations));
    }
}
