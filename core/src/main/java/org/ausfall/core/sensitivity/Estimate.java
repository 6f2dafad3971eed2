package org.ausfall.core.sensitivity;

/**
 * A number estimated from draws, with how sure it is.
 *
 * @param value the number
 * @param lower lower end of its 90 % bootstrap interval
 * @param upper upper end
 */
public record Estimate(double value, double lower, double upper) {
    /** An interval wider than this says too little. */
    public static final double WIDEST = 0.1;

    /** Whether the interval is narrow enough to be quoted. */
    public boolean hasConverged() {
        return upper - lower <= WIDEST;
    }
}
