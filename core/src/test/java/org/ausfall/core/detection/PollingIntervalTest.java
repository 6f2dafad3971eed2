package org.ausfall.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.measurement.SampleSeries;
import org.junit.jupiter.api.Test;

class PollingIntervalTest {
    private static SampleSeries at(long... seconds) {
        return SampleSeries.ofOwned(
                Instant.EPOCH,
                LongStream.of(seconds)
                        .map(second -> Sample.pack(second * 1000, Sample.ok(1)))
                        .toArray());
    }

    @Test
    void theInterval_isTheMedianOfMedians_repeatsLeftOut() {
        PollingInterval interval = new PollingInterval();
        interval.add(PollingInterval.gaps(List.of(at(0, 300, 300, 600, 5000), at(10, 310))));
        interval.add(PollingInterval.gaps(List.of(at(0, 60), at(7))));
        assertThat(interval.median()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void withoutTwoSamplesOfAnything_itIsAMinute() {
        assertThat(new PollingInterval().median()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void bins_areWholeMinutes_upToAnHour() {
        assertThat(PollingInterval.bin(Duration.ofSeconds(302), 100)).isEqualTo(Duration.ofMinutes(5));
        assertThat(PollingInterval.bin(Duration.ofSeconds(10), 100)).isEqualTo(Duration.ofMinutes(1));
        assertThat(PollingInterval.bin(Duration.ofHours(3), 100)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void veryManySites_getLongerBins() {
        assertThat(PollingInterval.bin(Duration.ofMinutes(1), 10_000)).isEqualTo(Duration.ofMinutes(2));
    }
}
