package org.ausfall.core.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ausfall.core.Cases.ENERGY;
import static org.ausfall.core.Cases.SHOPS;
import static org.ausfall.core.Cases.company;
import static org.ausfall.core.Cases.known;
import static org.ausfall.core.Cases.retailer;
import static org.ausfall.core.Cases.times;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ausfall.core.Cases;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.loss.LossModel;
import org.ausfall.core.loss.Losses;
import org.ausfall.core.simulation.Sample;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;
import org.ausfall.core.simulation.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of a tornado and of shares of variance, whatever the numbers are. */
class SensitivityTest {
    private static final Seed SEED = new Seed(5);
    private static final String SHOPS_MONITORED = "test-shops";
    private static final String LISTED = "sp500";

    private static Evidence evidence() {
        return Cases.evidence(
                List.of(retailer("shop", 500), retailer("other", 200)),
                List.of(times("shop", "5000", "20000"), Cases.percent("other", "300")),
                IntStream.range(0, 40)
                        .mapToObj(i -> company("C" + i, i % 4 == 0 ? SHOPS : ENERGY, 100 + 10 * i))
                        .toList());
    }

    private static Sensitivity sensitivity(Assumptions assumptions, int draws, Effort effort) {
        Losses losses = LossModel.estimate(evidence(), assumptions, draws, SEED, Workers.SERIAL);
        return Sensitivity.estimate(evidence(), assumptions, losses, draws, SEED, effort, Workers.SERIAL);
    }

    private static Bar bar(PopulationSensitivity population, String driver) {
        return Stream.concat(population.bars().stream(), population.scopeBars().stream())
                .filter(bar -> bar.driver().code().equals(driver))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no bar for " + driver));
    }

    private static List<String> drivers(PopulationSensitivity population) {
        return population.bars().stream().map(bar -> bar.driver().code()).toList();
    }

    @Test
    void bar_isTheModelWithThatBeliefHeld() {
        PopulationSensitivity net = sensitivity(Cases.assumptions(), 800, Effort.SOBOL)
                .find(SHOPS_MONITORED, Measure.NET)
                .orElseThrow();
        Assumptions high = Cases.assumptions().with(known(BeliefName.XI, "all", 1.05));
        double[] expected = LossModel.populationDraws(evidence(), high, 800, SEED, Workers.SERIAL)
                .net(SHOPS_MONITORED);

        assertThat(bar(net, "xi").high().p50())
                .isCloseTo(Sample.of(expected).quantiles(0.5)[0], within(1e-6 * expected[0]));
        assertThat(bar(net, "xi").low().p50()).isLessThan(net.estimate().p50());
        assertThat(bar(net, "xi").high().p50()).isGreaterThan(net.estimate().p50());
    }

    /** Both shops were slow, which says that more companies were hit than was believed. */
    @Test
    void whoIsHit_isHeldAtWhatIsBelievedAfterTheSample() {
        Assumptions believed = Cases.assumptions();
        Assumptions before = believed;
        for (String sector : List.of(ENERGY, SHOPS)) {
            double high = believed.get(BeliefName.PI_IN_BLAST_ZONE, sector).p95();
            before = before.with(known(BeliefName.PI_IN_BLAST_ZONE, sector, high));
        }
        PopulationSensitivity listed = sensitivity(believed, 2000, Effort.SOBOL)
                .find(LISTED, Measure.GROSS)
                .orElseThrow();
        double withoutSample = Sample.of(LossModel.populationDraws(evidence(), before, 2000, SEED, Workers.SERIAL)
                        .gross(LISTED))
                .quantiles(0.5)[0];

        assertThat(bar(listed, "pi_in_blast_zone").high().p50()).isGreaterThan(1.02 * withoutSample);
        assertThat(bar(listed, "pi_in_blast_zone/" + SHOPS).low().p50())
                .isLessThan(listed.estimate().p50());
    }

    @Test
    void fewerDraws_areCarriedOverToTheEstimate() {
        Sensitivity part = sensitivity(Cases.assumptions(), 3000, Effort.TORNADO);
        Sensitivity all = sensitivity(Cases.assumptions(), 3000, Effort.SOBOL);
        assertThat(part.draws()).isEqualTo(1024);
        assertThat(all.draws()).isEqualTo(3000);
        for (PopulationSensitivity few : part.populations()) {
            PopulationSensitivity many = all.find(few.scope(), few.measure()).orElseThrow();
            assertThat(few.estimate()).isEqualTo(many.estimate());
            for (Bar bar : few.bars()) {
                double fewer = bar.high().p50() / few.estimate().p50();
                double more = bar(many, bar.driver().code()).high().p50()
                        / many.estimate().p50();
                assertThat(fewer).as(few.scope() + " " + bar).isCloseTo(more, within(0.12 * more));
            }
        }
    }

