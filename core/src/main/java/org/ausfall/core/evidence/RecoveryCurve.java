package org.ausfall.core.evidence;

import java.time.Instant;
import java.util.List;

/**
 * How much of a provider's function was missing over time: 1 is all, 0 is none. Linear between its knots, 0 after the last, and it
 * never rises: a service that fails again is a second event.
 *
 * @param knots at least two, in time order, not rising, the last one 0
 */
public record RecoveryCurve(List<Knot> knots) {
    /**
     * One point of the curve.
     *
     * @param at the moment, UTC
     * @param missing the share of the function missing then, in [0, 1]
     */
    public record Knot(Instant at, double missing) {
        /** Checks the range. */
        public Knot {
            if (!(missing >= 0 && missing <= 1)) {
                throw new IllegalArgumentException("the missing share must be between 0 and 1, was " + missing);
            }
        }
    }

    /** Checks number, order and end. */
    public RecoveryCurve {
        knots = List.copyOf(knots);
        if (knots.size() < 2) {
            throw new IllegalArgumentException("a recovery curve needs at least 2 knots, has " + knots.size());
        }
        for (int i = 1; i < knots.size(); i++) {
            Knot earlier = knots.get(i - 1);
            Knot later = knots.get(i);
            if (!earlier.at().isBefore(later.at())) {
                throw new IllegalArgumentException("knots must be in time order: " + earlier.at() + ", " + later.at());
            }
            if (later.missing() > earlier.missing()) {
                throw new IllegalArgumentException("the missing share must not rise: " + earlier.missing() + " to "
                        + later.missing() + " at " + later.at());
            }
        }
        if (knots.get(knots.size() - 1).missing() != 0) {
            throw new IllegalArgumentException("the last knot must be 0, was "
                    + knots.get(knots.size() - 1).missing());
        }
    }

    /** When the failure started. */
    public Instant start() {
        return knots.get(0).at();
    }

    /** When nothing was missing any more. */
    public Instant end() {
        return knots.get(knots.size() - 1).at();
    }

    /** Hours from start to end. */
    public double hours() {
        return (end().toEpochMilli() - start().toEpochMilli()) / 3_600_000.0;
    }
}
