package org.ausfall.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ausfall.core.Cases.ENERGY;
import static org.ausfall.core.Cases.SHOPS;
import static org.ausfall.core.Cases.known;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ausfall.core.Cases;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.loss.HitProbability.Monitored;
import org.ausfall.core.simulation.Block;
import org.ausfall.core.simulation.Normal;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of being hit once shops were monitored, drawn and held. Without common luck a company is hit with pi itself. */
class HitProbabilityTest {
    private static final int DRAWS = 200_000;
    private static final Monitored MOST = new Monitored(SHOPS, 38, 40);
    private static final Monitored NONE = new Monitored(SHOPS, 0, 0);

    private static Assumptions assumptions() {
        return Cases.assumptions()
                .with(known(BeliefName.LOADING_GLOBAL, "all", 0))
                .with(known(BeliefName.LOADING_SECTOR, "all", 0));
    }

    private static Assumptions with(Assumptions assumptions, String sector, Belief belief) {
        SourcedBelief was =
                assumptions.find(BeliefName.PI_IN_BLAST_ZONE, sector).orElseThrow();
        return assumptions.with(
                new SourcedBelief(was.name(), was.scope(), belief, was.unit(), was.basis(), was.source(), was.note()));
    }

    private static Assumptions held(double z, String... sectors) {
        Assumptions held = assumptions();
        for (String sector : sectors) {
            held = with(held, sector, new Belief.Held(held.get(BeliefName.PI_IN_BLAST_ZONE, sector), z));
        }
        return held;
    }

    private static double[] logOdds(Assumptions assumptions, Monitored sample, String sector) {
        HitProbability hits = new HitProbability(assumptions, new Streams(new Seed(3)), sample);
        int index = hits.sectors().indexOf(sector);
        return IntStream.range(0, Block.count(DRAWS))
                .mapToObj(number -> hits.draw(Block.of(number, DRAWS))[index])
                .flatMapToDouble(Arrays::stream)
                .map(HitProbabilityTest::logOdds)
                .toArray();
    }

    private static double logOdds(double p) {
        return Math.log(p / (1 - p));
    }

    /** The log-odds with that sector held; all draws are the same. */
    private static double heldAt(double z, Monitored sample, String sector) {
        double[] draws = logOdds(held(z, sector), sample, sector);
        assertThat(draws).containsOnly(draws[0]);
        return draws[0];
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).sum() / values.length;
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOPS, ENERGY})
    void heldInTheMiddle_theMeanStaysAfterTheSample(String sector) {
        double[] drawn = logOdds(assumptions(), MOST, sector);
        double standardError = Math.sqrt(variance(drawn) / DRAWS);
        assertThat(heldAt(0, MOST, sector)).isCloseTo(mean(drawn), within(4 * standardError));
        assertThat(mean(drawn)).isGreaterThan(mean(logOdds(assumptions(), NONE, sector)) + 0.2);
    }

    /** Held, a probability has no variance, so that the whole is the variance of what it is held at. */
    @ParameterizedTest
    @ValueSource(strings = {SHOPS, ENERGY})
    void heldAtAllOfItsScores_theVarianceAddsUpToTheWhole(String sector) {
        int scores = 400;
        double[] means = IntStream.range(0, scores)
                .mapToDouble(i -> heldOnce(Normal.quantile((i + 0.5) / scores), sector))
                .toArray();
        // 400 midpoints miss 0.4 % of a normal's variance.
        assertThat(variance(means)).isCloseTo(variance(logOdds(assumptions(), MOST, sector)), within(0.004));
        assertThat(variance(means)).isLessThan(0.95 * variance(logOdds(assumptions(), NONE, sector)));
    }

    private static double heldOnce(double z, String sector) {
        HitProbability hits = new HitProbability(held(z, sector), new Streams(new Seed(3)), MOST);
        return logOdds(hits.draw(Block.of(0, 1))[hits.sectors().indexOf(sector)][0]);
    }

    /** Precisions of independent normals add up: another way to the sector that was observed. */
    @Test
    void observedSectorHeld_isTheWeightedMeanOfBeliefAndSample() {
        double sd = (logOdds(0.607) - logOdds(0.158)) / (2 * Belief.Z95);
        double share = 38.5 / 41;
        double sampleVariance = 1 + 1 / (40 * share * (1 - share));
        double precision = 1 / (sd * sd) + 1 / sampleVariance;
        double middle = (logOdds(0.35) / (sd * sd) + logOdds(share) / sampleVariance) / precision;
        for (double z : List.of(-Belief.Z95, 0.0, Belief.Z95)) {
            assertThat(heldAt(z, MOST, SHOPS)).isCloseTo(middle + z / Math.sqrt(precision), within(0.002));
        }
    }

    @Test
    void oneSectorHeld_leavesTheOthersAsTheyAreBelievedAfterTheSample() {
        assertThat(logOdds(held(1, SHOPS), MOST, ENERGY)).isEqualTo(logOdds(assumptions(), MOST, ENERGY));
        assertThat(logOdds(held(1, ENERGY), MOST, SHOPS)).isEqualTo(logOdds(assumptions(), MOST, SHOPS));
    }

    @Test
    void allHeld_eachIsWhereItIsAlone() {
        assertThat(logOdds(held(1, SHOPS, ENERGY), MOST, ENERGY)).containsOnly(heldAt(1, MOST, ENERGY));
        assertThat(logOdds(held(1, SHOPS, ENERGY), MOST, SHOPS)).containsOnly(heldAt(1, MOST, SHOPS));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Belief.Z95, 0, Belief.Z95})
    void withoutASample_heldIsTheBeliefAtThatScore(double z) {
        Belief belief = assumptions().get(BeliefName.PI_IN_BLAST_ZONE, ENERGY);
        Assumptions known = with(assumptions(), ENERGY, new Belief.Known(belief.at(z)));
        assertThat(logOdds(held(z, ENERGY), NONE, ENERGY)).isEqualTo(logOdds(known, NONE, ENERGY));
    }

    @Test
    void knownProbability_isNotMovedByTheSample_heldOrNot() {
        Assumptions known = with(assumptions(), SHOPS, new Belief.Known(0.35));
        Assumptions heldKnown = with(assumptions(), SHOPS, new Belief.Held(new Belief.Known(0.35), 1));
        assertThat(logOdds(known, MOST, SHOPS)).containsOnly(logOdds(known, NONE, SHOPS)[0]);
        assertThat(logOdds(heldKnown, MOST, SHOPS)).isEqualTo(logOdds(known, MOST, SHOPS));
    }
}
