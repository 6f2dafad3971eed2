package org.ausfall.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ausfall.core.quantity.Interval;
import org.ausfall.core.simulation.Normal;
import org.junit.jupiter.api.Test;

/** Scores against constants of the literature and against brute force. */
class ScoresTest {
    private static final long SEED = 20261122;

    /** Outcomes at the middles of equally likely slices: as near to the distribution as so many outcomes can be. */
    private static Prediction normal(int size) {
        return Prediction.of(IntStream.range(0, size)
                .mapToDouble(i -> Normal.quantile((i + 0.5) / size))
                .toArray());
    }

    private static Prediction logNormal(int size, double mu, double sigma) {
        return Prediction.of(IntStream.range(0, size)
                .mapToDouble(i -> Math.exp(mu + sigma * Normal.quantile((i + 0.5) / size)))
                .toArray());
    }

    @Test
    void crpsOfStandardNormalAtZero_isTheClosedForm() {
        // (sqrt 2 - 1) / sqrt pi; Gneiting and Raftery 2007, equation 22.
        assertThat(normal(200_000).crps(0)).isCloseTo(0.2336949773, within(1e-6));
    }

    @Test
    void crpsOfLogNormal_isTheClosedForm() {
        // Log-normal with mu 1, sigma .5, at 3; scoringRules 1.1 in R, crps_lnorm.
        assertThat(logNormal(400_000, 1, 0.5).crps(3)).isCloseTo(0.3508030737, within(2e-5));
    }

