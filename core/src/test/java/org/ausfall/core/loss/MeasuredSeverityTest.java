package org.ausfall.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.ausfall.core.Cases;
import org.ausfall.core.measurement.Series;
import org.ausfall.core.measurement.SeveritySeries;
import org.junit.jupiter.api.Test;

/** One probe a minute, usually 100 ms, in bins of five minutes. {@link Series} says what a letter of a picture means. */
class MeasuredSeverityTest {
    private static final double THRESHOLD = 0.2;

    private static SeveritySeries series(String picture, double usualMicros) {
        return SeveritySeries.of(
                List.of(Series.of(picture)),
                Series.minutes(0, picture.length()),
                Duration.ofMinutes(5),
                (location, at) -> usualMicros);
    }

    /** What is lost in each bin of a site that took 5 s before, under the observational curve with xi 0.3. */
    private static double[] lost(SeveritySeries series, double availability) {
        List<Recovery.Period> periods = MeasuredSeverity.periods(series, series.size() / 12.0);
        Severity severity = new MeasuredSeverity(series, availability, THRESHOLD);
        return new SiteResponse(new DelayResponse(Cases.response()), periods, severity)
                .conversion(5, new double[] {0.3});
    }

    @Test
    void eachBin_losesWhatItsOwnDelayCosts() {
        // Slow samples take 150 ms, half as long again as usual.
        double[] half = lost(series(".....sssss.....", 100_000), 1);
        double expected = new DelayResponse(Cases.response()).conversionLoss(5, 7.5, 1, 0.3);
        assertThat(half[0]).isZero();
        assertThat(half[1]).isCloseTo(expected, within(1e-6)).isPositive();
        assertThat(half[2]).isZero();
    }

    @Test
    void delayBelowTheThreshold_countsAsUsual() {
        // 100 ms against a usual 90 ms is 11 % slower.
        assertThat(lost(series("..........", 90_000), 1)).containsOnly(0);
    }

    @Test
    void siteThatFailedForAPart_losesThatPart() {
        double[] lost = lost(series(".....xxxxx.....xxxxx", 100_000), 0.5);
        assertThat(lost).containsExactly(new double[] {0, 1, 0, 1}, within(1e-6));
    }

    @Test
    void siteThatFailedAsOftenBefore_losesNothingForIt() {
        // One of five probes fails all the time, as it did before: relative availability 1.
        assertThat(lost(series("...x....x....x.", 100_000), 1)).containsOnly(0);
    }

    @Test
    void binsOfOneProbe_usualFailures_loseNothing() {
        // The third bin's one probe failed; over the outage the site failed as often as before.
        assertThat(lost(series("mm.mmmm.mmmmxmm", 100_000), 1)).containsOnly(0);
    }

    @Test
    void moreFailuresThanBefore_loseWhatTheRelativeAvailabilitySays() {
        // Ten bins of one probe, of which one failed: .9 during, against .95 before.
        double[] lost = lost(series("mm.mm".repeat(9) + "mmxmm", 100_000), 0.9 / 0.95);
        assertThat(Arrays.stream(lost).average().orElseThrow()).isCloseTo(1 - 0.9 / 0.95, within(1e-9));
    }

    @Test
    void binWithoutAProbe_isAsTheOneBefore_andThoseBeforeTheFirstAsUsual() {
        double[] lost = lost(series("mmmmmsssssmmmmm.....", 100_000), 1);
        assertThat(lost[0]).isZero();
        assertThat(lost[2]).isEqualTo(lost[1]).isPositive();
        assertThat(lost[3]).isZero();
    }

    @Test
    void neverAnswered_losesEverything() {
        assertThat(lost(series("xxxxxxxxxx", 100_000), 0)).containsExactly(new double[] {1, 1}, within(1e-12));
    }

    @Test
    void lastBin_endsWithTheWindow() {
        List<Recovery.Period> periods = MeasuredSeverity.periods(series("............", 100_000), 0.2);
        assertThat(periods).hasSize(3);
        assertThat(periods.get(2).fromH()).isCloseTo(10 / 60.0, within(1e-12));
        assertThat(periods.get(2).toH()).isEqualTo(0.2);
    }
}
