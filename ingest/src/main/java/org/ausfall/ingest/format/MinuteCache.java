package org.ausfall.ingest.format;

/**
 * Knows the minute of the time last read: rows come in the order of time, and most differ from the row before in seconds only. What
 * stands before the seconds and behind them must be the same, whatever it means.
 */
final class MinuteCache {
    private static final int MOST_DIGITS = 9;

    private String before = "";
    private String behind = "";
    private long minute;
    private boolean known;

    private int secondsAt;
    private int end;
    private int offset;

    /** Whether the time lies in the known minute; {@link #millis} then says when. */
    boolean find(String text) {
        return known
                && split(text)
                && secondsAt == before.length()
                && text.startsWith(before)
                && text.endsWith(behind)
                && text.length() - end == behind.length();
    }

    /** The time last found, in milliseconds of UTC since 1970. */
    long millis() {
        return minute + offset;
    }

    /** Remembers the minute of a time that was read in full, if its seconds stand where they seem to. */
    void remember(String text, long millis) {
        known = split(text) && Math.floorMod(millis, 60_000L) == offset;
        if (known) {
            before = text.substring(0, secondsAt);
            behind = text.substring(end);
            minute = millis - offset;
        }
    }

    /** Finds two digits behind the second colon, and decimals behind them. */
    private boolean split(String text) {
        int first = text.indexOf(':');
        int second = text.indexOf(':', first + 1);
        if (first < 0 || second < 0 || second + 3 > text.length()) {
            return false;
        }
        secondsAt = second + 1;
        int tens = text.charAt(second + 1) - '0';
        int ones = text.charAt(second + 2) - '0';
        offset = (tens * 10 + ones) * 1000;
        end = second + 3;
        return tens >= 0 && tens < 6 && ones >= 0 && ones <= 9 && decimals(text);
    }

    private boolean decimals(String text) {
        if (end == text.length() || text.charAt(end) != '.') {
            return true;
        }
        int p = end + 1;
        int unit = 100;
        while (p < text.length() && text.charAt(p) >= '0' && text.charAt(p) <= '9') {
            offset += unit * (text.charAt(p) - '0');
            unit /= 10;
            p++;
        }
        int digits = p - end - 1;
        end = p;
        return digits > 0 && digits <= MOST_DIGITS;
    }
}