    @Test
    void onlyWhatMovesAPopulation_hasABar_theLargestSwingFirst() {
        Sensitivity all = sensitivity(Cases.assumptions(), 600, Effort.TORNADO);
        PopulationSensitivity shops = all.find(SHOPS_MONITORED, Measure.GROSS).orElseThrow();
        PopulationSensitivity listed = all.find(LISTED, Measure.GROSS).orElseThrow();

        assertThat(drivers(shops))
                .containsExactlyInAnyOrder("xi", "response_curve_weight", "baseline_load_s")
                .first()
                .isNotEqualTo("baseline_load_s");
        assertThat(drivers(listed))
                .contains("pi_in_blast_zone", "gamma_needs_service", "company_lag_min")
                .doesNotContain("xi", "recapture_r", "churn_c");
        assertThat(drivers(all.find(LISTED, Measure.NET).orElseThrow())).contains("recapture_r", "churn_c");
        assertThat(listed.bars()).isSortedAccordingTo((one, other) -> Double.compare(other.swing(), one.swing()));
        assertThat(listed.worthLearning())
                .isEqualTo(Optional.of(listed.bars().get(0).driver()));
    }

    @Test
    void singleScopes_moveLessThanAllTogether() {
        PopulationSensitivity listed = sensitivity(Cases.assumptions(), 600, Effort.SOBOL)
                .find(LISTED, Measure.GROSS)
                .orElseThrow();
        double together = bar(listed, "gamma_needs_service").swing();
        double energy = bar(listed, "gamma_needs_service/Energy").swing();
        double shops = bar(listed, "gamma_needs_service/Shops").swing();
        assertThat(energy).isPositive().isLessThan(together);
        assertThat(shops).isPositive().isLessThan(together);
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void varianceSplit_sumsToOne(Measure measure) {
        VarianceSplit split = sensitivity(Cases.assumptions(), 500, Effort.TORNADO)
                .find(LISTED, measure)
                .orElseThrow()
                .split();
        assertThat(split.beliefs().value()
                        + split.all().value()
                        + split.sectors().value()
                        + split.companies().value())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void withoutSharedLuck_noneOfTheVarianceIsShared() {
        Assumptions apart = Cases.assumptions()
                .with(known(BeliefName.LOADING_GLOBAL, "all", 0))
                .with(known(BeliefName.LOADING_SECTOR, "all", 0));
        VarianceSplit split = sensitivity(apart, 1024, Effort.TORNADO)
                .find(LISTED, Measure.GROSS)
                .orElseThrow()
                .split();
        assertThat(split.all().value()).isZero();
        assertThat(split.sectors().value()).isZero();
        assertThat(split.companies().value()).isGreaterThan(0.2);
    }

    @Test
    void chance_leavesOnlyLuck() {
        PopulationSensitivity listed = sensitivity(Cases.assumptions(), 1000, Effort.TORNADO)
                .find(LISTED, Measure.GROSS)
                .orElseThrow();
        assertThat(listed.chance().p95() - listed.chance().p05())
                .isPositive()
                .isLessThan(listed.estimate().p95() - listed.estimate().p05());
    }

    @Test
    void everyRandomStream_belongsToExactlyOneDriver() {
        Set<String> names = new ConcurrentSkipListSet<>();
        Streams recording = new Streams(SEED).redrawing(names::add, SEED);
        LossModel.populationDraws(evidence(), Cases.assumptions(), 300, recording, Workers.SERIAL);
        List<Driver> drawn = Driver.drawn(Cases.assumptions());
        // Beliefs taken as known use no luck but may name a stream.
        assertThat(names)
                .hasSizeGreaterThan(50)
                .allSatisfy(name -> assertThat(drawn.stream()
                                .filter(driver -> driver.draws(name))
                                .toList())
                        .as(name)
                        .hasSize(1));
    }

    @Test
    void workersInAnyOrder_changeNothing() {
        Losses losses = LossModel.estimate(evidence(), Cases.assumptions(), 700, SEED, Workers.SERIAL);
        Workers backwards = (tasks, task) ->
                IntStream.iterate(tasks - 1, i -> i >= 0, i -> i - 1).forEach(task);
        assertThat(Sensitivity.estimate(evidence(), Cases.assumptions(), losses, 700, SEED, Effort.SOBOL, backwards))
                .isEqualTo(Sensitivity.estimate(
                        evidence(), Cases.assumptions(), losses, 700, SEED, Effort.SOBOL, Workers.SERIAL));
    }
}
