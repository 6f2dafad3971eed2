package org.ausfall.core.measurement;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.ausfall.core.quantity.OutageWindow;

/** Builds series for tests, a sample a minute. */
public final class Series {
    static final Instant START = OffsetDateTime.parse("2017-02-28T12:00:00Z").toInstant();

    private Series() {}

    /** {@code .} is a success of 100 ms, {@code s} one of 150 ms, {@code x} a failure, {@code r} reachable, {@code m} maintenance. */
    public static SampleSeries of(String letters) {
        long[] packed = new long[letters.length()];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = Sample.pack(i * 60_000L, result(letters.charAt(i)));
        }
        return SampleSeries.ofOwned(START, packed);
    }

    private static int result(char letter) {
        return switch (letter) {
            case '.' -> Sample.ok(100_000);
            case 's' -> Sample.ok(150_000);
            case 'r' -> Sample.of(Outcome.REACHABLE);
            case 'm' -> Sample.of(Outcome.MAINTENANCE);
            default -> Sample.of(Outcome.HTTP_ERROR);
        };
    }

    static Instant minute(int minute) {
        return START.plusSeconds(60L * minute);
    }

    public static OutageWindow minutes(int from, int to) {
        return new OutageWindow(minute(from), minute(to));
    }
}
