package org.ausfall.core.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankSumTest {
    private final RankSum rankSum = new RankSum();

    /** R wilcox.test; the same values as in the tests of Kayenta (Netflix). */
    @Test
    void fourAgainstFour_isAsRSays() {
        int[] x = {10, 20, 30, 40};
        int[] y = {1, 2, 3, 4};

        assertThat(rankSum.compare(x, y, 0.95)).isEqualTo(new Shift(22.5, 6, 39, 0.95, 2 / 70.0, true));
        Shift ninety = rankSum.compare(x, y, 0.9);
        assertThat(ninety.lower()).isEqualTo(7);
        assertThat(ninety.upper()).isEqualTo(38);
    }

    /** R 4 help page of wilcox.test, Hollander and Wolfe 1973, permeability: W = 35, one-sided p .1272, so two-sided .2544. */
    @Test
    void permeability_isAsRSays() {
        int[] x = sorted(80, 83, 189, 104, 145, 138, 191, 164, 73, 146);
        int[] y = sorted(115, 88, 90, 74, 121);

        Shift shift = rankSum.compare(x, y, 0.95);

        assertThat(shift.exact()).isTrue();
        assertThat(shift.p()).isCloseTo(0.2544, within(5e-5));
    }

    /** R help page of wilcox.test, airquality, ozone of May against August: W = 127.5, p = .0001208, with ties. */
    @Test
    void ozoneWithTies_isAsRSays() {
        int[] may = sorted(
                41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37);
        int[] august = sorted(
                39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84,
                85);

        Shift shift = rankSum.compare(may, august, 0.9);

        assertThat(shift.exact()).isFalse();
        assertThat(shift.p()).isCloseTo(0.0001208, within(5e-8));
        assertThat(shift.upper()).isNegative();
    }

    @Test
    void ranksOfDifferences_areThoseOfTheWholeList() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int[] x = random.ints(1 + random.nextInt(60), 0, 1 + random.nextInt(200))
                    .sorted()
                    .toArray();
            int[] y = random.ints(1 + random.nextInt(60), 0, 1 + random.nextInt(200))
                    .sorted()
                    .toArray();
            double[] all = Arrays.stream(x)
                    .boxed()
                    .flatMapToDouble(a -> Arrays.stream(y).mapToDouble(b -> a - b))
                    .sorted()
                    .toArray();
            double median = (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;

            Shift shift = rankSum.compare(x, y, 0.9);

            assertThat(shift.estimate()).as("round %d", round).isEqualTo(median);
            assertThat(Arrays.binarySearch(all, shift.lower())).isNotNegative();
            assertThat(shift.lower()).isLessThanOrEqualTo(shift.estimate());
            assertThat(shift.upper()).isGreaterThanOrEqualTo(shift.estimate());
            assertThat(rankSum.isAbove(x, y, 0.9)).isEqualTo(shift.lower() > 0);
        }
    }

    /** The interval is what the test does not reject: shifting by its ends moves p across 1 - level. */
    @Test
    void interval_holdsTheShiftsThatAreNotRejected() {
        Random random = new Random(11);
        int[] x = random.ints(60, 1000, 5000).sorted().toArray();
        int[] y = random.ints(70, 500, 4000).sorted().toArray();

        Shift shift = rankSum.compare(x, y, 0.9);

        assertThat(p(x, y, (int) shift.lower() - 1)).isLessThan(0.1);
        assertThat(p(x, y, (int) shift.lower() + 1)).isGreaterThanOrEqualTo(0.1);
        assertThat(p(x, y, (int) shift.upper() + 1)).isLessThan(0.1);
        assertThat(p(x, y, (int) shift.upper() - 1)).isGreaterThanOrEqualTo(0.1);
    }

    @Test
    void equalValuesOnly_showNoShift() {
        assertThat(rankSum.compare(new int[60], new int[60], 0.9)).isEqualTo(new Shift(0, 0, 0, 0.9, 1, false));
    }

    private double p(int[] x, int[] y, int shift) {
        return rankSum.compare(Arrays.stream(x).map(value -> value - shift).toArray(), y, 0.9)
                .p();
    }

    private static int[] sorted(int... values) {
        Arrays.sort(values);
        return values;
    }
}
