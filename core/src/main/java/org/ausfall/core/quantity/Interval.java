package org.ausfall.core.quantity;

/**
 * A range that is said to hold a quantity with some probability.
 *
 * @param lower the lower end
 * @param upper the upper end, not below the lower
 * @param level the probability, in (0, 1)
 */
public record Interval(double lower, double upper, double level) {
    /** Checks the order of the ends and the level. */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("an interval must not end before it starts: " + lower + " to " + upper);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("the level of an interval must be between 0 and 1, was " + level);
        }
    }
}
