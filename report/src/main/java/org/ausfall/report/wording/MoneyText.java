package org.ausfall.report.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Money on paper: two significant digits in US dollars, thousands, millions, billions or trillions, so that nothing looks more precise than
 * it is. Starts from the six digits of the files, so that text and files never disagree.
 */
public final class MoneyText {
    private static final MathContext TWO = new MathContext(2, RoundingMode.HALF_UP);
    private static final BigDecimal FINEST = new BigDecimal("0.1");
    private static final BigDecimal A_THOUSAND = new BigDecimal("1e3");
    private static final BigDecimal BILLION = new BigDecimal("1e3");
    private static final BigDecimal TRILLION = new BigDecimal("1e6");

    private MoneyText() {}

    private record Amount(String digits, String unit) {
        @Override
        public String toString() {
            return unit.isEmpty() ? digits : digits + " " + unit;
        }
    }

    /** {@code USD 29 m}, {@code USD 5.2 bn}, {@code USD 50 k}. */
    public static String of(double usd) {
        return "USD " + amount(usd);
    }

    /** The same without the currency: {@code 29 m}. */
    public static String bare(double usd) {
        return amount(usd).toString();
    }

    /**
     * A range without the currency: {@code 20-45 m}, or {@code 900 m-1.2 bn} where the units differ. Whole dollars have no unit and would
     * seem to share that of the upper end, so that there they are thousands: {@code 0.87-33 k}.
     */
    public static String range(double lowUsd, double highUsd) {
        Amount high = amount(highUsd);
        Amount exact = amount(lowUsd);
        Amount low = exact.unit().isEmpty() && !high.unit().isEmpty() ? thousands(lowUsd) : exact;
        boolean sameUnit = low.unit().equals(high.unit()) || low.digits().equals("0");
        return (sameUnit ? low.digits() : low.toString()) + "-" + high;
    }

    private static Amount thousands(double usd) {
        return new Amount(digits(SixDigits.rounded(usd).movePointLeft(3).round(TWO)), "k");
    }

    private static Amount amount(double usd) {
        BigDecimal exact = SixDigits.rounded(Math.abs(usd)).movePointLeft(6);
        String sign = usd < 0 && exact.signum() != 0 ? "-" : "";
        Amount size = sized(exact);
        return new Amount(sign + size.digits(), size.unit());
    }

    private static Amount sized(BigDecimal exactMillions) {
        if (exactMillions.signum() == 0) {
            return new Amount("0", "m");
        }
        BigDecimal millions = exactMillions.round(TWO);
        if (millions.compareTo(FINEST) < 0) {
            return tiny(exactMillions);
        }
        if (millions.compareTo(TRILLION) >= 0) {
            return new Amount(digits(millions.movePointLeft(6)), "tn");
        }
        return millions.compareTo(BILLION) >= 0
                ? new Amount(digits(millions.movePointLeft(3)), "bn")
                : new Amount(digits(millions), "m");
    }

    /** Below 0.1 m in thousands, below 1 k in whole dollars; less than a dollar is nothing. */
    private static Amount tiny(BigDecimal millions) {
        BigDecimal dollars = millions.movePointRight(6).round(TWO);
        if (dollars.compareTo(BigDecimal.ONE) < 0) {
            return new Amount("0", "m");
        }
        return dollars.compareTo(A_THOUSAND) < 0
                ? new Amount(dollars.setScale(0, RoundingMode.HALF_UP).toPlainString(), "")
                : new Amount(digits(dollars.movePointLeft(3)), "k");
    }

    private static String digits(BigDecimal twoDigits) {
        int scale = Math.max(0, 1 - magnitude(twoDigits));
        return twoDigits.setScale(Math.min(scale, 3), RoundingMode.HALF_UP).toPlainString();
    }

    /** The exponent of ten of the first digit: 0 for 1.2, 1 for 29, -1 for 0.95. */
    private static int magnitude(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }
}
