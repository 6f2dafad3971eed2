package org.ausfall.core.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ausfall.core.precision.PlaceboValue;
import org.ausfall.core.precision.PlaceboWindow;
import org.ausfall.core.quantity.OutageWindow;
import org.junit.jupiter.api.Test;

class CountRangeTest {
    @Test
    void distribution_isThatOfAllCombinations() {
        Random random = new Random(5);
        for (int n = 0; n <= 10; n++) {
            double[] p = random.doubles(n).toArray();
            double[] expected = new double[n + 1];
            for (int which = 0; which < 1 << n; which++) {
                double chance = 1;
                for (int i = 0; i < n; i++) {
                    chance *= (which >> i & 1) == 1 ? p[i] : 1 - p[i];
                }
                expected[Integer.bitCount(which)] += chance;
            }
            assertThat(PoissonBinomial.distribution(p))
                    .as("n = %d, seed 5", n)
                    .containsExactly(expected, within(1e-12));
        }
    }

    @Test
    void sureSites_leaveNoRange() {
        double[] p = new double[100];
        Arrays.fill(p, 0, 54, 1);
        assertThat(CountRange.of(p)).isEqualTo(new CountRange(54, 54, 54));
    }

    /** R: qbinom(c(.05, .5, .95), 20, .5) = 6, 10, 14. */
    @Test
    void equalProbabilities_giveTheBinomialQuantiles() {
        double[] p = new double[20];
        Arrays.fill(p, 0.5);
        assertThat(CountRange.of(p)).isEqualTo(new CountRange(6, 10, 14));
    }

    @Test
    void ninetyFifthPercentileOfThePlacebo_needsTwentyWindows() {
        assertThat(placebo(19).p95()).isEmpty();
        assertThat(placebo(19).highest()).contains(18);
        assertThat(placebo(20).p95()).contains(18);
        assertThat(placebo(0).p95()).isEmpty();
    }

    @Test
    void medianOfThePlacebo_isTheUpperOfTwo() {
        assertThat(placebo(19).median()).contains(9);
        assertThat(placebo(20).median()).contains(10);
        assertThat(placebo(20).excess(12)).contains(2);
        assertThat(placebo(0).median()).isEmpty();
        assertThat(placebo(0).excess(12)).isEmpty();
    }

    @Test
    void windowThatMeasuresFewerThanNineInTenSites_isLeftOut() {
        PlaceboValue slow = new PlaceboValue(PlaceboValue.State.MEASURED, 0.5f, 500, true);
        PlaceboValue unknown = new PlaceboValue(PlaceboValue.State.NOT_MEASURABLE, 0, 0, false);
        List<PlaceboWindow> days =
                PlaceboWindow.of(new OutageWindow(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofHours(24))));
        List<List<PlaceboValue>> sites = IntStream.range(0, 10)
                .mapToObj(site -> IntStream.range(0, days.size())
                        .mapToObj(day -> site < 10 - day ? slow : unknown)
                        .toList())
                .toList();

        assertThat(PlaceboCounts.of(days, sites, 10, value -> value.slowdown() > 0.2)
                        .windows())
                .containsExactly(
                        new PlaceboCounts.Count(days.get(0), 10, 10), new PlaceboCounts.Count(days.get(1), 9, 9));
    }

    /** Windows with 0, 1, 2, ... sites affected. */
    private static PlaceboCounts placebo(int windows) {
        List<PlaceboWindow> days =
                PlaceboWindow.of(new OutageWindow(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofHours(5))));
        return new PlaceboCounts(IntStream.range(0, windows)
                .mapToObj(i -> new PlaceboCounts.Count(days.get(i), 100, i))
                .toList());
    }
}
