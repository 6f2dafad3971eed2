package org.ausfall.core.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.quantity.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A probe a minute and a character a probe: x failed, a point succeeded, r was reachable, m fell into maintenance. */
class SiteMeasurementTest {
    private static final String BEFORE = "..........";

    /** Ten minutes of baseline, then the event. */
    private static SiteMeasurement site(String... during) {
        List<LocationMeasurement> locations = new ArrayList<>();
        for (String one : during) {
            ComparedWindows windows = ComparedWindows.of(Series.minutes(10, 40), Series.minutes(0, 10));
            locations.add(LocationMeasurement.of("l" + locations.size(), Series.of(BEFORE + one), windows));
        }
        return new SiteMeasurement("shop", locations);
    }

    @ParameterizedTest
    @CsvSource({
        "xx, ''",
        "xxx, '0-'",
        ".xxx..., '1-4'",
        ".xxx.., '1-'",
        "xx.xxx.xx...x, '3-9'",
        "xmxmx, '0-'",
        "xrx, ''",
        "xxxrrr, '0-3'",
        "xxx.m.m.m., '0-3'",
        "xxx...xxx..., '0-3 6-9'",
        "mmmmm, ''"
    })
    void downtimesOfALocation_beginAtTheFirstFailureAndEndAtTheFirstSuccess(String during, String expected) {
        StringBuilder found = new StringBuilder();
        for (Downtime downtime : site(during).locations().get(0).downtimes()) {
            found.append(found.isEmpty() ? "" : " ")
                    .append(minute(downtime.start()))
                    .append('-');
            downtime.end().ifPresent(end -> found.append(minute(end)));
        }
        assertThat(found).hasToString(expected);
    }

    private static long minute(java.time.Instant time) {
        return java.time.Duration.between(Series.minute(10), time).toMinutes();
    }

    @Test
    void maintenance_isNoMeasurementOfTheOutage() {
        assertThat(site("mm.").isMeasurable()).isFalse();
        assertThat(site("mm...").isMeasurable()).isTrue();
    }

    @Test
    void locationUnderMaintenance_doesNotWatch() {
        assertThat(site("xxx", "mmm").isDown()).isTrue();
        assertThat(site("xxx", "...").isDown()).isFalse();
    }

    @Test
    void baselineUnderMaintenance_isPassedOver() {
        ComparedWindows windows = new ComparedWindows(
                Series.minutes(20, 30),
                List.of(
                        new Baseline("first", List.of(Series.minutes(10, 20)), 8),
                        new Baseline("second", List.of(Series.minutes(0, 10)), 0)));
        LocationMeasurement location = LocationMeasurement.of("l", Series.of(BEFORE + "mmm......." + BEFORE), windows);
        assertThat(location.baselineLevel()).isEqualTo("second");
    }

    @Test
    void seriesInParts_isMeasuredAsIfInOne() {
        ComparedWindows windows = ComparedWindows.of(Series.minutes(10, 40), Series.minutes(0, 10));
        SampleSeries whole = Series.of(BEFORE + "..xxxs..m.s.xxx");
        long[] even = IntStream.range(0, whole.size())
                .filter(i -> i % 2 == 0)
                .mapToLong(whole::packed)
                .toArray();
        long[] odd = IntStream.range(0, whole.size())
                .filter(i -> i % 2 == 1)
                .mapToLong(whole::packed)
                .toArray();
        LocationMeasurement measured = LocationMeasurement.of("l", whole, windows);
        assertThat(measured.downtimes()).hasSize(2);
        assertThat(LocationMeasurement.of(
                        "l",
                        List.of(SampleSeries.ofOwned(Series.START, odd), SampleSeries.ofOwned(Series.START, even)),
                        windows))
                .isEqualTo(measured);
    }

    @Test
    void siteWithOneLocation_isDownWithIt() {
        assertThat(site("xxx").isDown()).isTrue();
    }

    @Test
    void siteWithTwoLocations_isDownOnlyWithBothAtOnce() {
        assertThat(site("xxx......", ".........").isDown()).isFalse();
        assertThat(site("xxx......", "......xxx").isDown()).isFalse();
        assertThat(site("xxxxx....", ".xxxxxxxx").downtimes())
                .containsExactly(new Downtime(Series.minute(11), java.util.Optional.of(Series.minute(15))));
    }

