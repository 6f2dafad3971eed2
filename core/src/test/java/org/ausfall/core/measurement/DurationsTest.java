package org.ausfall.core.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"0, 10", "25, 17.5", "50, 25", "90, 37", "100, 40"})
    void percentilesOfFourValues_followDefinitionSeven(int percent, BigDecimal expectedMs) {
        Durations counts = Durations.ofMicros(40_000, 10_000, 30_000, 20_000);
        assertThat(BigDecimal.valueOf(counts.percentiles(percent)[0], 5)).isEqualByComparingTo(expectedMs);
    }

    @Test
    void noValues_haveNoQuantile() {
        assertThat(Durations.NONE.medianMs()).isEmpty();
        assertThat(Durations.NONE.percentiles(50, 95)).containsExactly(-1, -1);
    }

    @Test
    void medianOfMicroseconds_isExactToHalfAMicrosecond() {
        assertThat(Durations.ofMicros(1, 2).medianMs().orElseThrow()).isEqualByComparingTo("0.0015");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 500, 1_999, 2_000, 8_000})
    void manyValues_areRankedAsIfSorted(int n) {
        for (int bound : new int[] {2, 300, 5_000_000, Sample.LONGEST_MICROS}) {
            int[] values = new SplittableRandom(n).ints(n, 0, bound).toArray();
            Durations counts = Durations.ofMicros(values);
            Arrays.sort(values);
            assertThat(IntStream.range(0, n).map(counts::microsAt).toArray())
                    .as("n %d, bound %d", n, bound)
                    .isEqualTo(values);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 23, 24, 25, 330, 6_600, 50_000})
    void severalPercentiles_areThoseOfTheSortedValues(int n) {
        SplittableRandom random = new SplittableRandom(n);
        for (int bound : new int[] {1, 2, 300, 5_000_000}) {
            // A few are so much longer than all others that nearly all share a bucket with them, or with each other.
            int[] values = random.ints(n, 0, bound)
                    .map(value -> value % 97 == 5 ? Sample.LONGEST_MICROS - value : value)
                    .toArray();
            int[] percents = IntStream.rangeClosed(0, 100).toArray();
            long[] found = Durations.ofMicros(values).percentiles(percents);
            Arrays.sort(values);
            for (int percent : percents) {
                long hundredths = (n - 1L) * percent;
                int floor = (int) (hundredths / 100);
                int step = values[Math.min(floor + 1, n - 1)] - values[floor];
                assertThat(found[percent])
                        .as("n %d, bound %d, percent %d", n, bound, percent)
                        .isEqualTo(100L * values[floor] + hundredths % 100 * step);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 2_000, 50_000_000})
    void partsInAnyOrder_combineToTheWhole(int bound) {
        SplittableRandom random = new SplittableRandom(bound);
        int[][] parts = IntStream.range(0, 9)
                .mapToObj(i -> random.ints(random.nextInt(700), 0, bound).toArray())
                .toArray(int[][]::new);
        Durations whole = Durations.ofMicros(
                Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray());
        List<Durations> counts = Arrays.stream(parts).map(Durations::ofMicros).toList();
        assertThat(Durations.combine(counts)).isEqualTo(whole);
        Durations folded = Durations.NONE;
        for (Durations part : counts) {
            folded = Durations.combine(List.of(part, folded));
        }
        assertThat(folded).isEqualTo(whole);
        assertThat(Durations.combine(List.of())).isEqualTo(Durations.NONE);
    }

    @Test
    void impossibleArguments_areRefusedByNumber() {
        assertThatThrownBy(() -> Durations.ofMicros(1, -5)).hasMessageContaining("-5");
        assertThatThrownBy(() -> Durations.NONE.percentiles(101)).hasMessageContaining("101");
        assertThatThrownBy(() -> Durations.ofMicros(1).microsAt(1)).hasMessageContaining("between 0 and 0");
    }
}
