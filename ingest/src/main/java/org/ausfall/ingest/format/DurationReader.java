package org.ausfall.ingest.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.Measurement;

/** Reads durations with or without a unit behind them, with whichever marks inside, into whole microseconds. */
final class DurationReader {
    private static final Pattern FORM = Pattern.compile(
            "([+-]?[0-9][0-9.,'\\u00a0\\u202f ]*(?:[eE][+-]?[0-9]{1,2})?)[ \\u00a0\\u202f]*([a-z\\u00b5\\u03bc]{0,7})");
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Sample.LONGEST_MICROS);
    private static final int LONGEST_TEXT = 40;
    /** So many digits and thousandths of them fit into a long. */
    private static final int MOST_SHORT_DIGITS = 15;

    private static final long[] TENS = tens();

    private final Optional<Unit> unit;
    private final DecimalMark mark;
    private final BigDecimal factor;
    private boolean rounded;
    private String lastWritten = "";
    private Optional<Unit> lastUnit = Optional.empty();

    /** Reads numbers of that unit; without one, the unit must stand behind each number. */
    DurationReader(Optional<Unit> unit, DecimalMark mark) {
        this.unit = unit;
        this.mark = mark;
        this.factor = unit.map(Unit::micros).orElse(BigDecimal.ONE);
    }

    /** Whether the duration last read had decimals beyond the microsecond. */
    boolean rounded() {
        return rounded;
    }

    /** The duration in microseconds, rounded half up. */
    int read(String column, String text) throws Misfit {
        int micros = shortWay(text);
        return micros == Measurement.NONE ? longWay(column, text) : micros;
    }

    /**
     * Reads what nearly all durations look like, a few digits with a point and a unit or none, without making objects; {@link
     * Measurement#NONE} for all else.
     */
    private int shortWay(String text) {
        long digits = 0;
        int count = 0;
        int point = -1;
        int at = 0;
        while (at < text.length() && (isDigit(text.charAt(at)) || (text.charAt(at) == '.' && point < 0))) {
            char c = text.charAt(at);
            if (c == '.') {
                point = count;
            } else if (++count > MOST_SHORT_DIGITS) {
                return Measurement.NONE;
            } else {
                digits = 10 * digits + c - '0';
            }
            at++;
        }
        boolean clear = at > 0
                && text.length() <= LONGEST_TEXT
                && isDigit(text.charAt(0))
                && (point < 0 || mark != DecimalMark.COMMA);
        Optional<Unit> behind = clear ? unit(text, at) : Optional.empty();
        return behind.isPresent() ? micros(digits, point < 0 ? 0 : count - point, behind.get()) : Measurement.NONE;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The unit written from there on, mostly that of the row before; the known one if nothing is written. */
    private Optional<Unit> unit(String text, int from) {
        int at = from;
        while (at < text.length() && " \u00a0\u202f".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == text.length()) {
            return unit;
        }
        if (lastUnit.isEmpty() || !isRest(text, at, lastWritten)) {
            lastWritten = text.substring(at);
            lastUnit = Unit.find(lastWritten);
        }
        return lastUnit;
    }

    private static boolean isRest(String text, int from, String rest) {
        return text.length() - from == rest.length() && text.startsWith(rest, from);
    }

    private int micros(long digits, int decimals, Unit of) {
        if (digits > Long.MAX_VALUE / of.microsTimesThousand()) {
            return Measurement.NONE;
        }
        long numerator = digits * of.microsTimesThousand();
        long denominator = 1000 * TENS[decimals];
        long whole = numerator / denominator;
        long rest = numerator % denominator;
        if (whole > Sample.LONGEST_MICROS || (whole == Sample.LONGEST_MICROS && rest > 0)) {
            return Measurement.NONE;
        }
        rounded = rest > 0;
        return (int) whole + (2 * rest >= denominator ? 1 : 0);
    }

    private static long[] tens() {
        long[] tens = new long[MOST_SHORT_DIGITS + 1];
        tens[0] = 1;
        for (int i = 1; i < tens.length; i++) {
            tens[i] = 10 * tens[i - 1];
        }
        return tens;
    }

    private int longWay(String column, String text) throws Misfit {
        BigDecimal micros = micros(column, text);
        if (micros.signum() < 0 || micros.compareTo(LONGEST) > 0) {
            throw new Misfit(
                    column,
                    text,
                    Reason.OUT_OF_RANGE,
                    "a duration is between 0 and " + Sample.LONGEST_MICROS / 1_000_000 + " s");
        }
        BigDecimal whole = micros.setScale(0, RoundingMode.HALF_UP);
        rounded = whole.compareTo(micros) != 0;
        return whole.intValueExact();
    }

    private BigDecimal micros(String column, String text) throws Misfit {
        if (unit.isPresent() && isPlain(text) && !(mark == DecimalMark.COMMA && text.indexOf('.') >= 0)) {
            return new BigDecimal(text).multiply(factor);
        }
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST_TEXT || !form.matches()) {
            throw new Misfit(
                    column, text, Reason.WRONG_TYPE, "not a duration such as 1234.5" + (unit.isEmpty() ? " ms" : ""));
        }
        BigDecimal number = number(column, text, form.group(1).replaceAll("['\\u00a0\\u202f ]", ""));
        String behind = form.group(2);
        if (behind.isEmpty()) {
            if (unit.isEmpty()) {
                throw new Misfit(
                        column, text, Reason.MISSING_VALUE, "no unit behind the number; say --unit ms or --unit s");
            }
            return number.multiply(factor);
        }
        Optional<Unit> written = Unit.find(behind);
        if (written.isEmpty()) {
            throw new Misfit(column, text, Reason.UNKNOWN_NAME, "not a unit of time: " + behind);
        }
        return number.multiply(written.get().micros());
    }

    private static boolean isPlain(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_TEXT && points <= 1 && !text.equals(".");
    }

    private BigDecimal number(String column, String text, String digits) throws Misfit {
        boolean commaIsDecimal =
                mark == DecimalMark.COMMA || (mark == DecimalMark.EITHER && endsWithComma(column, text, digits));
        char decimal = commaIsDecimal ? ',' : '.';
        char thousands = commaIsDecimal ? '.' : ',';
        int point = digits.indexOf(decimal);
        String whole = point < 0 ? digits : digits.substring(0, point);
        boolean grouped = whole.indexOf(thousands) >= 0;
        String groups = "[+-]?[0-9]{1,3}(" + Pattern.quote(String.valueOf(thousands)) + "[0-9]{3})+";
        boolean wellGrouped = !grouped || (mark != DecimalMark.PLAIN && whole.matches(groups));
        try {
            if (!wellGrouped) {
                throw new NumberFormatException("digits in odd groups");
            }
            return new BigDecimal(whole.replace(String.valueOf(thousands), "")
                    + (point < 0 ? "" : "." + digits.substring(point + 1)));
        } catch (NumberFormatException wrong) {
            throw new Misfit(
                    column,
                    text,
                    Reason.WRONG_TYPE,
                    "not a number with a decimal " + (commaIsDecimal ? "comma" : "point") + "; see --decimal");
        }
    }

    /** Of two marks the last is the decimal one; one that stands once before three digits could be either. */
    private static boolean endsWithComma(String column, String text, String digits) throws Misfit {
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        if (comma < 0 || point >= 0) {
            return comma > point;
        }
        boolean once = digits.indexOf(',') == comma;
        if (once && digits.matches("[+-]?[1-9][0-9]{0,2},[0-9]{3}")) {
            throw new Misfit(
                    column,
                    text,
                    Reason.CONTRADICTION,
                    "could be " + digits.replace(",", "") + " or " + digits.replace(',', '.')
                            + "; say --decimal point or --decimal comma");
        }
        return once;
    }
}
