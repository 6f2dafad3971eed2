package org.ausfall.ingest.text;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers as they are written in every input: an optional minus sign, digits, and optionally a point with digits after it, at most
 * {@value #LONGEST} characters. Nothing is guessed: no decimal comma, no thousands separators, no exponent, no unit, no NaN.
 */
public final class DecimalText {
    /** The most characters a number may have; more can only be noise. */
    public static final int LONGEST = 30;

    private DecimalText() {}

    /** The number, exactly as written; empty if the text is not one. */
    public static Optional<BigDecimal> parse(String text) {
        return isDecimal(text) ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static boolean isDecimal(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        int start = text.startsWith("-") ? 1 : 0;
        int whole = skipDigits(text, start);
        if (whole == start || whole == text.length()) {
            return whole > start;
        }
        return text.charAt(whole) == '.' && whole + 1 < text.length() && skipDigits(text, whole + 1) == text.length();
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** What is wrong with a text that is no number, and what to write instead. */
    public static String complaint(String text) {
        if (text.length() > LONGEST) {
            return "longer than " + LONGEST + " characters; write fewer digits";
        }
        if (isDecimal(text.replace(',', '.'))) {
            return "not a number; write " + text.replace(',', '.')
                    + " with a decimal point, and nothing between thousands";
        }
        if (isDecimal(text.replace(",", ""))) {
            return "not a number; write " + text.replace(",", "") + " with nothing between thousands";
        }
        if (text.endsWith("%") && isDecimal(withoutPercent(text))) {
            return "not a number; write " + withoutPercent(text) + " without the percent sign";
        }
        if (text.startsWith("+") && isDecimal(text.substring(1))) {
            return "not a number; write " + text.substring(1) + " without the plus sign";
        }
        return "not a number; write digits with a decimal point, no unit and no exponent, and leave blank what is unknown";
    }

    /** The text before a percent sign at its end; the text itself if it has none. */
    public static String withoutPercent(String text) {
        return text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    }
}
