package org.ausfall.core.detection;

import java.time.Instant;
import org.ausfall.core.quantity.Share;

/**
 * A site that took part in an outage.
 *
 * @param site its name
 * @param start when it was first above the threshold for two bins, as near as bins allow
 * @param end the end of the last such time
 * @param above the share of the bins of the outage in which it was above, of those with a verdict
 */
public record Participant(String site, Instant start, Instant end, Share above) {
    /** Checks the order of the times. */
    public Participant {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a site must come back after it went: " + start + " to " + end);
        }
    }
}
