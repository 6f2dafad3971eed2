package org.ausfall.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RollingMedianTest {
    private static final double NONE = Double.NaN;

    @Test
    void aStep_staysAStep() {
        double[] step = {1, 1, 1, 1, 1, 5, 5, 5, 5, 5};
        assertThat(RollingMedian.of(step, 2, 2)).containsExactly(1, 1, 1, 1, 1, 5, 5, 5, 5, 5);
    }

    @Test
    void whatIsShorterThanHalfTheSpan_leavesNoTrace() {
        double[] pulse = {1, 1, 1, 1, 9, 9, 1, 1, 1, 1};
        assertThat(RollingMedian.of(pulse, 2, 2)).containsOnly(1);
    }

    @Test
    void placesWithoutValue_arePassedOver() {
        double[] gaps = {NONE, 2, NONE, 4, NONE};
        assertThat(RollingMedian.of(gaps, 1, 1)).containsExactly(2, 2, 3, 4, 4);
        assertThat(RollingMedian.of(new double[] {NONE}, 1, 1)).containsExactly(NONE);
    }

    @Test
    void nearAnEnd_sidesAreAsLongAsTheWayThere() {
        double[] ramp = {1, 2, 3, 4, 5, 6, 7};
        assertThat(RollingMedian.of(ramp, 3, 0)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(RollingMedian.of(ramp, 3, 1)).containsExactly(1.5, 2, 3, 4, 5, 6, 6.5);
    }

    @Test
    void randomValues_areThoseOfSortingEachSpan() {
        long seed = 7;
        Random random = new Random(seed);
        double[] values =
                random.doubles(200).map(value -> value < 0.1 ? NONE : value).toArray();
        double[] rolling = RollingMedian.of(values, 9, 9);
        for (int i = 0; i < values.length; i++) {
            double[] span = Arrays.stream(values, Math.max(0, i - 9), Math.min(values.length, i + 10))
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            assertThat(rolling[i])
                    .as("place %d, seed %d", i, seed)
                    .isEqualTo((span[(span.length - 1) / 2] + span[span.length / 2]) / 2);
        }
    }
}
