package org.ausfall.ingest.probe;

import java.time.Instant;
import java.util.List;
import org.ausfall.core.quantity.OutageWindow;

/** Which samples are worth keeping, decided without a branch: rows come in the order of time, and the compiler would bet on it. */
final class KeptTimes {
    private final long originMillis;
    /** Starts and ends of windows that neither overlap nor touch, upwards; a time inside one has passed an odd number. */
    private final long[] bounds;

    /** Keeps what lies in the windows, in the order of time and apart from each other. */
    KeptTimes(Instant origin, List<OutageWindow> windows) {
        this.originMillis = origin.toEpochMilli();
        this.bounds = windows.stream()
                .flatMap(window -> List.of(window.start(), window.end()).stream())
                .mapToLong(Instant::toEpochMilli)
                .toArray();
    }

    long originMillis() {
        return originMillis;
    }

    int oneIfKept(long millis) {
        int passed = 0;
        for (long bound : bounds) {
            passed += (int) ((bound - 1 - millis) >>> 63);
        }
        return passed & 1;
    }
}
