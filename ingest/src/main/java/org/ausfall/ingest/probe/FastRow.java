package org.ausfall.ingest.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.measurement.Sample;

/**
 * Reads rows as almost all rows are: one line, plain or quoted fields, names already known. Works on bytes, makes no objects, and
 * refuses whatever it does not recognize, which leaves the decision to the strict reader. It must never accept what that one
 * refuses, nor read it otherwise.
 */
final class FastRow {
    /** The row is not one for this reader. */
    static final int REFUSED = -1;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MINUTE_MS = 60_000;
    private static final int MOST_DIGITS = 6;
    private static final int MORE_DECIMALS = 20;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long SIXES = 0x0606060606060606L;
    private static final long HIGH_HALVES = 0xF0F0F0F0F0F0F0F0L;
    private static final int[] MICROS_PER_LAST_DIGIT = {0, 100, 10, 1};
    private static final byte[] SOME_MINUTE = "1970-01-01T00:00".getBytes(StandardCharsets.US_ASCII);
    private static final int[] RESULTS = results();

    private final Column[] columns;
    private final byte lastTerminator;
    private final NameTable sites;
    private final NameTable locations;

    private long cachedDate;
    private long cachedTime;
    private long cachedMinute;

    private long millis;
    private int site;
    private int location;
    private int micros;
    private int roundings;
    private boolean timed;
    private int status;

    FastRow(Header header, NameTable sites, NameTable locations) {
        this.columns = header.columns();
        this.lastTerminator = (byte) (header.crlf() ? '\r' : '\n');
        this.sites = sites;
        this.locations = locations;
        // An empty cache would match a row of zero bytes.
        minute(SOME_MINUTE, 0);
    }

    private static int[] results() {
        int[] results = new int[600];
        for (int status = 0; status < results.length; status++) {
            boolean known = Outcome.isStatus(status);
            Outcome outcome = known ? Outcome.ofStatus(status) : Outcome.UNKNOWN;
            results[status] = !known ? REFUSED : outcome == Outcome.OK ? 0 : Sample.of(outcome);
        }
        return results;
    }

    long millis() {
        return millis;
    }

    int site() {
        return site;
    }

    int location() {
        return location;
    }

    /** How many durations were rounded to the microsecond since this was last asked. */
    int takeRoundings() {
        int taken = roundings;
        roundings = 0;
        return taken;
    }

    /** The row's {@link Sample} result. */
    int result() {
        int result = RESULTS[status];
        return result == 0 ? micros : result;
    }

    /** Reads the row that starts here. Returns where the next one starts, or {@link #REFUSED}. */
    int read(byte[] b, int from) {
        int p = from;
        int last = columns.length - 1;
        timed = false;
        int rounded = roundings;
        for (int i = 0; i <= last; i++) {
            int quote = b[p] == '"' ? 1 : 0;
            byte terminator = quote == 1 ? (byte) '"' : i == last ? lastTerminator : (byte) ',';
            p = field(columns[i], b, p + quote, terminator);
            if (p < 0 || (quote == 1 && b[p] != '"')) {
                return refuse(rounded);
            }
            p += quote;
            if (i < last && b[p++] != ',') {
                return refuse(rounded);
            }
        }
        p += b[p] == '\r' ? 1 : 0;
        int result = RESULTS[status];
        if (b[p] != '\n' || result < 0 || (result == 0 && !timed)) {
            return refuse(rounded);
        }
        roundings = result == 0 ? roundings : rounded;
        return p + 1;
    }

    private int refuse(int rounded) {
        roundings = rounded;
        return REFUSED;
    }

    private int field(Column column, byte[] b, int p, byte terminator) {
        return switch (column) {
            case TIMESTAMP -> timestamp(b, p);
            case SITE -> {
                site = sites.find(b, p, terminator);
                yield site < 0 ? REFUSED : sites.stop();
            }
            case LOCATION -> {
                location = locations.find(b, p, terminator);
                yield location < 0 ? REFUSED : locations.stop();
            }
            case DURATION_MS -> duration(b, p);
            case STATUS -> status(b, p);
            case OTHER -> skip(b, p, terminator);
        };
    }

    private static int skip(byte[] b, int from, byte terminator) {
        int p = from;
        while (b[p] != terminator && b[p] != '\n') {
            p++;
        }
        return p;
    }

    /** {@code 2017-02-28T17:37:00Z}, perhaps with a fraction or an offset. Rows come by the minute, so the minute is kept. */
    private int timestamp(byte[] b, int p) {
        if ((long) LONG.get(b, p) != cachedDate || (long) LONG.get(b, p + 8) != cachedTime) {
            if (!minute(b, p)) {
                return REFUSED;
            }
        }
        int tens = b[p + 17] - '0';
        int ones = b[p + 18] - '0';
        if (b[p + 16] != ':' || tens < 0 || tens > 5 || ones < 0 || ones > 9) {
            return REFUSED;
        }
        millis = cachedMinute + (tens * 10 + ones) * 1000L;
        return b[p + 19] == 'Z' ? p + 20 : fractionAndZone(b, p + 19);
    }

