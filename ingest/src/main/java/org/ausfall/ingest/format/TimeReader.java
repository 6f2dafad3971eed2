package org.ausfall.ingest.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ausfall.core.problem.Reason;

/**
 * Reads times: ISO-8601; seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their 10, 13, 16 or 19 digits
 * (so from September 2001 to November 2286); and what a format's patterns say. Digits that a pattern of letters alone fits are what
 * the pattern says. A local time needs a zone, in the text or given, and one that the zone has twice or never, because clocks were
 * changed, is refused.
 */
final class TimeReader {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ISO_LOCAL_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(LOCAL)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int DATE_LENGTH = 10;
    private static final int LONGEST_EPOCH = 40;
    private static final int LAST_YEAR = 9999;

    private final List<DateTimeFormatter> formatters;
    /** Of the patterns, those that digits alone can fit. */
    private final List<DateTimeFormatter> ofDigits;

    private final Optional<ZoneId> zone;
    private final MinuteCache cache = new MinuteCache();
    private String lastText = "";
    private long lastMillis;

    /** A time as it was written: its offset, else its zone, else neither. */
    private record Written(LocalDateTime local, Optional<ZoneId> zone) {
        static Written of(TemporalAccessor parsed) {
            Optional<ZoneId> offset = Optional.ofNullable(parsed.query(TemporalQueries.offset()));
            return new Written(
                    LocalDateTime.from(parsed),
                    offset.or(() -> Optional.ofNullable(parsed.query(TemporalQueries.zoneId()))));
        }
    }

    TimeReader(List<String> patterns, Optional<ZoneId> zone) {
        this.formatters = patterns.stream().map(TimeReader::formatter).toList();
        this.ofDigits = patterns.stream()
                .filter(pattern -> pattern.matches("[A-Za-z]+"))
                .map(TimeReader::formatter)
                .toList();
        this.zone = zone;
    }

    /**
     * A pattern that is read strictly: a lenient one would take 30 February for the 28th.
     *
     * @throws IllegalArgumentException if it is none
     */
    static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Milliseconds of UTC since 1970. Rows mostly repeat the time of the row before. */
    long read(String column, String text) throws Misfit {
        if (!text.equals(lastText)) {
            lastMillis = cache.find(text) ? cache.millis() : parseAndRemember(column, text);
            lastText = text;
        }
        return lastMillis;
    }

    private long parseAndRemember(String column, String text) throws Misfit {
        long millis = parse(column, text);
        cache.remember(text, millis);
        return millis;
    }

    private long parse(String column, String text) throws Misfit {
        if (text.isEmpty()) {
            throw new Misfit(column, text, Reason.MISSING_VALUE, "a time is needed");
        }
        boolean digits = isEpoch(text);
        Optional<Written> time = digits ? attempt(ofDigits, text) : parsed(text);
        if (time.isEmpty() && digits) {
            return epoch(column, text);
        }
        if (time.isEmpty()) {
            throw new Misfit(column, text, Reason.WRONG_TYPE, "not a time in any form this format knows");
        }
        return millis(column, text, time.get());
    }

    private static boolean isEpoch(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return text.charAt(0) != '.' && text.indexOf('.') == text.lastIndexOf('.');
    }

    private static long epoch(String column, String text) throws Misfit {
        int point = text.indexOf('.');
        int digits = point < 0 ? text.length() : point;
        if (digits == 10 && text.length() <= LONGEST_EPOCH) {
            return 1000 * Long.parseLong(text, 0, digits, 10) + decimalMillis(text, digits + 1);
        }
        if (digits == 13 && text.length() <= LONGEST_EPOCH) {
            return Long.parseLong(text, 0, digits, 10);
        }
        if (text.length() > LONGEST_EPOCH || (digits != 10 && digits != 13 && digits != 16 && digits != 19)) {
            throw new Misfit(
                    column,
                    text,
                    Reason.OUT_OF_RANGE,
                    "not a time since 1970 in s, ms, us or ns, which have 10, 13, 16 or 19 digits");
        }
        return new BigDecimal(text)
                .movePointLeft(digits - 13)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    private static int decimalMillis(String text, int from) {
        int millis = 0;
        for (int i = from; i < from + 3; i++) {
            millis = 10 * millis + (i < text.length() ? text.charAt(i) - '0' : 0);
        }
        return millis;
    }

    private Optional<Written> parsed(String text) {
        return attempt(ISO, iso(text)).or(() -> attempt(formatters, text));
    }

    private static Optional<Written> attempt(List<DateTimeFormatter> formatters, String text) {
        for (DateTimeFormatter formatter : formatters) {
            Optional<Written> time = attempt(formatter, text);
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }

    private static Optional<Written> attempt(DateTimeFormatter formatter, String text) {
        try {
            return Optional.of(Written.of(formatter.parse(text)));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    /** RFC 3339 allows a blank for the T, and small letters. */
    private static String iso(String text) {
        boolean blank = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' ';
        String joined = blank ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1) : text;
        return joined.toUpperCase(Locale.ROOT);
    }

    private static void checkYear(String column, String text, int year) throws Misfit {
        if (year < 0 || year > LAST_YEAR) {
            throw new Misfit(column, text, Reason.OUT_OF_RANGE, "a year has four digits");
        }
    }

    private long millis(String column, String text, Written time) throws Misfit {
        LocalDateTime local = time.local();
        checkYear(column, text, local.getYear());
        Optional<ZoneId> clock = time.zone().or(() -> zone);
        if (clock.isEmpty()) {
            throw new Misfit(
                    column,
                    text,
                    Reason.NO_ZONE,
                    "a local time; say where its clock hangs, as in --zone Europe/Berlin");
        }
        List<ZoneOffset> offsets = clock.get().getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            throw new Misfit(
                    column,
                    text,
                    Reason.NO_ZONE,
                    "clocks were changed: this local time came " + (offsets.isEmpty() ? "never" : "twice") + " in "
                            + clock.get());
        }
        return local.toInstant(offsets.get(0)).toEpochMilli();
    }
}
