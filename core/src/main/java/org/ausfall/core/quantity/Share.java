package org.ausfall.core.quantity;

/**
 * A part of a whole as a fraction; percent exists only on paper.
 *
 * @param fraction in [0, 1]
 */
public record Share(double fraction) {
    /** All of it. */
    public static final Share ONE = new Share(1);

    /** None of it. */
    public static final Share ZERO = new Share(0);

    /** Checks that the fraction is in [0, 1]. */
    public Share {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a share must be between 0 and 1, was " + fraction);
        }
    }

    /**
     * The share {@code part / whole}.
     *
     * @throws IllegalArgumentException if the whole is zero or the part is not in [0, whole]
     */
    public static Share of(long part, long whole) {
        if (whole <= 0 || part < 0 || part > whole) {
            throw new IllegalArgumentException("no share: " + part + " of " + whole);
        }
        return new Share((double) part / whole);
    }
}