    @Test
    void siteWithFiveLocations_isDownWithThree() {
        assertThat(site("xxx", "xxx", "...", "...", "...").isDown()).isFalse();
        assertThat(site("xxx", "xxx", "xxx", "...", "...").isDown()).isTrue();
        // Locations that did not watch do not count.
        assertThat(site("xxx", "xxx", "...", "", "").isDown()).isTrue();
    }

    @Test
    void slowdown_isTheMedianOverLocations() {
        assertThat(site("sss", "...", "...").slowdown().orElseThrow().ratio()).isZero();
        assertThat(site("sss", "...").slowdown().orElseThrow().ratio()).isEqualTo(0.25);
        assertThat(site("sss", "...", "ss").slowdown().orElseThrow().ratio()).isEqualTo(0.25);
        assertThat(site("sss", "xxx").slowdown().orElseThrow().ratio()).isEqualTo(0.5);
    }

    @Test
    void slowdownOfExactlyTheThreshold_reachesItInDecimal() {
        Durations before = Durations.ofMicros(10_100, 10_100, 10_100, 10_100, 10_100, 10_100, 10_100, 10_100);
        Durations during = Durations.ofMicros(12_120, 12_120, 12_120);
        LocationMeasurement one = new LocationMeasurement("l", "given", window(before), window(during), List.of());
        Slowdown slowdown =
                new SiteMeasurement("shop", List.of(one, one)).slowdown().orElseThrow();
        assertThat(slowdown.reaches(Threshold.ofPercent(new BigDecimal("20")))).isTrue();
        assertThat(slowdown.reaches(Threshold.ofPercent(new BigDecimal("20.0001"))))
                .isFalse();
    }

    private static WindowSummary window(Durations durations) {
        long[] counts = new long[Outcome.COUNT];
        counts[Outcome.OK.index()] = durations.n();
        return new WindowSummary(OutcomeCounts.ofIndexed(counts), durations);
    }

    @Test
    void tooFewSamples_areNotMeasurable_butFailuresCount() {
        assertThat(site("..").isMeasurable()).isFalse();
        assertThat(site("xx.").isMeasurable()).isTrue();
        assertThat(site("").slowdown()).isEmpty();
        assertThat(site("xxx").slowdown()).isEmpty();
        ComparedWindows shortBaseline = ComparedWindows.of(Series.minutes(10, 40), Series.minutes(3, 10));
        assertThat(LocationMeasurement.of("l", Series.of(BEFORE + "..."), shortBaseline)
                        .isMeasurable())
                .isFalse();
    }

    @Test
    void firstBaselineWithEnoughSamples_isUsed() {
        ComparedWindows windows = new ComparedWindows(
                Series.minutes(10, 40),
                List.of(
                        new Baseline("weeks", List.of(Series.minutes(-10, -5), Series.minutes(0, 2)), 3),
                        new Baseline("days", List.of(Series.minutes(2, 5)), 3),
                        new Baseline("hours", List.of(Series.minutes(0, 10)), 8)));
        LocationMeasurement measured = LocationMeasurement.of("l", Series.of(BEFORE + "..."), windows);
        assertThat(measured.baselineLevel()).isEqualTo("days");
        assertThat(measured.baseline().n()).isEqualTo(3);
        assertThat(LocationMeasurement.of("l", Series.of(".."), windows).baselineLevel())
                .isEqualTo("hours");
        assertThat(windows.merged()).containsExactly(Series.minutes(-10, -5), Series.minutes(0, 40));
    }

    @Test
    void windowsThatCannotBeCompared_areRefused() {
        assertThatThrownBy(() -> ComparedWindows.of(Series.minutes(0, 10), Series.minutes(9, 12)))
                .hasMessageContaining("overlaps");
        assertThatThrownBy(() -> ComparedWindows.of(Series.minutes(200_000, 200_001), Series.minutes(0, 1)))
                .hasMessageContaining("138 days");
        assertThatThrownBy(() -> new Baseline("b", List.of(Series.minutes(0, 2), Series.minutes(1, 3)), 0))
                .hasMessageContaining("overlap");
    }
}
