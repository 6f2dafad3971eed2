package org.ausfall.ingest.probe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.problem.Reason;

/** Reads the fields of one row as what their columns mean, and says exactly which does not fit. Knows every legal form; slow. */
final class StrictValues {
    /** Strict: a lenient reader would take 30 February for the 28th. */
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ISO_LOCAL_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .append(LOCAL)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int DATE_LENGTH = 10;
    private static final int LAST_YEAR = 9999;
    private static final BigDecimal LONGEST_MS = BigDecimal.valueOf(Sample.LONGEST_MICROS, 3);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,2})?");
    private static final String BEGINS_A_NUMBER = "+-.";
    private static final int LONGEST_NUMBER = 40;
    /** So many fit into an int, whatever they are. */
    private static final int PLAIN_DIGITS = 9;

    private static final int LONGEST_NAME = NameTable.LONGEST;
    /** The most that a char takes in UTF-8; those of a pair take two each. */
    private static final int BYTES_PER_CHAR = 3;

    private final Header header;
    private final int timeAt;
    private final int siteAt;
    private final int locationAt;
    private final int durationAt;
    private final int statusAt;
    private final FastTime fastTime = new FastTime();
    private long millis;
    private String site = "";
    private String location = "";
    private int result;
    private boolean rounded;

    StrictValues(Header header) {
        this.header = header;
        this.timeAt = header.indexOf(Column.TIMESTAMP);
        this.siteAt = header.indexOf(Column.SITE);
        this.locationAt = header.indexOf(Column.LOCATION);
        this.durationAt = header.indexOf(Column.DURATION_MS);
        this.statusAt = header.indexOf(Column.STATUS);
    }

    /** A value that does not fit its column; carries no stack because it is an ordinary outcome. */
    private static final class Misfit extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Fault fault;

        Misfit(Column column, String value, Reason reason, String detail) {
            super(detail, null, false, false);
            this.fault = new Fault(column.header(), value, reason, detail);
        }
    }

    long millis() {
        return millis;
    }

    String site() {
        return site;
    }

    String location() {
        return location;
    }

    /** The outcome or duration as a {@link Sample} result. */
    int result() {
        return result;
    }

    /** Whether the duration had decimals beyond the microsecond. */
    boolean rounded() {
        return rounded;
    }

    /** Reads the fields, as many as the header has; says what does not fit, if anything. */
    Optional<Fault> read(List<String> fields) {
        if (repeatsHeader(fields)) {
            return Optional.of(
                    new Fault("", String.join(",", fields), Reason.MALFORMED, "the header is repeated here"));
        }
        Optional<Fault> other = readAllButTime(fields);
        String time = field(fields, timeAt);
        // The time comes first in what is said of a row, but among 2,000 bad rows java.time took 130 microseconds to
        // find it good.
        return other.isPresent() && isPlainTime(time) ? other : readTime(time).or(() -> other);
    }

    private Optional<Fault> readTime(String text) {
        try {
            millis = millis(text);
            return Optional.empty();
        } catch (Misfit misfit) {
            return Optional.of(misfit.fault);
        }
    }

    private Optional<Fault> readAllButTime(List<String> fields) {
        try {
            site = name(Column.SITE, field(fields, siteAt));
            location = name(Column.LOCATION, field(fields, locationAt));
            Outcome outcome = outcome(field(fields, statusAt));
            int micros = micros(field(fields, durationAt), outcome);
            result = outcome == Outcome.OK ? Sample.ok(micros) : Sample.of(outcome);
            return Optional.empty();
        } catch (Misfit misfit) {
            return Optional.of(misfit.fault);
        }
    }

    private boolean isPlainTime(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return fastTime.read(Arrays.copyOf(bytes, bytes.length + FastTime.OVERREAD), 0) == bytes.length;
    }

    private boolean repeatsHeader(List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).strip().equals(header.names().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String field(List<String> fields, int at) {
        return fields.get(at).strip();
    }

    private static long millis(String text) throws Misfit {
        if (text.isEmpty()) {
            throw new Misfit(Column.TIMESTAMP, text, Reason.MISSING_VALUE, "a time is needed");
        }
        String iso = iso(text);
        try {
            OffsetDateTime time = OffsetDateTime.parse(iso, ZONED);
            if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
                throw new Misfit(Column.TIMESTAMP, text, Reason.OUT_OF_RANGE, "a year has four digits");
            }
            return time.toInstant().toEpochMilli();
        } catch (DateTimeException notZoned) {
            throw isLocal(iso)
                    ? new Misfit(
                            Column.TIMESTAMP,
                            text,
                            Reason.NO_ZONE,
                            "the time has no zone; write Z or an offset such as +01:00")
                    : new Misfit(
                            Column.TIMESTAMP,
                            text,
                            Reason.WRONG_TYPE,
                            "not a time in ISO-8601 such as 2017-02-28T17:37:00Z");
        }
    }

    /** RFC 3339 allows a blank for the T, and small letters. */
    private static String iso(String text) {
        boolean blank = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' ';
        String joined = blank ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1) : text;
        return joined.toUpperCase(Locale.ROOT);
    }

    private static boolean isLocal(String text) {
        try {
            LocalDateTime.parse(text, LOCAL);
            return true;
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    private static String name(Column column, String text) throws Misfit {
        if (text.isEmpty()) {
            throw new Misfit(column, text, Reason.MISSING_VALUE, "a name is needed");
        }
        boolean maybeLong = text.length() > LONGEST_NAME / BYTES_PER_CHAR;
        if (maybeLong && text.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new Misfit(column, text, Reason.TOO_LARGE, "a name may have " + LONGEST_NAME + " bytes");
        }
        if (hasOddCharacter(text)) {
            throw new Misfit(
                    column, text, Reason.WRONG_TYPE, "a name must be UTF-8 text without quotes and control characters");
        }
        return text;
    }

    private static boolean hasOddCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == 0x7f || c == 0xfffd) {
                return true;
            }
        }
        return false;
    }

    private static Outcome outcome(String text) throws Misfit {
        BigDecimal number = number(Column.STATUS, text);
        int status;
        try {
            status = number.intValueExact();
        } catch (ArithmeticException fraction) {
            throw new Misfit(
                    Column.STATUS, text, Reason.OUT_OF_RANGE, "a status is 0 or a whole number from 200 to 599");
        }
        if (!Outcome.isStatus(status)) {
            throw new Misfit(
                    Column.STATUS, text, Reason.OUT_OF_RANGE, "a status is 0 or a whole number from 200 to 599");
        }
        return Outcome.ofStatus(status);
    }

    private int micros(String text, Outcome outcome) throws Misfit {
        rounded = false;
        if (text.isEmpty() && outcome != Outcome.OK) {
            return 0;
        }
        BigDecimal ms = number(Column.DURATION_MS, text);
        if (ms.signum() < 0 || ms.compareTo(LONGEST_MS) > 0) {
            throw new Misfit(
                    Column.DURATION_MS,
                    text,
                    Reason.OUT_OF_RANGE,
                    "a duration is between 0 and " + LONGEST_MS.toBigInteger() + " ms");
        }
        BigDecimal micros = ms.movePointRight(3);
        BigDecimal whole = micros.setScale(0, RoundingMode.HALF_UP);
        rounded = outcome == Outcome.OK && whole.compareTo(micros) != 0;
        return whole.intValueExact();
    }

    private static BigDecimal number(Column column, String text) throws Misfit {
        if (text.isEmpty()) {
            throw new Misfit(column, text, Reason.MISSING_VALUE, "a number is needed");
        }
        int digits = leadingDigits(text);
        if (digits == text.length() && digits <= PLAIN_DIGITS) {
            return BigDecimal.valueOf(Integer.parseInt(text));
        }
        // The pattern bounds the exponent: 1e999999999 is a legal BigDecimal that takes gigabytes to write out.
        boolean hopeless = digits == 0 && BEGINS_A_NUMBER.indexOf(text.charAt(0)) < 0;
        if (hopeless || text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            throw new Misfit(column, text, Reason.WRONG_TYPE, "not a number such as 1234.5");
        }
        return new BigDecimal(text);
    }

    private static int leadingDigits(String text) {
        int p = 0;
        while (p < text.length() && text.charAt(p) >= '0' && text.charAt(p) <= '9') {
            p++;
        }
        return p;
    }
}
