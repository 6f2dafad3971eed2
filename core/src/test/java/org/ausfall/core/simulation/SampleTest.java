package org.ausfall.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
    @Test
    void quantiles_followR7() {
        // R: quantile(c(10,20,30,40), c(.25,.9), type=7) gives 17.5 and 37.
        Sample sample = Sample.of(new double[] {40, 10, 30, 20});
        assertThat(sample.quantiles(0.25, 0.9)).containsExactly(17.5, 37);
    }

    @Test
    void zerosAmongOutcomes_countLikeAnyOther() {
        double[] outcomes = {0, 5, 0, 1, 0, 9, 2};
        Sample sample = Sample.of(outcomes);
        Percentile reference = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        for (double p : new double[] {0.05, 0.3, 0.5, 0.7, 0.95}) {
            assertThat(sample.quantiles(p)[0]).isCloseTo(reference.evaluate(outcomes, p * 100), within(1e-12));
        }
        assertThat(sample.positiveShare()).isCloseTo(4 / 7.0, within(1e-12));
        assertThat(sample.mean()).isCloseTo(17 / 7.0, within(1e-12));
    }

    /** Whatever the spread: nearly all in one bucket, over hundreds of orders of magnitude, many alike, few or none. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bucketsSortedWhenAskedFor_giveWhatAFullSortGives(long seed) {
        Random random = new Random(seed);
        double spread = new double[] {0, 1e-9, 0.1, 1, 5, 30, 100}[(int) (seed % 7)];
        for (int size : new int[] {1, 2, 3, 17, 100, 5000, 50_000}) {
            double[] outcomes = new double[size];
            Arrays.setAll(outcomes, i -> random.nextInt(4) == 0 ? 0 : Math.exp(spread * random.nextGaussian()));
            outcomes[0] = seed == 8 ? Double.MAX_VALUE : outcomes[0];
            double[] sorted = outcomes.clone();
            Arrays.sort(sorted);
            double[] p = {0.95, 0.05, 0.5, 0, 0.25, 0.75, 1, 0.999};
            double[] expected = Arrays.stream(p).map(x -> r7(sorted, x)).toArray();
            assertThat(Sample.of(outcomes).quantiles(p))
                    .as("seed %d, size %d", seed, size)
                    .containsExactly(expected);
            assertThat(Sample.of(outcomes).tailMean(0.95)).isCloseTo(tailMean(sorted), withinPercentage(1e-9));
        }
    }

    /** The same outcomes in single precision, some of the zeros left out. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void singlePrecision_givesWhatDoublesGive(long seed) {
        Random random = new Random(seed);
        double spread = new double[] {0, 1e-7, 0.1, 1, 5, 15}[(int) (seed % 6)];
        for (int size : new int[] {1, 2, 3, 17, 100, 5000, 50_000}) {
            float[] kept = new float[size];
            for (int i = 0; i < size; i++) {
                kept[i] = random.nextInt(4) == 0 ? 0 : (float) Math.exp(spread * random.nextGaussian());
            }
            int moreZeros = random.nextInt(3) * size;
            double[] outcomes = new double[size + moreZeros];
            Arrays.setAll(outcomes, i -> i < size ? kept[i] : 0);
            Sample expected = Sample.of(outcomes);
            assertThat(Sample.of(kept, size, moreZeros).tailMean(0.95))
                    .isCloseTo(expected.tailMean(0.95), withinPercentage(1e-9));
            assertThat(Sample.of(kept, size, moreZeros).standardError(0.5)).isEqualTo(expected.standardError(0.5));
            Sample sample = Sample.of(kept, size, moreZeros);
            double[] p = {0.95, 0.05, 0.5, 0, 0.25, 0.75, 1, 0.999};
            assertThat(sample.quantiles(p)).as("seed %d, size %d", seed, size).containsExactly(expected.quantiles(p));
            assertThat(sample.mean()).isEqualTo(expected.mean());
            assertThat(sample.positiveShare()).isEqualTo(expected.positiveShare());
            for (double probability : p) {
                assertThat(sample.standardError(probability)).isEqualTo(expected.standardError(probability));
                assertThat(sample.tailMean(probability))
                        .isCloseTo(expected.tailMean(probability), withinPercentage(1e-9));
            }
        }
    }

    private static double r7(double[] sorted, double p) {
        double rank = (sorted.length - 1) * p;
        int below = (int) rank;
        double above = sorted[Math.min(sorted.length - 1, below + 1)];
        return sorted[below] + (rank - below) * (above - sorted[below]);
    }

    private static double tailMean(double[] sorted) {
        int from = Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * 0.95));
        return Arrays.stream(sorted, from, sorted.length).average().orElseThrow();
    }

    @Test
    void tailMean_isTheMeanOfTheWorst() {
        double[] outcomes = new double[100];
        Arrays.setAll(outcomes, i -> i + 1);
        assertThat(Sample.of(outcomes).tailMean(0.95)).isEqualTo(98);
        assertThat(Sample.of(new double[] {3}).tailMean(0.95)).isEqualTo(3);
    }

    @Test
    void standardError_matchesTheSpreadOverSeeds() {
        double[] medians = new double[400];
        double error = 0;
        for (int seed = 0; seed < medians.length; seed++) {
            Random random = new Random(seed);
            double[] outcomes = random.doubles(1000).toArray();
            Sample sample = Sample.of(outcomes);
            medians[seed] = sample.quantiles(0.5)[0];
            error += sample.standardError(0.5) / medians.length;
        }
        double mean = Arrays.stream(medians).average().orElseThrow();
        double sd = Math.sqrt(Arrays.stream(medians)
                .map(m -> (m - mean) * (m - mean))
                .average()
                .orElseThrow());
        assertThat(error).isCloseTo(sd, within(0.15 * sd));
    }

    @Test
    void negativeOrMissingOutcomes_areRefused() {
        assertThatThrownBy(() -> Sample.of(new double[] {1, -1})).hasMessageContaining("-1");
        assertThatThrownBy(() -> Sample.of(new double[] {Double.NaN})).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Sample.of(new double[0])).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Sample.of(new float[3], 0, 0)).hasMessageContaining("at least one");
        for (float refused : new float[] {-1, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Sample.of(new float[] {refused}, 1, 2)).hasMessageContaining("" + refused);
        }
    }

    @Test
    void noneButZeros_ofWhateverSign_areAllZero() {
        Sample sample = Sample.of(new float[] {0, -0f}, 2, 3);
        assertThat(sample.quantiles(0, 0.5, 1)).containsExactly(0, 0, 0);
        assertThat(sample.positiveShare()).isZero();
        assertThat(sample.tailMean(0.95)).isZero();
    }

    @Test
    void normal_agreesWithCommonsMath() {
        NormalDistribution reference = new NormalDistribution();
        for (double z = -6; z <= 6; z += 0.25) {
            assertThat(Normal.cumulative(z)).isCloseTo(reference.cumulativeProbability(z), within(1e-12));
            double p = reference.cumulativeProbability(z);
            assertThat(Normal.quantile(p)).isCloseTo(reference.inverseCumulativeProbability(p), within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void exponential_isOffByLessThanThreeUnitsInTheLastPlace(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300_000; i++) {
            double x = i % 3 == 0
                    ? 1400 * (random.nextDouble() - 0.5)
                    : Math.pow(10, -12 * random.nextDouble()) * (random.nextDouble() - 0.5) * 20;
            double exact = StrictMath.exp(x);
            assertThat(Math.abs(Exponential.exp(x) - exact))
                    .as("seed %d, x = %s", seed, x)
                    .isLessThan(3 * Math.ulp(exact));
        }
    }

    @Test
    void exponential_isExactWhereItMatters() {
        assertThat(Exponential.exp(0)).isEqualTo(1);
        assertThat(Exponential.exp(-0.0)).isEqualTo(1);
        assertThat(Exponential.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exponential.exp(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Exponential.exp(Double.NaN)).isNaN();
        assertThat(Exponential.exp(-745)).isEqualTo(StrictMath.exp(-745));
        assertThat(Exponential.exp(709.7)).isEqualTo(StrictMath.exp(709.7));
    }

    @Test
    void streams_dependOnSeedNameAndBlock_andOnNothingElse() {
        Streams streams = new Streams(new Seed(7));
        long first = streams.of("company/A", 0).nextLong();
        assertThat(new Streams(new Seed(7)).of("company/A", 0).nextLong()).isEqualTo(first);
        assertThat(streams.of("company/B", 0).nextLong()).isNotEqualTo(first);
        assertThat(streams.of("company/A", 1).nextLong()).isNotEqualTo(first);
        assertThat(new Streams(new Seed(8)).of("company/A", 0).nextLong()).isNotEqualTo(first);
    }

    @Test
    void randomStream_givesTheNumbersOfCommonsRng() {
        XoShiRo256PlusPlus reference = new XoShiRo256PlusPlus(1, 2, 3, 4);
        RandomStream stream = new RandomStream(1, 2, 3, 4);
        for (int i = 0; i < 1000; i++) {
            assertThat(stream.nextLong()).isEqualTo(reference.nextLong());
            assertThat(stream.nextDouble()).isEqualTo(reference.nextDouble());
        }
        double[] probability = new double[300];
        Arrays.setAll(probability, i -> i / 299.0);
        int[] places = new int[300];
        long[] numbers = new long[300];
        long[] drawn = reference.longs(300).toArray();
        int[] expected = IntStream.range(0, 300)
                .filter(i -> RandomStream.uniform(drawn[i]) < probability[i])
                .toArray();
        assertThat(stream.successes(probability, places, numbers)).isEqualTo(expected.length);
        assertThat(Arrays.copyOf(places, expected.length)).containsExactly(expected);
        assertThat(Arrays.copyOf(numbers, expected.length))
                .containsExactly(IntStream.of(expected).mapToLong(i -> drawn[i]).toArray());
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(reference);
        assertThat(stream.nextNormal()).isEqualTo(normal.sample());
        assertThat(stream.nextLong()).isEqualTo(reference.nextLong());
    }

    @Test
    void seededStream_givesTheNumbersOfCommonsRng_againForTheSameSeed() {
        SeededStream stream = new SeededStream();
        for (long seed : new long[] {0, 1, -1, 0x9e3779b97f4a7c15L, Long.MIN_VALUE}) {
            SplitMix64 reference = new SplitMix64(seed);
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(reference);
            stream.seed(seed);
            for (int i = 0; i < 1000; i++) {
                assertThat(stream.nextNormal()).isEqualTo(normal.sample());
                assertThat(stream.nextUniform()).isEqualTo(RandomStream.uniform(reference.nextLong()));
            }
        }
    }

    @Test
    void streamsOfNeighbouringBlocks_areNotCorrelated() {
        Streams streams = new Streams(new Seed(1));
        int n = 4000;
        double sum = 0;
        for (int block = 0; block < n; block++) {
            double a = streams.of("x", block).nextDouble() - 0.5;
            double b = streams.of("x", block + 1).nextDouble() - 0.5;
            sum += a * b * 12;
        }
        // The correlation of independent uniforms has standard error 1 / sqrt(n).
        assertThat(sum / n).isCloseTo(0, within(4 / Math.sqrt(n)));
    }
}
