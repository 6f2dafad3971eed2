package org.ausfall.core.measurement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A time in which a location, or a site, was down.
 *
 * @param start the first failure
 * @param end the first of the successes that ended it; empty if it was not over when the window was
 */
public record Downtime(Instant start, Optional<Instant> end) {
    /** So many failures, or successes, change the state. */
    static final int IN_A_ROW = 3;

    /**
     * The downtimes of one location: three failures in a row begin one, back-dated to the first of them; three successes in a row
     * end it, at the first of them. Maintenance and unknown results are passed over.
     */
    public static List<Downtime> find(SampleSeries series) {
        return series.hasInARow(IN_A_ROW) ? search(series) : List.of();
    }

    private static List<Downtime> search(SampleSeries series) {
        List<Downtime> found = new ArrayList<>();
        boolean down = false;
        int against = 0;
        long since = 0;
        long start = 0;
        for (int i = 0; i < series.size(); i++) {
            Outcome outcome = series.outcome(i);
            // A sample speaks against the present state if it is up while down, or a failure while up.
            boolean speaksAgainst = down ? outcome.isUp() : outcome.isFailure();
            if (!speaksAgainst) {
                against = outcome.isUp() || outcome.isFailure() ? 0 : against;
                continue;
            }
            since = against == 0 ? series.epochMillis(i) : since;
            if (++against < IN_A_ROW) {
                continue;
            }
            if (down) {
                found.add(new Downtime(Instant.ofEpochMilli(start), Optional.of(Instant.ofEpochMilli(since))));
            }
            start = since;
            down = !down;
            against = 0;
        }
        if (down) {
            found.add(new Downtime(Instant.ofEpochMilli(start), Optional.empty()));
        }
        return found;
    }
}
