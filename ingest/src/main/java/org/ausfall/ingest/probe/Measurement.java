package org.ausfall.ingest.probe;

import java.util.Optional;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.measurement.Sample;

/**
 * One measurement as every format is read: the canonical record. A failure has no duration.
 *
 * @param epochMillis when, in milliseconds of UTC since 1970
 * @param site the site's name
 * @param location where it was measured from
 * @param micros the duration in microseconds; {@link #NONE} unless the outcome is OK
 * @param outcome how the probe ended
 * @param status the HTTP status; {@link #NONE} if the monitor does not say
 * @param kind what the duration is the duration of; empty if nobody says
 * @param weight how many equal measurements it stands for, which then lie a millisecond apart from {@code epochMillis} on
 */
public record Measurement(
        long epochMillis,
        String site,
        String location,
        int micros,
        Outcome outcome,
        int status,
        Optional<MetricKind> kind,
        int weight) {
    /** Not known. */
    public static final int NONE = -1;

    /** The most measurements one record may stand for. */
    public static final int LARGEST_WEIGHT = 1_000;

    /** Checks that exactly successes have a duration, and that the weight is possible. */
    public Measurement {
        if (outcome == Outcome.OK ? micros < 0 || micros > Sample.LONGEST_MICROS : micros != NONE) {
            throw new IllegalArgumentException(outcome + " with a duration of " + micros + " microseconds");
        }
        if (weight < 1 || weight > LARGEST_WEIGHT) {
            throw new IllegalArgumentException("a weight must be between 1 and " + LARGEST_WEIGHT + ", was " + weight);
        }
    }

    /** Time and outcome of one of the measurements it stands for, as a {@link Sample} result. */
    int result() {
        return outcome == Outcome.OK ? Sample.ok(micros) : Sample.of(outcome);
    }
}
