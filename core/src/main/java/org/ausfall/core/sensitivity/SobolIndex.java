package org.ausfall.core.sensitivity;

/**
 * How much of a loss's variance is due to one driver.
 *
 * @param driver what is drawn
 * @param first share of the variance that would go if it were known, on its own
 * @param total share that would stay if all else were known: its own part and its part of all interactions
 */
public record SobolIndex(Driver driver, Estimate first, Estimate total) {
    /** Whether both shares are sure enough to be quoted. */
    public boolean hasConverged() {
        return first.hasConverged() && total.hasConverged();
    }
}
