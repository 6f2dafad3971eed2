package org.ausfall.core.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ausfall.core.quantity.OutageWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSeriesTest {
    @ParameterizedTest
    @EnumSource(value = Outcome.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
    void outcome_survivesPacking(Outcome outcome) {
        long packed = Sample.pack(Sample.SPAN_MILLIS - 1, Sample.of(outcome));
        assertThat(Sample.outcome(packed)).isEqualTo(outcome);
        assertThat(Sample.offsetMillis(packed)).isEqualTo(Sample.SPAN_MILLIS - 1);
        assertThat(packed).isPositive();
    }

    @Test
    void longestDuration_survivesPackingAndSortsBeforeFailures() {
        long slow = Sample.pack(7, Sample.ok(Sample.LONGEST_MICROS));
        assertThat(Sample.outcome(slow)).isEqualTo(Outcome.OK);
        assertThat(Sample.micros(slow)).isEqualTo(Sample.LONGEST_MICROS);
        assertThat(slow).isLessThan(Sample.pack(7, Sample.of(Outcome.REACHABLE)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void piecesInAnyOrder_combineToTheSameSeries(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] all = random.longs(1000, 0, 1L << 40).toArray();
        SampleSeries whole = SampleSeries.ofOwned(Series.START, all.clone());
        SampleSeries a = SampleSeries.ofOwned(Series.START, Arrays.copyOf(all, 300));
        SampleSeries b = SampleSeries.ofOwned(Series.START, Arrays.copyOfRange(all, 300, 1000));
        assertThat(SampleSeries.combine(List.of(b, a))).as("seed %d", seed).isEqualTo(whole);
        assertThat(SampleSeries.combine(List.of(a, SampleSeries.empty(Series.START), b)))
                .isEqualTo(whole);
        assertThat(SampleSeries.combine(List.of(whole))).isEqualTo(whole);
    }

    @Test
    void seriesOfOtherOrigins_areNotCombined() {
        SampleSeries other = SampleSeries.empty(Instant.EPOCH);
        assertThatThrownBy(() -> SampleSeries.combine(List.of(Series.of("."), other)))
                .hasMessageContaining("1970");
    }

    @Test
    void windows_areHalfOpenAndMayLieAnywhere() {
        SampleSeries series = Series.of("..........");
        assertThat(series.within(Series.minutes(2, 5)).size()).isEqualTo(3);
        assertThat(series.within(Series.minutes(-9, 1)).size()).isEqualTo(1);
        assertThat(series.within(Series.minutes(-9, -8)).size()).isZero();
        assertThat(series.within(new OutageWindow(Series.minute(9), Instant.parse("9999-01-01T00:00:00Z")))
                        .size())
                .isEqualTo(1);
        assertThat(series.within(Series.minutes(2, 5)).epochMillis(0))
                .isEqualTo(Series.minute(2).toEpochMilli());
    }

    @Test
    void summaryOfSeveralWindows_countsThemTogether() {
        WindowSummary summary = SampleSeries.summary(
                List.of(Series.of("..xs..rm..")), List.of(Series.minutes(0, 3), Series.minutes(6, 9)));
        assertThat(summary.n()).isEqualTo(6);
        assertThat(summary.ok()).isEqualTo(3);
        assertThat(summary.outcomes().availability().orElseThrow().fraction()).isEqualTo(4 / 5.0);
        assertThat(WindowSummary.combine(List.of(summary, WindowSummary.NONE))).isEqualTo(summary);
    }

    @Test
    void repeats_leaveTheSuccess() {
        SampleSeries once = Series.of(".xr");
        SampleSeries repeated = SampleSeries.combine(List.of(once, Series.of("xss")));
        assertThat(repeated.withoutRepeats()).isEqualTo(Series.of(".ss"));
        assertThat(SampleSeries.combine(List.of(once, once)).withoutRepeats()).isEqualTo(once);
    }
}
