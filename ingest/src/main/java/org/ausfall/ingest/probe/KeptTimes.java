package org.ausfall.ingest.probe;

import java.time.Instant;
import java.util.List;
import org.ausfall.core.quantity.OutageWindow;

/** Which samples are worth keeping. */
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

    /** A way to ask for time after time, for one thread. */
    Lookup lookup() {
        return new Lookup();
    }

    /**
     * Times mostly come in their order, so an answer is remembered for as long as it holds, but only up to the next of many borders:
     * where it changed but once or twice in a scan, the compiler would bet on its never changing.
     */
    final class Lookup {
        private static final int PIECE_BITS = 16;

        private long start;
        private long length;
        private int answer;

        private Lookup() {}

        int oneIfKept(long millis) {
            long into = millis - start;
            if (into < 0 || into >= length) {
                find(millis);
            }
            return answer;
        }

        private void find(long millis) {
            start = millis >> PIECE_BITS << PIECE_BITS;
            long end = start + (1L << PIECE_BITS);
            int passed = 0;
            for (long bound : bounds) {
                if (bound <= millis) {
                    passed++;
                    start = Math.max(start, bound);
                } else {
                    end = Math.min(end, bound);
                }
            }
            length = end - start;
            answer = passed & 1;
        }
    }
}
