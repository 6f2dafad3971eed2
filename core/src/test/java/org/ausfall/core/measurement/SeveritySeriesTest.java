package org.ausfall.core.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeveritySeriesTest {
    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    void slowdownOfABin_isTheMedianOverLocationsAgainstTheirUsualTimes() {
        List<SampleSeries> locations =
                List.of(Series.of(".....sssss"), Series.of(".....sssss"), Series.of(".........."));

        SeveritySeries severity = SeveritySeries.of(
                locations, Series.minutes(0, 10), FIVE, (location, at) -> location == 1 ? 50_000 : 100_000);

        assertThat(severity.size()).isEqualTo(2);
        assertThat(severity.slowdown(0)).hasValue(0);
        assertThat(severity.slowdown(1)).hasValueCloseTo(0.5, within(1e-6));
        assertThat(severity.start(1)).isEqualTo(Series.minute(5));
    }

    @Test
    void failures_lowerAvailabilityAndLeaveTheSlowdownUnknown() {
        SeveritySeries severity = SeveritySeries.of(
                List.of(Series.of("..xx.xxxxxrrmmm")), Series.minutes(0, 20), FIVE, (location, at) -> 100_000);

        assertThat(severity.availability(0)).hasValueCloseTo(0.6, within(1e-6));
        assertThat(severity.slowdown(0)).hasValue(0);
        assertThat(severity.availability(1)).hasValue(0);
        assertThat(severity.slowdown(1)).isEmpty();
        assertThat(severity.availability(2)).hasValue(1);
        assertThat(severity.slowdown(2)).isEmpty();
        assertThat(severity.availability(3)).isEmpty();
    }

    @Test
    void usualTimesOfTheHour_areAskedForByTheStartOfTheBin() {
        SeveritySeries severity = SeveritySeries.of(
                List.of(Series.of("..........")),
                Series.minutes(0, 10),
                FIVE,
                (location, at) -> at == Series.minute(5).toEpochMilli() ? 80_000 : Double.NaN);

        assertThat(severity.slowdown(0)).isEmpty();
        assertThat(severity.slowdown(1)).hasValueCloseTo(0.25, within(1e-6));
    }

    @Test
    void samplesBehindTheWindow_areLeftOutOfItsLastBin() {
        SeveritySeries severity = SeveritySeries.of(
                List.of(Series.of("......xxxx")), Series.minutes(0, 6), FIVE, (location, at) -> 100_000);

        assertThat(severity.size()).isEqualTo(2);
        assertThat(severity.availability(1)).hasValue(1);
    }

    @Test
    void binsOfLessThanASecond_areRefused() {
        assertThatThrownBy(() -> SeveritySeries.of(
                        List.of(), Series.minutes(0, 1), Duration.ofMillis(999), (location, at) -> Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0.999S");
    }
}
