package org.ausfall.report.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.quantity.Threshold;

/**
 * Percent on paper. A slowdown is always said as percent and as factor, because "991 % slower" and "991 % as long" are mixed up
 * otherwise.
 */
public final class PercentText {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PercentText() {}

    /** {@code +1165 % (12.7x as long)}. */
    public static String of(Slowdown slowdown) {
        return percent(slowdown) + " (" + factor(slowdown) + " as long)";
    }

    /** {@code +1165 %}, below 100 % with one decimal: {@code +4.3 %}. */
    public static String percent(Slowdown slowdown) {
        BigDecimal percent = slowdown.change().multiply(HUNDRED).divide(slowdown.base(), MathContext.DECIMAL64);
        int scale = percent.abs().compareTo(HUNDRED) < 0 ? 1 : 0;
        BigDecimal rounded = percent.setScale(scale, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString() + " %";
    }

    /** A slowdown as a ratio: {@code +4.3 %}. */
    public static String change(double ratio) {
        return percent(
                Slowdown.ofPercent(BigDecimal.valueOf(Math.max(-1, ratio)).movePointRight(2)));
    }

    /** {@code 12.7x}, below 10 with two decimals: {@code 1.20x}. */
    public static String factor(Slowdown slowdown) {
        BigDecimal factor = slowdown.change().add(slowdown.base()).divide(slowdown.base(), MathContext.DECIMAL64);
        int scale = factor.compareTo(BigDecimal.TEN) < 0 ? 2 : 1;
        return factor.setScale(scale, RoundingMode.HALF_UP).toPlainString() + "x";
    }

    /** {@code 20 % (1.2x as long)}. */
    public static String of(Threshold threshold) {
        return threshold.percent() + " % (" + factor(threshold) + " as long)";
    }

    /** {@code 1.2x}. */
    public static String factor(Threshold threshold) {
        return SixDigits.exact(threshold.factor()) + "x";
    }

    /** A fraction: {@code 54 %}, with one decimal where it has one; {@code <0.1 %} for what would look like nothing. */
    public static String share(double fraction) {
        BigDecimal percent = SixDigits.rounded(fraction).movePointRight(2);
        BigDecimal rounded = oneDecimal(percent);
        return (percent.signum() > 0 && rounded.signum() == 0 ? "<0.1" : rounded.toPlainString()) + " %";
    }

    private static BigDecimal oneDecimal(BigDecimal percent) {
        BigDecimal rounded = percent.setScale(1, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().scale() <= 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }
}
