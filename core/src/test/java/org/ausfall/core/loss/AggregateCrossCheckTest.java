package org.ausfall.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ausfall.core.Cases.ENERGY;
import static org.ausfall.core.Cases.company;
import static org.ausfall.core.Cases.known;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.ausfall.core.Cases;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.simulation.Normal;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Workers;
import org.junit.jupiter.api.Test;

/**
 * Quantiles of a total computed without a single random number, beside those of the loss model. The model is reduced to what can be
 * convolved: 60 companies of one sector, equal in size, with dependency, own share in need, redundancy, level error and both common
 * factors; beliefs known, recovery at once.
 */
class AggregateCrossCheckTest {
    private static final int COMPANIES = 60;
    private static final double REVENUE = 1e9;
    private static final double PI = 0.2;
    private static final double GAMMA = 0.15;
    private static final double REDUNDANT = 0.2;
    private static final double RELIEF = 0.7;
    private static final double COMMON = 0.3 + 0.2;
    private static final double LEVEL_SD = 0.03;
    private static final double HOURS = 4;
    private static final double STEP = 2000;
    private static final int STEPS = 4000;
    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

    /** R actuar 3.3-2, aggregateDist: Poisson with mean 2, amounts 1, 2, 3 with probability .5, .3, .2. */
    @Test
    void compoundPoisson_isThatOfActuar() {
        double[] counts = new double[60];
        counts[0] = Math.exp(-2);
        for (int k = 1; k < counts.length; k++) {
            counts[k] = counts[k - 1] * 2 / k;
        }
        double[] amount = new double[80];
        amount[1] = 0.5;
        amount[2] = 0.3;
        amount[3] = 0.2;
        double[] sum = CompoundSum.of(counts, amount);
        assertThat(sum[0]).isCloseTo(.13533528324, within(1e-10));
        assertThat(sum[1]).isCloseTo(.13533528324, within(1e-10));
        assertThat(sum[2]).isCloseTo(.14886881156, within(1e-10));
        assertThat(sum[3]).isCloseTo(.15789116378, within(1e-10));
    }

    /** Binomial given the common factor, which is integrated out by the trapezoidal rule. */
    private static double[] counts() {
        double[] counts = new double[COMPANIES + 1];
        double step = 0.01;
        for (double z = -8; z <= 8; z += step) {
            double weight = step * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            double p = Normal.cumulative((Normal.quantile(PI) - Math.sqrt(COMMON) * z) / Math.sqrt(1 - COMMON));
            double binomial = Math.pow(1 - p, COMPANIES);
            for (int k = 0; k <= COMPANIES; k++) {
                counts[k] += weight * binomial;
                binomial *= (double) (COMPANIES - k) / (k + 1) * p / (1 - p);
            }
        }
        return counts;
    }

    /** P(R hours / 8760 level gamma (1 - relief) up to x): beta given level and relief. */
    private static double amountUpTo(double usd) {
        double sum = 0;
        double step = 0.1;
        for (double z = -6; z <= 6; z += step) {
            double weight = step * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            double most = REVENUE * HOURS / 8760 * Math.exp(LEVEL_SD * z - LEVEL_SD * LEVEL_SD / 2);
            sum += weight * ((1 - REDUNDANT) * beta(usd / most) + REDUNDANT * beta(usd / most / (1 - RELIEF)));
        }
        return sum;
    }

    private static double beta(double share) {
        return share >= 1 ? 1 : RegularizedBeta.value(share, 4 * GAMMA, 4 * (1 - GAMMA));
    }

    private static double[] convolved() {
        double[] total =
                CompoundSum.of(counts(), CompoundSum.discretized(AggregateCrossCheckTest::amountUpTo, STEP, STEPS));
        return IntStream.range(0, LEVELS.length)
                .mapToDouble(i -> CompoundSum.quantile(total, STEP, LEVELS[i]))
                .toArray();
    }

    private static LossDistribution simulated() {
        Assumptions assumptions = Cases.assumptions()
                .with(known(BeliefName.PI_IN_BLAST_ZONE, ENERGY, PI))
                .with(known(BeliefName.GAMMA_NEEDS_SERVICE, ENERGY, GAMMA))
                .with(known(BeliefName.REDUNDANCY_PROBABILITY, "all", REDUNDANT))
                .with(known(BeliefName.REDUNDANCY_RELIEF, "all", RELIEF))
                .with(known(BeliefName.COMPANY_LAG_MIN, "all", 0))
                .with(known(BeliefName.PROFILE_CONCENTRATION, "flat", 1e15));
        return LossModel.estimate(
                        Cases.evidence(
                                List.of(),
                                List.of(),
                                IntStream.range(0, COMPANIES)
                                        .mapToObj(i -> company("C" + i, ENERGY, REVENUE / 1e6))
                                        .toList()),
                        assumptions,
                        200_000,
                        new Seed(20),
                        Workers.SERIAL)
                .population("sp500")
                .gross();
    }

    @Test
    void quantilesOfTheTotal_areThoseOfTheConvolution_andStandInTheMethodPage() throws IOException {
        double[] exact = convolved();
        LossDistribution gross = simulated();
        double[] model = {gross.p05(), gross.p25(), gross.p50(), gross.p75(), gross.p95()};
        for (int i = 0; i < LEVELS.length; i++) {
            // Quantiles of 200,000 draws are off by about .3 %, the smallest by more.
            assertThat(model[i]).as("P" + LEVELS[i]).isCloseTo(exact[i], within(0.012 * exact[i] + STEP));
        }
        String row = String.format(
                Locale.ROOT,
                "| convolution | %.3f | %.3f | %.3f | %.3f | %.3f |",
                exact[0] / 1e6,
                exact[1] / 1e6,
                exact[2] / 1e6,
                exact[3] / 1e6,
                exact[4] / 1e6);
        assertThat(Files.readString(Path.of("../docs/method.md"))).contains(row);
    }
}
