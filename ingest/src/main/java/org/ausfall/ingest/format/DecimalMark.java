package org.ausfall.ingest.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What stands between the whole and the fraction of a number. */
public enum DecimalMark {
    /** A point, and nothing between thousands. */
    PLAIN,
    /** A point; commas between thousands are passed over. */
    POINT,
    /** A comma; points between thousands are passed over. */
    COMMA,
    /** Whichever stands last, if both do; a number that could be read two ways is refused. */
    EITHER;

    /** The name in options and descriptors: {@code point}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mark with that code. */
    public static Optional<DecimalMark> find(String code) {
        return Arrays.stream(values()).filter(mark -> mark.code().equals(code)).findFirst();
    }
}