    @Test
    void crpsOfAnEnsemble_isPlainAndFair() {
        Prediction five = Prediction.of(new double[] {11, 2, 4, 1, 7});
        assertThat(five.crps(5)).isCloseTo(1.2, within(1e-12));
        assertThat(five.fairCrps(5)).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void crps_isWhatAllPairsGive() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 200; round++) {
            double[] outcomes = random.doubles(2 + random.nextInt(30), 0, 100).toArray();
            double actual = random.nextDouble() * 120 - 10;
            double distance = 0;
            double pairs = 0;
            for (double x : outcomes) {
                distance += Math.abs(x - actual);
                for (double other : outcomes) {
                    pairs += Math.abs(x - other);
                }
            }
            int n = outcomes.length;
            Prediction prediction = Prediction.of(outcomes);
            assertThat(prediction.crps(actual))
                    .as("seed %d, round %d", SEED, round)
                    .isCloseTo(distance / n - pairs / 2 / n / n, within(1e-9));
            assertThat(prediction.fairCrps(actual))
                    .as("seed %d, round %d", SEED, round)
                    .isCloseTo(distance / n - pairs / 2 / n / (n - 1), within(1e-9));
        }
    }

    @Test
    void intervalScore_isWidthPlusPenalty() {
        Interval interval = new Interval(2, 6, 0.9);
        assertThat(Scores.intervalScore(interval, 7)).isCloseTo(24, within(1e-12));
        assertThat(Scores.intervalScore(interval, 1)).isCloseTo(24, within(1e-12));
        assertThat(Scores.intervalScore(interval, 2)).isEqualTo(4);
    }

    @Test
    void intervalScore_isTwoQuantileScores() {
        // S = 2 / alpha [ QS_(alpha/2) + QS_(1 - alpha/2) ], QS_p = (1{y < q} - p)(q - y).
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 200; round++) {
            double lower = random.nextDouble();
            double upper = lower + random.nextDouble();
            double actual = random.nextDouble() * 3 - 0.5;
            double sum = quantileScore(lower, 0.1, actual) + quantileScore(upper, 0.9, actual);
            assertThat(Scores.intervalScore(new Interval(lower, upper, 0.8), actual))
                    .as("seed %d, round %d", SEED, round)
                    .isCloseTo(2 / 0.2 * sum, within(1e-9));
        }
    }

    private static double quantileScore(double quantile, double p, double actual) {
        return ((actual < quantile ? 1 : 0) - p) * (quantile - actual);
    }

    @Test
    void pit_isTheShareBelow_tiesCountHalf() {
        Prediction prediction = Prediction.of(new double[] {1, 2, 2, 3});
        assertThat(prediction.pit(0)).isZero();
        assertThat(prediction.pit(2)).isEqualTo(0.5);
        assertThat(prediction.pit(2.5)).isEqualTo(0.75);
        assertThat(prediction.pit(9)).isEqualTo(1);
    }

    @Test
    void pit_ofWhatIsDrawnFromThePrediction_isUniform() {
        Prediction prediction = normal(5_000);
        SplittableRandom random = new SplittableRandom(SEED);
        int[] counts = new int[10];
        for (int i = 0; i < 20_000; i++) {
            counts[Math.min(9, (int) (10 * prediction.pit(Normal.quantile(random.nextDouble()))))]++;
        }
        for (int count : counts) {
            assertThat(count).as("seed %d", SEED).isBetween(1_850, 2_150);
        }
    }

    @Test
    void clopperPearson_leavesTheTailsItShould() {
        // The lower end is the p at which so many successes or more have probability 2.5 %, the upper the other way
        // round.
        for (int trials : List.of(1, 14, 60)) {
            for (int successes = 0; successes <= trials; successes++) {
                Interval band = Scores.clopperPearson(successes, trials, 0.95);
                assertThat(successes == 0 ? 0.025 : atLeast(successes, trials, band.lower()))
                        .isCloseTo(0.025, within(1e-6));
                assertThat(successes == trials ? 0.025 : 1 - atLeast(successes + 1, trials, band.upper()))
                        .isCloseTo(0.025, within(1e-6));
            }
        }
    }

    private static double atLeast(int successes, int trials, double p) {
        double sum = 0;
        for (int k = successes; k <= trials; k++) {
            double ways = 1;
            for (int i = 0; i < k; i++) {
                ways = ways * (trials - i) / (i + 1);
            }
            sum += ways * Math.pow(p, k) * Math.pow(1 - p, trials - k);
        }
        return sum;
    }

    @Test
    void clopperPearson_isThePublishedOne() {
        // binom.test(13, 14) in R 4: .6613155 to .9981932.
        Interval band = Scores.clopperPearson(13, 14, 0.95);
        assertThat(band.lower()).isCloseTo(0.6613155, within(1e-6));
        assertThat(band.upper()).isCloseTo(0.9981932, within(1e-6));
        assertThat(Scores.clopperPearson(0, 5, 0.95).lower()).isZero();
        assertThat(Scores.clopperPearson(5, 5, 0.95).upper()).isEqualTo(1);
    }

    @Test
    void predictionsThatAreRight_coverAsOftenAsTheySay() {
        Prediction prediction = logNormal(4_000, 0, 1);
        List<Scores.Case> cases = IntStream.range(0, 4_000)
                .mapToObj(i -> new Scores.Case(prediction, Math.exp(Normal.quantile(0.5 / 4_000 + i / 4_000.0)), 5))
                .toList();
        Scores scores = Scores.of(cases);
        for (Scores.Coverage coverage : scores.coverage()) {
            assertThat(coverage.share()).isCloseTo(coverage.level(), within(0.002));
        }
        assertThat(scores.meanLogRatio()).isCloseTo(0, within(0.001));
        assertThat(scores.medianRatio()).isCloseTo(Math.exp(2 * 1.6448536), within(0.2));
        assertThat(scores.skill()).isBetween(0.5, 1.0);
    }

    @Test
    void pointForecast_asGoodAsFlat_hasNoSkill() {
        double[] same = {5, 5, 5};
        Scores scores = Scores.of(List.of(new Scores.Case(Prediction.of(same), 3, 5)));
        assertThat(scores.skill()).isZero();
        assertThat(scores.relativeSkill()).isZero();
        assertThat(scores.meanLogRatio()).isCloseTo(Math.log(5.0 / 3), within(1e-12));
    }

    @Test
    void wrongArguments_areNamed() {
        assertThatThrownBy(() -> Scores.clopperPearson(3, 2, 0.95)).hasMessageContaining("3 of 2");
        assertThatThrownBy(() -> Prediction.of(new double[] {1})).hasMessageContaining("has 1");
        assertThatThrownBy(() -> Prediction.of(new double[] {1, Double.NaN})).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Scores.Case(normal(2), 0, 1)).hasMessageContaining("0");
        assertThatThrownBy(() -> Scores.of(List.of())).hasMessageContaining("nothing");
    }
}
