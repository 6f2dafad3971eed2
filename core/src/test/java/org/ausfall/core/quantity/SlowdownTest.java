package org.ausfall.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowdownTest {
    private static final Threshold TWENTY = Threshold.parse("20%");

    private static Slowdown between(String before, String during) {
        return Slowdown.between(new BigDecimal(before), new BigDecimal(during));
    }

    @Test
    void exactlyAtThreshold_reachesIt_inDecimal() {
        // In binary 12.12 - 10.1 over 10.1 is 0.19999999999999998.
        assertThat(between("10.1", "12.12").reaches(TWENTY)).isTrue();
        assertThat(between("10.1", "12.119999").reaches(TWENTY)).isFalse();
    }

    // Added seconds and percent published by Apica for 2017-02-28; before and during derived from them.
    @ParameterizedTest
    @CsvSource({"8069,102069,1165", "4198,45798,991", "1916,14216,642", "5034,34834,592"})
    void apicaPairs_givePublishedPercent(String before, String during, int percent) {
        assertThat(between(before, during).ratio() * 100).isCloseTo(percent, within(0.5));
    }

    @Test
    void percent_isAddedTime_notFactor() {
        Slowdown target = Slowdown.ofPercent(BigDecimal.valueOf(991));
        assertThat(target.ratio()).isCloseTo(9.91, within(1e-12));
        assertThat(target.factor()).isCloseTo(10.91, within(1e-12));
    }

    @Test
    void zeroBefore_isRefused() {
        assertThatThrownBy(() -> between("0", "5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive");
    }

    @ParameterizedTest
    @CsvSource({"20%,0.2", "0.2,0.2", "25 %,0.25", "0%,0", "100%,1", "353%,3.53"})
    void thresholdText_isRead(String text, String ratio) {
        assertThat(Threshold.parse(text).ratio()).isEqualByComparingTo(ratio);
    }

    @ParameterizedTest
    @CsvSource({"20", "-5%", "abc", "''", "20%%", "1e3%", "20001%"})
    void thresholdText_thatIsAmbiguousOrWrong_isRefused(String text) {
        assertThatThrownBy(() -> Threshold.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void windowsThatTouch_doNotOverlap() {
        java.time.Instant noon = java.time.Instant.parse("2017-02-28T12:00:00Z");
        OutageWindow first = new OutageWindow(noon.minusSeconds(60), noon);
        assertThat(first.overlaps(new OutageWindow(noon, noon.plusSeconds(60)))).isFalse();
        assertThat(first.overlaps(new OutageWindow(noon.minusSeconds(1), noon.plusSeconds(60))))
                .isTrue();
    }

    @Test
    void share_outsideItsRange_isRefused_withTheValue() {
        assertThatThrownBy(() -> new Share(1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> new Share(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Money(-1)).hasMessageContaining("-1");
    }
}
