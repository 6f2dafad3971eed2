package org.ausfall.core.quantity;

import java.time.Duration;
import java.time.Instant;

/**
 * The time an outage lasted: half-open, {@code start} belongs to it and {@code end} does not; UTC.
 *
 * @param start the first moment
 * @param end the first moment after it, later than the start
 */
public record OutageWindow(Instant start, Instant end) {
    /** Checks that the window is not empty. */
    public OutageWindow {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("an outage window must end after it starts: " + start + " to " + end);
        }
    }

    /** How long the window is. */
    public Duration duration() {
        return Duration.between(start, end);
    }

    /** The length in hours. */
    public double hours() {
        return duration().toMillis() / 3_600_000.0;
    }

    /** Whether the two windows share any moment; windows that only touch do not. */
    public boolean overlaps(OutageWindow other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /**
     * As analysts write it: {@code 2017-02-28T17:37:00Z/2017-02-28T21:54:00Z}. In code, because the reader of the command line asks
     * for the text of every value, and to have Java make it up takes 30 ms.
     */
    @Override
    public String toString() {
        return start + "/" + end;
    }
}
