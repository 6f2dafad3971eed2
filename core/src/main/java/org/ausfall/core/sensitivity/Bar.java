package org.ausfall.core.sensitivity;

/**
 * One bar of a tornado: the loss with one belief held at its low or high end, and all else, luck included, as it was.
 *
 * @param driver what is held
 * @param low the loss with it at its 5th percentile (the first response curve)
 * @param high the loss with it at its 95th percentile (the second response curve)
 */
public record Bar(Driver driver, Levels low, Levels high) {
    /** How far the median moves from one end to the other, USD. */
    public double swing() {
        return Math.abs(high.p50() - low.p50());
    }
}
