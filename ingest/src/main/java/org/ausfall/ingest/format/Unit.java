package org.ausfall.ingest.format;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A unit of durations, with the ways it is written behind a number. */
public enum Unit {
    /** Nanoseconds. */
    NS("0.001", "ns"),
    /** Microseconds. */
    US("1", "us \u00b5s \u03bcs"),
    /** Milliseconds. */
    MS("1000", "ms"),
    /** Seconds. */
    S("1000000", "s sec secs second seconds"),
    /** Minutes. */
    MIN("60000000", "min mins minute minutes");

    private final BigDecimal micros;
    private final long microsTimesThousand;
    /** Separated by blanks. */
    private final String written;

    Unit(String micros, String written) {
        this.micros = new BigDecimal(micros);
        this.microsTimesThousand = this.micros.movePointRight(3).longValueExact();
        this.written = written;
    }

    /** How many microseconds it has. */
    BigDecimal micros() {
        return micros;
    }

    /** A thousand times {@link #micros}, which is a whole number for each unit. */
    long microsTimesThousand() {
        return microsTimesThousand;
    }

    /** The name in options and descriptors: {@code ms}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The unit that is written so, as a code or behind a number. */
    public static Optional<Unit> find(String text) {
        return Arrays.stream(values())
                .filter(unit -> List.of(unit.written.split(" ")).contains(text))
                .findFirst();
    }
}
