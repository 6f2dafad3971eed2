package org.ausfall.report.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers for machines: six significant digits, no exponent, a point as decimal mark, no trailing zeros. Six digits hide what
 * processors may compute differently in the last bit, and are more than any finding means.
 */
public final class SixDigits {
    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

    /** Between these, six digits are found by a multiplication: a report writes thousands, and decimals take 3 µs each. */
    private static final double SMALLEST = 1e-6;

    private static final double LARGEST = 1e12;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};

    private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_EVEN);

    private SixDigits() {}

    /**
     * The number as text; negative zero is {@code 0}.
     *
     * @throws IllegalArgumentException if the number is not finite
     */
    public static String format(double value) {
        double size = Math.abs(value);
        if (size >= SMALLEST && size < LARGEST) {
            int scale = 5 - (int) Math.floor(Math.log10(size));
            double shifted = scale < 0 ? value / POWERS[-scale] : value * POWERS[scale];
            double digits = Math.rint(shifted);
            // Not near a half, so that no rounding on the way can have changed a digit.
            if (Math.abs(digits) < 1_000_000 && Math.abs(shifted - digits) < 0.499) {
                return plain(BigDecimal.valueOf((long) digits, scale));
            }
        }
        return plain(rounded(value));
    }

    /** A large number on paper: whole, and of its digits the first three. */
    public static String threeDigits(double value) {
        return plain(rounded(value).round(THREE).setScale(0, RoundingMode.HALF_EVEN));
    }

    /** An exact number as text: all its digits, without exponent and trailing zeros. */
    public static String exact(BigDecimal value) {
        return plain(value);
    }

    /** A time in ms to the microsecond, which is what monitors measure. */
    public static BigDecimal toMicrosecond(BigDecimal milliseconds) {
        return milliseconds.setScale(3, RoundingMode.HALF_EVEN);
    }

    /**
     * The number that {@link #format} writes.
     *
     * @throws IllegalArgumentException if the number is not finite
     */
    public static double round(double value) {
        return rounded(value).doubleValue();
    }

    static BigDecimal rounded(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number in a report must be finite, was " + value);
        }
        return BigDecimal.valueOf(value).round(SIX);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
