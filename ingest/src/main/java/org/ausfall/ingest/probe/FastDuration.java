package org.ausfall.ingest.probe;

/** Reads durations as {@link FastRow} does: no objects, and refused if in doubt. */
final class FastDuration {
    private static final int MOST_DIGITS = 6;
    /** So many make microseconds. */
    private static final int MOST_DECIMALS = 3;

    private static final int MORE_DECIMALS = 20;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long SIXES = 0x0606060606060606L;
    private static final long HIGH_HALVES = 0xF0F0F0F0F0F0F0F0L;
    private static final int[] MICROS_PER_LAST_DIGIT = {0, 100, 10, 1};

    private boolean given;
    private int micros;
    private int rounded;

    /** Whether there was a number at all. */
    boolean isGiven() {
        return given;
    }

    /** The duration last read, in microseconds. */
    int micros() {
        return micros;
    }

    /** 1 if the duration last read had to be rounded to the microsecond, else 0. */
    int oneIfRounded() {
        return rounded;
    }

    /**
     * Up to six digits before the point; more than three behind it are rounded, and that is counted. Blank if there is none.
     * Eight bytes at a time, because the processor cannot foresee how many digits a number has; those before and behind the point
     * are made one number.
     */
    int read(byte[] b, int from) {
        long word = EightBytes.at(b, from);
        int digits = leadingDigits(word);
        int point = from + digits;
        if (b[point] != '.') {
            return readWhole(word, digits, point);
        }
        long behind = EightBytes.at(b, point + 1);
        int decimals = leadingDigits(behind);
        given = true;
        rounded = 0;
        int tooMany = MOST_DIGITS - digits | MOST_DECIMALS - decimals | Long.BYTES - digits - decimals;
        if ((tooMany | digits - 1 | decimals - 1) < 0) {
            return readLong(b, word, digits, point, decimals);
        }
        long all = (word & ((1L << (8 * digits)) - 1)) | (behind << (8 * digits));
        micros = number(all, digits + decimals) * MICROS_PER_LAST_DIGIT[decimals];
        return point + 1 + decimals;
    }

    private int readWhole(long word, int digits, int end) {
        given = digits > 0;
        rounded = 0;
        micros = given ? number(word, digits) * 1000 : 0;
        return digits > MOST_DIGITS ? FastRow.REFUSED : end;
    }

    private int readLong(byte[] b, long word, int digits, int point, int decimals) {
        if (digits == 0 || digits > MOST_DIGITS || decimals == 0) {
            return FastRow.REFUSED;
        }
        int used = Math.min(decimals, MOST_DECIMALS);
        micros = number(word, digits) * 1000 + number(EightBytes.at(b, point + 1), used) * MICROS_PER_LAST_DIGIT[used];
        return decimals > MOST_DECIMALS ? beyondMicros(b, point + 1 + MOST_DECIMALS) : point + 1 + decimals;
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
        rounded = lost ? 1 : 0;
        return p - from > MORE_DECIMALS ? FastRow.REFUSED : p;
    }
}
