package org.ausfall.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrossingTest {
    private static Crossing of(double bins, double... values) {
        return new Crossing(i -> values[i], 1, bins);
    }

    @Test
    void aRise_startsWhereHalfTheHeightIsPassed() {
        assertThat(of(0.9, 0, 0, 0.3, 0.8, 1, 1, 0.7, 0.2, 0).start(0, 9)).isEqualTo(3);
    }

    @Test
    void aFall_endsAfterTheLastBinAboveHalf() {
        assertThat(of(0.9, 0, 0, 0.3, 0.8, 1, 1, 0.7, 0.2, 0).end(0, 9)).isEqualTo(7);
    }

    @Test
    void aSingleBin_isEnoughOrNot_asAsked() {
        assertThat(of(0.9, 0, 1, 0, 0, 1, 1, 0).start(0, 7)).isEqualTo(1);
        assertThat(of(1.5, 0, 1, 0, 0, 1, 1, 0).start(0, 7)).isEqualTo(4);
    }

    @Test
    void binsWithoutValue_arePassedOver() {
        assertThat(of(1.5, 0, 1, Double.NaN, 1, 0).start(0, 5)).isEqualTo(1);
    }

    @Test
    void withoutARise_thereIsNone() {
        assertThat(of(0.9, 0, 0.4, 0.6, 0.4, 0).start(0, 5)).isEqualTo(-1);
        assertThat(of(0.9, 0, 0.4, 0.6, 0.4, 0).end(0, 5)).isEqualTo(-1);
    }
}
