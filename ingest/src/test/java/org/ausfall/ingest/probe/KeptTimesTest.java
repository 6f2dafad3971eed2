package org.ausfall.ingest.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.ausfall.core.quantity.OutageWindow;
import org.junit.jupiter.api.Test;

class KeptTimesTest {
    private static final long SEED = 20170228;
    private static final List<OutageWindow> WINDOWS =
            List.of(window(-70_000, -5), window(0, 1), window(65_536, 300_000));

    private final KeptTimes.Lookup lookup = new KeptTimes(Instant.EPOCH, WINDOWS).lookup();

    @Test
    void timesInAnyOrder_areKeptIfAWindowHoldsThem() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200_000; i++) {
            assertAnswer(random.nextLong(-200_000, 500_000));
        }
    }

    @Test
    void timesInTheirOrder_areKeptIfAWindowHoldsThem() {
        for (long millis = -200_000; millis < 500_000; millis++) {
            assertAnswer(millis);
        }
    }

    private void assertAnswer(long millis) {
        Instant time = Instant.ofEpochMilli(millis);
        int expected =
                WINDOWS.stream().anyMatch(window -> !time.isBefore(window.start()) && time.isBefore(window.end()))
                        ? 1
                        : 0;
        assertThat(lookup.oneIfKept(millis)).as("%s ms, seed %s", millis, SEED).isEqualTo(expected);
    }

    private static OutageWindow window(long fromMillis, long toMillis) {
        return new OutageWindow(Instant.ofEpochMilli(fromMillis), Instant.ofEpochMilli(toMillis));
    }
}
