package org.ausfall.core.detection;

import java.time.Duration;
import java.time.Instant;

/**
 * Equal pieces of time, numbered from 0.
 *
 * @param origin when bin 0 starts; no sample is earlier
 * @param length how long each is, at least a second
 */
public record Bins(Instant origin, Duration length) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Checks the length. */
    public Bins {
        if (length.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("a bin must last at least a second, was " + length);
        }
    }

    /** Bins whose borders are whole multiples of the length since 1970, the first one with the given moment in it. */
    public static Bins containing(Instant moment, Duration length) {
        long millis = Math.max(1, length.toMillis());
        return new Bins(Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), millis) * millis), length);
    }

    /** The number of the bin with that moment in it. */
    int at(long epochMillis) {
        return (int) Math.floorDiv(epochMillis - origin.toEpochMilli(), length.toMillis());
    }

    /** When a bin starts. */
    public Instant start(int bin) {
        return origin.plus(length.multipliedBy(bin));
    }

    /** How many bins make up about that time, at least one. */
    int in(Duration time) {
        return (int) Math.max(1, time.toMillis() / length.toMillis());
    }
}