    private int fractionAndZone(byte[] b, int from) {
        int p = from;
        if (b[p] == '.') {
            int first = ++p;
            int unit = 100;
            for (; b[p] >= '0' && b[p] <= '9'; p++) {
                millis += (long) (b[p] - '0') * unit;
                unit /= 10;
            }
            if (p == first || p - first > 9) {
                return REFUSED;
            }
        }
        return b[p] == 'Z' ? p + 1 : offset(b, p);
    }

    private int offset(byte[] b, int p) {
        int hours = twoDigits(b, p + 1);
        int minutes = twoDigits(b, p + 4);
        boolean sane = (b[p] == '+' || b[p] == '-')
                && b[p + 3] == ':'
                && hours >= 0
                && hours < 18
                && minutes >= 0
                && minutes < 60;
        if (!sane) {
            return REFUSED;
        }
        int ahead = hours * 60 + minutes;
        if (ahead == 0) {
            return REFUSED;
        }
        millis -= (long) MINUTE_MS * (b[p] == '+' ? ahead : -ahead);
        return p + 6;
    }

    private static int twoDigits(byte[] b, int p) {
        int tens = b[p] - '0';
        int ones = b[p + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    /** Reads date, hour and minute anew and keeps them. */
    private boolean minute(byte[] b, int p) {
        int century = twoDigits(b, p);
        int yearOfCentury = twoDigits(b, p + 2);
        int month = twoDigits(b, p + 5);
        int day = twoDigits(b, p + 8);
        int hour = twoDigits(b, p + 11);
        int minute = twoDigits(b, p + 14);
        boolean sane = b[p + 4] == '-' && b[p + 7] == '-' && b[p + 10] == 'T' && b[p + 13] == ':';
        int year = century * 100 + yearOfCentury;
        if (!sane
                || yearOfCentury < 0
                || year < 1970
                || year > 2199
                || hour < 0
                || hour > 23
                || minute < 0
                || minute > 59) {
            return false;
        }
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return false;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        cachedMinute = ((days * 24 + hour) * 60 + minute) * MINUTE_MS;
        cachedDate = (long) LONG.get(b, p);
        cachedTime = (long) LONG.get(b, p + 8);
        return true;
    }

    /**
     * Up to six digits before the point; more than three behind it are rounded, and that is counted. Blank if there is none.
     * Eight bytes at a time, because the processor cannot foresee how many digits a number has.
     */
    private int duration(byte[] b, int from) {
        long word = (long) LONG.get(b, from);
        int digits = leadingDigits(word);
        int p = from + digits;
        if (digits == 0) {
            return b[p] == '.' ? REFUSED : p;
        }
        if (digits > MOST_DIGITS) {
            return REFUSED;
        }
        timed = true;
        micros = number(word, digits) * 1000;
        return b[p] == '.' ? fraction(b, p + 1) : p;
    }

    private int fraction(byte[] b, int from) {
        long word = (long) LONG.get(b, from);
        int digits = leadingDigits(word);
        if (digits == 0) {
            return REFUSED;
        }
        int used = Math.min(digits, 3);
        micros += number(word, used) * MICROS_PER_LAST_DIGIT[used];
        return digits <= 3 ? from + digits : beyondMicros(b, from + 3);
    }

    /** How many of the eight bytes, lowest first, are digits before the first that is none. */
    private static int leadingDigits(long word) {
        long value = word ^ ZEROS;
        // Adding 6 carries into the high half of a byte exactly if the low half is above 9.
        long others = (value | (value + SIXES)) & HIGH_HALVES;
        return Long.numberOfTrailingZeros(others) >>> 3;
    }

    /** The number of the first 1 to 8 digits: pairs, then fours, then all are joined by one multiplication each. */
    private static int number(long word, int digits) {
        long value = (word ^ ZEROS) << (Long.SIZE - 8 * digits);
        value = value * 10 + (value >>> 8);
        long low = (value & 0x000000FF000000FFL) * (100L + (1_000_000L << 32));
        long high = ((value >>> 16) & 0x000000FF000000FFL) * (1L + (10_000L << 32));
        return (int) ((low + high) >>> 32);
    }

    private int beyondMicros(byte[] b, int from) {
        int p = from;
        boolean lost = false;
        for (int d = b[p] - '0'; d >= 0 && d <= 9; d = b[++p] - '0') {
            lost |= d != 0;
        }
        micros += b[from] >= '5' ? 1 : 0;
        roundings += lost ? 1 : 0;
        return p - from > MORE_DECIMALS ? REFUSED : p;
    }

    private int status(byte[] b, int p) {
        int hundreds = b[p] - '0';
        int tens = b[p + 1] - '0';
        if (hundreds == 0 && (tens < 0 || tens > 9)) {
            status = 0;
            return p + 1;
        }
        int ones = b[p + 2] - '0';
        if (hundreds < 0 || hundreds > 5 || tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            return REFUSED;
        }
        status = hundreds * 100 + tens * 10 + ones;
        return p + 3;
    }
}
