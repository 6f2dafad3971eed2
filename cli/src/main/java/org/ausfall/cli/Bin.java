package org.ausfall.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of a bin of time.
 *
 * @param text as it was given
 * @param length whole seconds, up to a day; empty where none is given
 */
record Bin(String text, Optional<Duration> length) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([smh])");
    private static final Map<String, Duration> UNITS =
            Map.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1));

    /** Reads {@code 5m}, {@code 30s}, {@code 1h} or {@code none}. */
    static Bin parse(String text) {
        return parse(text, "none");
    }

    /** Reads {@code 5m}, {@code 30s}, {@code 1h} or {@code auto}, which has no length of its own. */
    static Bin parseOrAuto(String text) {
        return parse(text, "auto");
    }

    private static Bin parse(String text, String withoutLength) {
        if (text.equals(withoutLength)) {
            return new Bin(text, Optional.empty());
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "not the length of a bin: '" + text + "'; write 5m, 30s, 1h or " + withoutLength);
        }
        Duration length = UNITS.getOrDefault(form.group(2), Duration.ZERO).multipliedBy(Long.parseLong(form.group(1)));
        if (length.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("a bin may last up to a day, was " + text);
        }
        return new Bin(text, Optional.of(length));
    }

    @Override
    public String toString() {
        return text;
    }
}
