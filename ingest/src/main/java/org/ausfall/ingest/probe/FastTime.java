package org.ausfall.ingest.probe;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;

/** Reads times as {@link FastRow} does: no objects, and refused if in doubt. */
final class FastTime {
    /** Buffers must be readable this many bytes past the end of a time. */
    static final int OVERREAD = 32;

    private static final int MINUTE_MS = 60_000;
    /** Of the eight bytes from the colon before the minute on: the colon before the second, and the Z behind it. */
    private static final long END_MASK = 0x00FF_0000_FF00_0000L;

    private static final long END = (long) 'Z' << 48 | (long) ':' << 24;
    private static final byte[] SOME_MINUTE = "1970-01-01T00:00".getBytes(StandardCharsets.US_ASCII);

    private long cachedDate;
    private long cachedTime;
    private long cachedMinute;
    private long millis;

    FastTime() {
        // An empty cache would match a row of zero bytes.
        minute(SOME_MINUTE, 0);
    }

    /** The time last read, in milliseconds of UTC since 1970. */
    long millis() {
        return millis;
    }

    /**
     * {@code 2017-02-28T17:37:00Z}, perhaps with a fraction or an offset. Rows come by the minute, so the minute is kept, and
     * whatever else a time usually has is decided in one.
     */
    int read(byte[] b, int p) {
        long end = EightBytes.at(b, p + 13);
        int digits = seconds(end);
        long unusual = (EightBytes.at(b, p) ^ cachedDate)
                | (EightBytes.at(b, p + 8) ^ cachedTime)
                | ((end & END_MASK) ^ END)
                | oddDigits(digits);
        if (unusual != 0) {
            return readUnusual(b, p);
        }
        millis = cachedMinute + number(digits) * 1000L;
        return p + 20;
    }

    /** The digits of the seconds as numbers, the tens in the lower byte, out of the eight bytes from the colon before the minute on. */
    private static int seconds(long end) {
        return ((int) (end >>> 32) & 0xFFFF) ^ 0x3030;
    }

    /** 0 if the tens are at most 5 and the ones at most 9; what is added carries into the highest bit of a byte that is above. */
    private static int oddDigits(int digits) {
        return (digits | (digits + 0x767A)) & 0x8080;
    }

    private static int number(int digits) {
        return (digits & 0xFF) * 10 + (digits >>> 8);
    }

    private int readUnusual(byte[] b, int p) {
        if (EightBytes.at(b, p) != cachedDate || EightBytes.at(b, p + 8) != cachedTime) {
            if (!minute(b, p)) {
                return FastRow.REFUSED;
            }
        }
        int digits = seconds(EightBytes.at(b, p + 13));
        if (b[p + 16] != ':' || oddDigits(digits) != 0) {
            return FastRow.REFUSED;
        }
        millis = cachedMinute + number(digits) * 1000L;
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
                return FastRow.REFUSED;
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
            return FastRow.REFUSED;
        }
        int ahead = hours * 60 + minutes;
        if (ahead == 0) {
            return FastRow.REFUSED;
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
        cachedDate = EightBytes.at(b, p);
        cachedTime = EightBytes.at(b, p + 8);
        return true;
    }
}
