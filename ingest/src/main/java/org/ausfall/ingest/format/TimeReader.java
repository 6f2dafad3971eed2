package org.ausfall.ingest.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ausfall.core.problem.Reason;

/**
 * Reads times: ISO-8601; seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their 10, 13, 16 or 19 digits
 * (so from September 2001 to November 2286); and what a format's patterns say. A local time needs a zone, and one that the zone has
 * twice or never, because clocks were changed, is refused.
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
    private static final int LAST_YEAR = 9999;

    private final List<DateTimeFormatter> formatters;
    private final Optional<ZoneId> zone;
    private final MinuteCache cache = new MinuteCache();
    private String lastText = "";
    private long lastMillis;

    TimeReader(List<String> patterns, Optional<ZoneId> zone) {
        this.formatters = patterns.stream().map(TimeReader::formatter).toList();
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
        if (isEpoch(text)) {
            return epoch(column, text);
        }
        Optional<TemporalAccessor> time = parsed(text);
        if (time.isEmpty()) {
            throw new Misfit(column, text, Reason.WRONG_TYPE, "not a time in any form this format knows");
        }
        return time.get() instanceof OffsetDateTime zoned
                ? millis(column, text, zoned)
                : millis(column, text, ((LocalDateTime) time.get()));
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
        if (point < 0 && digits == 13) {
            return Long.parseLong(text);
        }
        if (text.length() > 40 || (digits != 10 && digits != 13 && digits != 16 && digits != 19)) {
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

    private Optional<TemporalAccessor> parsed(String text) {
        Optional<TemporalAccessor> iso = attempt(ISO, iso(text));
        for (DateTimeFormatter formatter : formatters) {
            if (iso.isPresent()) {
                break;
            }
            iso = attempt(formatter, text);
        }
        return iso;
    }

    private static Optional<TemporalAccessor> attempt(DateTimeFormatter formatter, String text) {
        try {
            return Optional.of(formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
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

    private static long millis(String column, String text, OffsetDateTime time) throws Misfit {
        checkYear(column, text, time.getYear());
        return time.toInstant().toEpochMilli();
    }

    private static void checkYear(String column, String text, int year) throws Misfit {
        if (year < 0 || year > LAST_YEAR) {
            throw new Misfit(column, text, Reason.OUT_OF_RANGE, "a year has four digits");
        }
    }

    private long millis(String column, String text, LocalDateTime time) throws Misfit {
        checkYear(column, text, time.getYear());
        if (zone.isEmpty()) {
            throw new Misfit(
                    column,
                    text,
                    Reason.NO_ZONE,
                    "a local time; say where its clock hangs, as in --zone Europe/Berlin");
        }
        List<ZoneOffset> offsets = zone.get().getRules().getValidOffsets(time);
        if (offsets.size() != 1) {
            throw new Misfit(
                    column,
                    text,
                    Reason.NO_ZONE,
                    "clocks were changed: this local time came " + (offsets.isEmpty() ? "never" : "twice") + " in "
                            + zone.get());
        }
        return time.toInstant(offsets.get(0)).toEpochMilli();
    }
}
