package org.ausfall.core.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The slowdown from which a site counts as affected.
 *
 * @param ratio a ratio of added time to time before, in [0, 100]; 0.20 for 20 %
 */
public record Threshold(BigDecimal ratio) {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100);

    /** Checks that the ratio is in [0, 100]. */
    public Threshold {
        if (ratio.signum() < 0 || ratio.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("a threshold must be between 0 % and 10000 %, was "
                    + ratio.movePointRight(2).toPlainString() + " %");
        }
        ratio = ratio.signum() == 0 ? BigDecimal.ZERO : ratio.stripTrailingZeros();
    }

    /** A threshold in percent. */
    public static Threshold ofPercent(BigDecimal percent) {
        return new Threshold(percent.movePointLeft(2));
    }

    /**
     * Reads {@code 20%} or {@code 0.2}. A bare number above 1 is refused, because 20 could mean 20 % or 2000 %.
     *
     * @throws IllegalArgumentException if the text is neither, with a message that says what to write
     */
    public static Threshold parse(String text) {
        String trimmed = text.strip();
        boolean percent = trimmed.endsWith("%");
        String digits = percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed;
        if (!digits.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException("not a threshold: '" + text + "'; write it as 20% or 0.2");
        }
        BigDecimal number = new BigDecimal(digits);
        if (!percent && number.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "ambiguous threshold: '" + text + "'; write " + digits + "% if percent is meant");
        }
        return percent ? ofPercent(number) : new Threshold(number);
    }

    /** The threshold in percent, without trailing zeros: {@code 20}. */
    public String percent() {
        BigDecimal percent = ratio.movePointRight(2);
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }

    /** The threshold as a factor of the time before: 1.2 for 20 %. */
    public BigDecimal factor() {
        return BigDecimal.ONE.add(ratio);
    }

    // What a record does by itself here is put together from method handles at first use, which costs every run several
    // milliseconds.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Threshold threshold && ratio.equals(threshold.ratio);
    }

    @Override
    public int hashCode() {
        return ratio.hashCode();
    }

    /** The threshold as it is written: {@code 20%}. */
    @Override
    public String toString() {
        return percent() + "%";
    }
}
