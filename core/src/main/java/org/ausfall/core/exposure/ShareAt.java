package org.ausfall.core.exposure;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * How many sites were hit at one time.
 *
 * @param start when the bin begins
 * @param measured sites of which something is known in it
 * @param above those slower by the threshold or more, or with less than half of their probes answered
 * @param normalLow the share at the 5th percentile of normal days at this time of the window (the lowest, below 20 days); empty outside
 *     the window and where no normal day is known
 * @param normalHigh the same at the 95th (the highest)
 */
public record ShareAt(Instant start, int measured, int above, OptionalDouble normalLow, OptionalDouble normalHigh) {
    /** The share; empty where nothing is known. */
    public OptionalDouble share() {
        return measured == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) above / measured);
    }
}
