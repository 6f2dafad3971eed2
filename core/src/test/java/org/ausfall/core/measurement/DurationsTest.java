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
    @CsvSource({"0, 10", "0.25, 17.5", "0.5, 25", "0.9, 37", "1, 40"})
    void quantilesOfFourValues_followDefinitionSeven(BigDecimal p, BigDecimal expected) {
        Durations counts = Durations.ofMicros(40_000, 10_000, 30_000, 20_000);
        assertThat(counts.quantileMs(p).orElseThrow()).isEqualByComparingTo(expected);
    }

    @Test
    void noValues_haveNoQuantile() {
        assertThat(Durations.NONE.medianMs()).isEmpty();
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
            folded = part.combine(folded);
        }
        assertThat(folded).isEqualTo(whole);
        assertThat(Durations.combine(List.of())).isEqualTo(Durations.NONE);
    }

    @Test
    void impossibleArguments_areRefusedByNumber() {
        assertThatThrownBy(() -> Durations.ofMicros(1, -5)).hasMessageContaining("-5");
        assertThatThrownBy(() -> Durations.NONE.quantileMs(new BigDecimal("1.1")))
                .hasMessageContaining("1.1");
        assertThatThrownBy(() -> Durations.ofMicros(1).microsAt(1)).hasMessageContaining("between 0 and 0");
    }
}
