package org.ausfall.core.precision;

/**
 * What one site did in a {@link PlaceboWindow}.
 *
 * @param state what is known of it
 * @param slowdown the slowdown as a ratio, where it is {@link State#MEASURED}
 * @param excessMs the excess in ms that goes with it
 * @param clear whether the lower end of the 90 % interval of the shift lies above zero
 */
public record PlaceboValue(State state, float slowdown, float excessMs, boolean clear) {
    /** What is known of a site in a window. */
    public enum State {
        /** Down by the rule of three failures. */
        DOWN,
        /** It has a slowdown. */
        MEASURED,
        /** Neither. */
        NOT_MEASURABLE
    }

    /** Nothing is known. */
    static final PlaceboValue UNKNOWN = new PlaceboValue(State.NOT_MEASURABLE, 0, 0, false);

    /** It was down. */
    static final PlaceboValue DOWN = new PlaceboValue(State.DOWN, 0, 0, false);
}
