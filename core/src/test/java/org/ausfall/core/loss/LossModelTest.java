package org.ausfall.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.ausfall.core.Cases.ENERGY;
import static org.ausfall.core.Cases.SHOPS;
import static org.ausfall.core.Cases.company;
import static org.ausfall.core.Cases.known;
import static org.ausfall.core.Cases.listedRetailer;
import static org.ausfall.core.Cases.retailer;
import static org.ausfall.core.Cases.state;
import static org.ausfall.core.Cases.times;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.ausfall.core.Cases;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.evidence.Company;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.RevenueBasis;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.simulation.Sample;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold whatever the numbers are. */
class LossModelTest {
    private static final String POPULATION = "test-shops";

    private static Losses losses(Evidence evidence, Assumptions assumptions, int draws, long seed) {
        return LossModel.estimate(evidence, assumptions, draws, new Seed(seed), Workers.SERIAL);
    }

    private static Evidence companies(Company... companies) {
        return Cases.evidence(List.of(), List.of(), List.of(companies));
    }

    private static CompanyLoss only(Losses losses, String id) {
        return losses.companies().stream()
                .filter(company -> company.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void certainTotalLoss_withFlatProfile_equalsFlat8760() {
        Losses losses = losses(companies(company("AAA", ENERGY, 8760)), Cases.certainLoss(), 500, 1);
        // 8760 m a year is 1 m an hour, 4 hours.
        CompanyLoss loss = only(losses, "AAA");
        assertThat(loss.flat8760Usd()).isCloseTo(4e6, within(1e-3));
        assertThat(loss.gross().p05()).isCloseTo(4e6, within(100.0));
        assertThat(loss.gross().p95()).isCloseTo(4e6, within(100.0));
        assertThat(loss.windowUsd()).isCloseTo(4e6, within(1e-3));
        assertThat(loss.hitShare()).isEqualTo(1);
    }

    @Test
    void zeroRecapture_makesNetEqualGross() {
        Assumptions none = Cases.assumptions()
                .with(known(BeliefName.RECAPTURE_R, "any", 0))
                .with(known(BeliefName.CHURN_C, "all", 0));
        Evidence evidence = Cases.evidence(
                List.of(retailer("shop", 500)),
                List.of(times("shop", "5000", "20000")),
                List.of(company("AAA", ENERGY, 900)));
        losses(evidence, none, 1000, 3)
                .companies()
                .forEach(loss -> assertThat(loss.net()).isEqualTo(loss.gross()));
    }

    /** With everything known, costs are the ratios times the losses of each population. */
    @Test
    void costsKeptApart_areRatiosOfTheLosses_andMoveNone() {
        Evidence evidence = companies(company("AAA", ENERGY, 900), company("BBB", ENERGY, 100));
        Losses without = losses(evidence, Cases.assumptions(), 1000, 3);
        Losses with = losses(
                evidence,
                Cases.assumptions()
                        .with(known(BeliefName.EXTRA_COST_RATIO, "all", 0.1))
                        .with(known(BeliefName.CREDIT_RATIO, "all", 0.25))
                        .with(known(BeliefName.MARGIN_ON_LOST_SALES, "all", 0.4)),
                1000,
                3);
        assertThat(with.companies()).isEqualTo(without.companies());
        PopulationLoss all = with.population("sp500");
        assertThat(all.gross()).isEqualTo(without.population("sp500").gross());
        assertThat(all.net()).isEqualTo(without.population("sp500").net());
        assertThat(all.apart()).extracting(ApartCost::kind).containsExactly(ApartCost.Kind.values());
        assertThat(all.apart().get(0).usd().p95()).isCloseTo(0.1 * all.gross().p95(), withinPercentage(1e-9));
        assertThat(all.apart().get(1).usd().mean()).isCloseTo(0.25 * all.gross().mean(), withinPercentage(1e-9));
        assertThat(all.apart().get(2).usd().mean())
                .isCloseTo(0.4 * all.net().mean() + 0.35 * all.gross().mean(), withinPercentage(1e-9));
    }

    @Test
    void costsKeptApart_areLeftOut_whereNothingIsBelievedOfThem() {
        Evidence evidence = companies(company("AAA", ENERGY, 900));
        assertThat(losses(evidence, Cases.assumptions(), 100, 1)
                        .population("sp500")
                        .apart())
                .isEmpty();
        Assumptions marginAlone = Cases.assumptions()
                .with(known(BeliefName.EXTRA_COST_RATIO, "all", 0))
                .with(known(BeliefName.MARGIN_ON_LOST_SALES, "all", 0.4));
        PopulationLoss all = losses(evidence, marginAlone, 1000, 1).population("sp500");
        assertThat(all.apart()).extracting(ApartCost::kind).containsExactly(ApartCost.Kind.LOST_PROFIT);
        assertThat(all.apart().get(0).usd().p95()).isCloseTo(0.4 * all.net().p95(), withinPercentage(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void revenueScaled_scalesTheLoss(long seed) {
        CompanyLoss one = only(losses(companies(company("AAA", ENERGY, 100)), Cases.assumptions(), 2000, seed), "AAA");
        CompanyLoss ten = only(losses(companies(company("AAA", ENERGY, 1000)), Cases.assumptions(), 2000, seed), "AAA");
        assertThat(ten.gross().p95())
                .isCloseTo(10 * one.gross().p95(), within(1e-5 * ten.gross().p95()));
        assertThat(ten.net().mean())
                .isCloseTo(10 * one.net().mean(), within(1e-5 * ten.net().mean()));
    }

    @Test
    void companySplitInTwo_hasTheSameExpectedSum() {
        double whole = losses(companies(company("AAA", ENERGY, 1000)), Cases.assumptions(), 200_000, 5)
                .population("sp500")
                .gross()
                .mean();
        double halves = losses(
                        companies(company("AAA", ENERGY, 500), company("BBB", ENERGY, 500)),
                        Cases.assumptions(),
                        200_000,
                        5)
                .population("sp500")
                .gross()
                .mean();
        assertThat(halves).isCloseTo(whole, within(0.03 * whole));
    }

    @Test
    void rowsInAnyOrder_changeNothing() {
        List<Company> companies = new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(i -> company("C" + i, i % 2 == 0 ? ENERGY : SHOPS, 100 + i))
                .toList());
        Losses sorted = losses(Cases.evidence(List.of(), List.of(), companies), Cases.assumptions(), 700, 9);
        Collections.shuffle(companies, new Random(4));
        Losses shuffled = losses(Cases.evidence(List.of(), List.of(), companies), Cases.assumptions(), 700, 9);
        assertThat(shuffled).isEqualTo(sorted);
    }

    @Test
    void workersInAnyOrder_changeNothing() {
        Evidence evidence = Cases.evidence(
                List.of(retailer("shop", 500)),
                List.of(times("shop", "5000", "20000")),
                List.of(company("AAA", ENERGY, 900)));
        Workers backwards = (tasks, task) ->
                IntStream.iterate(tasks - 1, i -> i >= 0, i -> i - 1).forEach(task);
        Workers parallel = (tasks, task) -> IntStream.range(0, tasks).parallel().forEach(task);
        Losses serial = LossModel.estimate(evidence, Cases.assumptions(), 3000, new Seed(1), Workers.SERIAL);
        assertThat(LossModel.estimate(evidence, Cases.assumptions(), 3000, new Seed(1), backwards))
                .isEqualTo(serial);
        assertThat(LossModel.estimate(evidence, Cases.assumptions(), 3000, new Seed(1), parallel))
                .isEqualTo(serial);
    }

    @Test
    void populationDraws_areThoseThatTheEstimateSumsUp() {
        Evidence evidence = Cases.evidence(
                List.of(retailer("shop", 500), listedRetailer("store", 300, "BBB")),
                List.of(times("shop", "5000", "20000"), times("store", "4000", "9000")),
                List.of(company("AAA", ENERGY, 900), company("BBB", SHOPS, 5000)));
        Losses losses = losses(evidence, Cases.assumptions(), 3000, 5);
        PopulationDraws draws =
                LossModel.populationDraws(evidence, Cases.assumptions(), 3000, new Seed(5), Workers.SERIAL);
        assertThat(draws.scopes())
                .containsExactly(POPULATION, "sp500", "financial-services", "sector:Energy", "sector:Shops");
        for (PopulationLoss loss : losses.populations()) {
            assertThat(Sample.of(draws.gross(loss.scope())).quantiles(0.05, 0.5, 0.95))
                    .containsExactly(
                            loss.gross().p05(), loss.gross().p50(), loss.gross().p95());
            assertThat(Sample.of(draws.net(loss.scope())).mean())
                    .isEqualTo(loss.net().mean());
        }
    }

    @Test
    void beliefReplaced_movesOnlyTheDrawsItTouches() {
        Evidence evidence = companies(company("AAA", ENERGY, 900), company("BBB", SHOPS, 900));
        Assumptions changed = Cases.assumptions().with(known(BeliefName.GAMMA_NEEDS_SERVICE, SHOPS, 0.3));
        PopulationDraws before =
                LossModel.populationDraws(evidence, Cases.assumptions(), 1000, new Seed(1), Workers.SERIAL);
        PopulationDraws after = LossModel.populationDraws(evidence, changed, 1000, new Seed(1), Workers.SERIAL);
        assertThat(after.gross("sector:Energy")).containsExactly(before.gross("sector:Energy"));
        assertThat(after.gross("sector:Shops")).isNotEqualTo(before.gross("sector:Shops"));
    }

    @Test
    void hitMoreOften_isHitAsBefore_whereItWasHitBefore() {
        Evidence evidence = companies(company("AAA", ENERGY, 900));
        double[] before = energyLosses(evidence, 0.2);
        double[] after = energyLosses(evidence, 0.6);
        int hits = 0;
        int more = 0;
        for (int draw = 0; draw < before.length; draw++) {
            if (before[draw] > 0) {
                assertThat(after[draw]).as("draw %s", draw).isEqualTo(before[draw]);
                hits++;
            } else if (after[draw] > 0) {
                more++;
            }
        }
        assertThat(hits).isGreaterThan(50);
        assertThat(more).isGreaterThan(50);
    }

    private static double[] energyLosses(Evidence evidence, double probability) {
        Assumptions assumptions = Cases.assumptions().with(known(BeliefName.PI_IN_BLAST_ZONE, ENERGY, probability));
        return LossModel.populationDraws(evidence, assumptions, 1000, new Seed(1), Workers.SERIAL)
                .gross("sector:Energy");
    }

    @Test
    void anotherCompany_doesNotChangeTheDrawsOfTheFirst() {
        Losses alone = losses(companies(company("AAA", ENERGY, 100)), Cases.assumptions(), 1000, 2);
        Losses together = losses(
                companies(company("AAA", ENERGY, 100), company("AAB", ENERGY, 70)), Cases.assumptions(), 1000, 2);
        assertThat(only(together, "AAA")).isEqualTo(only(alone, "AAA"));
    }

    @Test
    void monitoredWithoutDelayOrFailures_losesNothing() {
        Evidence evidence = Cases.evidence(
                List.of(retailer("same", 500), retailer("faster", 500), retailer("said", 500)),
                List.of(
                        times("same", "5000", "5000"),
                        times("faster", "5000", "4000"),
                        state("said", PublishedState.NOT_AFFECTED)),
                List.of());
        assertThat(losses(evidence, Cases.assumptions(), 500, 1)
                        .population(POPULATION)
                        .gross()
                        .p95())
                .isZero();
    }

    @Test
    void downSite_losesTheWindow() {
        Evidence evidence =
                Cases.evidence(List.of(retailer("shop", 8760)), List.of(state("shop", PublishedState.DOWN)), List.of());
        assertThat(losses(evidence, Cases.certainLoss(), 300, 1)
                        .population(POPULATION)
                        .gross()
                        .p50())
                .isCloseTo(4e6, within(100.0));
    }

    @Test
    void wholeWidth_growsWithWhatAllHaveInCommon() {
        Company[] many = IntStream.range(0, 200)
                .mapToObj(i -> company("C" + i, ENERGY, 100))
                .toArray(Company[]::new);
        double last = 0;
        for (double global : new double[] {0, 0.3, 0.6}) {
            Assumptions assumptions = Cases.assumptions().with(known(BeliefName.LOADING_GLOBAL, "all", global));
            LossDistribution gross = losses(companies(many), assumptions, 4000, 11)
                    .population("sp500")
                    .gross();
            double width = (gross.p95() - gross.p05()) / gross.mean();
            assertThat(width).isGreaterThan(last);
            last = width;
        }
    }

    @Test
    void listedRetailer_hasOneSetOfDraws_inBothPopulations() {
        Evidence evidence = Cases.evidence(
                List.of(listedRetailer("shop", 300, "AAA")),
                List.of(times("shop", "5000", "20000")),
                List.of(company("AAA", SHOPS, 5000)));
        Losses losses = losses(evidence, Cases.assumptions(), 1000, 1);
        assertThat(losses.companies()).hasSize(1);
        assertThat(only(losses, "AAA").scopes()).containsExactly(POPULATION, "sp500", "sector:Shops");
        assertThat(losses.population("sp500").gross())
                .isEqualTo(losses.population(POPULATION).gross());
        assertThat(losses.population("sp500").annualUsd()).isEqualTo(5e9);
        assertThat(losses.population(POPULATION).annualUsd()).isEqualTo(3e8);
    }

    @Test
    void secondShareClass_isNotAddedAgain() {
        Company second = new Company(
                "AAB",
                "Company AAA",
                ENERGY,
                Optional.of(Money.ofMillions(100)),
                OptionalInt.of(2017),
                RevenueBasis.REPORTED,
                Optional.of("AAA"));
        Losses losses = losses(companies(company("AAA", ENERGY, 100), second), Cases.assumptions(), 500, 1);
        assertThat(losses.population("sp500").companies()).isEqualTo(1);
        assertThat(losses.population("sp500").annualUsd()).isEqualTo(1e8);
    }

    @Test
    void unknownSales_areNotEstimated_butNamed() {
        Retailer unknown = new Retailer(
                "shop",
                "Shop",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Provenance.UNKNOWN,
                "");
        Losses losses = losses(
                Cases.evidence(List.of(unknown), List.of(times("shop", "1", "9")), List.of()),
                Cases.assumptions(),
                500,
                1);
        assertThat(losses.companies()).isEmpty();
        assertThat(losses.notEstimated())
                .containsExactly(new NotEstimated("shop", "Shop", POPULATION, "its web sales are not known"));
        assertThat(losses.population(POPULATION).gross().p95()).isZero();
    }

    @Test
    void reconstructedSales_areDealtAnew_soThatTheirOrderChangesNothing() {
        List<SiteSummary> sites = List.of(times("a", "5000", "60000"), times("b", "5000", "5000"));
        LossDistribution one = losses(
                        Cases.evidence(List.of(reconstructed("a", 900), reconstructed("b", 100)), sites, List.of()),
                        Cases.assumptions(),
                        20_000,
                        1)
                .population(POPULATION)
                .gross();
        LossDistribution other = losses(
                        Cases.evidence(List.of(reconstructed("a", 100), reconstructed("b", 900)), sites, List.of()),
                        Cases.assumptions(),
                        20_000,
                        1)
                .population(POPULATION)
                .gross();
        assertThat(other.mean()).isCloseTo(one.mean(), within(0.05 * one.mean()));
        assertThat(one.p95() / one.p05()).as("holds both deals").isGreaterThan(5);
    }

    private static Retailer reconstructed(String id, double salesMillions) {
        Retailer plain = retailer(id, salesMillions);
        return new Retailer(
                id,
                plain.name(),
                plain.domain(),
                plain.ticker(),
                plain.webSales(),
                plain.year(),
                Provenance.RECONSTRUCTED,
                "test");
    }

    @Test
    void affectedWithoutAnyFigure_isNotEstimated_butNamed() {
        Losses losses = losses(
                Cases.evidence(
                        List.of(retailer("shop", 10)), List.of(state("shop", PublishedState.AFFECTED)), List.of()),
                Cases.assumptions(),
                500,
                1);
        assertThat(losses.notEstimated())
                .singleElement()
                .satisfies(missing -> assertThat(missing.why()).contains("neither times nor percent"));
    }

    @Test
    void monitoredSample_movesItsSector_andLessTheOthers() {
        List<Retailer> retailers =
                IntStream.range(0, 40).mapToObj(i -> retailer("r" + i, 1)).toList();
        List<SiteSummary> allSlow =
                retailers.stream().map(r -> times(r.id(), "1000", "9000")).toList();
        List<SiteSummary> allCalm =
                retailers.stream().map(r -> times(r.id(), "1000", "1000")).toList();
        List<Company> listed = List.of(company("EEE", ENERGY, 100), company("SSS", SHOPS, 100));
        Losses slow = losses(Cases.evidence(retailers, allSlow, listed), Cases.assumptions(), 20_000, 1);
        Losses calm = losses(Cases.evidence(retailers, allCalm, listed), Cases.assumptions(), 20_000, 1);
        double shops = only(slow, "SSS").hitShare() - only(calm, "SSS").hitShare();
        double energy = only(slow, "EEE").hitShare() - only(calm, "EEE").hitShare();
        assertThat(shops).isGreaterThan(energy + 0.05);
        assertThat(energy).isGreaterThan(0.02);
    }

    @Test
    void probabilityKnownToBeZeroOrOne_isTakenAtItsWord() {
        Assumptions never = Cases.assumptions().with(known(BeliefName.PI_IN_BLAST_ZONE, ENERGY, 0));
        Assumptions always = Cases.assumptions().with(known(BeliefName.PI_IN_BLAST_ZONE, ENERGY, 1));
        Evidence evidence = Cases.evidence(
                List.of(retailer("shop", 5)),
                List.of(times("shop", "1000", "9000")),
                List.of(company("EEE", ENERGY, 100), company("SSS", SHOPS, 100)));
        assertThat(only(losses(evidence, never, 1000, 1), "EEE").hitShare()).isZero();
        assertThat(only(losses(evidence, always, 1000, 1), "EEE").hitShare()).isEqualTo(1);
        assertThat(only(losses(evidence, never, 1000, 1), "SSS").hitShare()).isBetween(0.2, 0.7);
    }

    @Test
    void hitShare_withoutAnySample_isTheMeanOfTheBelief() {
        // Mean of a logit-normal with median .2 and sd .64, by numerical integration: .2206.
        double mean = 0;
        double sd = (Math.log(0.417 / 0.583) - Math.log(0.08 / 0.92)) / (2 * 1.6448536269514722);
        for (double z = -8; z < 8; z += 0.001) {
            double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            mean += 0.001 * density / (1 + Math.exp(-(Math.log(0.25) + sd * z)));
        }
        Losses losses = losses(companies(company("AAA", ENERGY, 100)), Cases.assumptions(), 200_000, 8);
        assertThat(only(losses, "AAA").hitShare()).isCloseTo(mean, within(0.005));
    }

    @Test
    void ownColumn_makesPopulationsOfItsValues_fromTheSameDraws() {
        Company north = with(company("AAA", ENERGY, 100), Map.of("region", "north"));
        Company south = with(company("BBB", ENERGY, 300), Map.of("region", "south"));
        Evidence evidence = Cases.evidence(
                List.of(with(retailer("shop", 500), Map.of("region", "south")), listedRetailer("other", 50, "AAA")),
                List.of(times("shop", "5000", "20000"), times("other", "5000", "20000")),
                List.of(north, south, company("CCC", SHOPS, 70)));
        Losses losses =
                LossModel.estimate(evidence, Cases.assumptions(), List.of("region"), 2000, new Seed(1), Workers.SERIAL);

        assertThat(only(losses, "AAA").scopes())
                .containsExactly(POPULATION, "sp500", "sector:" + ENERGY, "region:north");
        assertThat(only(losses, "shop").scopes()).containsExactly(POPULATION, "region:south");
        assertThat(only(losses, "CCC").scopes()).containsExactly("sp500", "sector:" + SHOPS);
        assertThat(losses.population("region:north").gross().p50())
                .isCloseTo(only(losses, "AAA").gross().p50(), within(1.0));
        assertThat(losses.population("region:south").companies()).isEqualTo(2);
        assertThat(losses.population("region:south").gross().mean())
                .isCloseTo(
                        only(losses, "BBB").gross().mean()
                                + only(losses, "shop").gross().mean(),
                        within(10.0));
        assertThat(losses.population("region:south").isHeadline()).isFalse();
        assertThat(losses.population("sp500"))
                .isEqualTo(losses(evidence, Cases.assumptions(), 2000, 1).population("sp500"));
    }

    @Test
    void columnNobodyHas_isRefusedWithThoseThereAre() {
        Evidence evidence = companies(with(company("AAA", ENERGY, 100), Map.of("region", "north")));
        assertThat(LossModel.refusal(List.of("region"), evidence)).isEmpty();
        assertThat(LossModel.refusal(List.of("colour"), evidence))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("'colour'").contains("choose one of region"));
    }

    @Test
    void shopWithoutEstimate_saysThatItsOwnerIsModelledFromItsSector_onlyWhereThatIsSo() {
        Company known = company("CCC", SHOPS, 100);
        Company unknown = new Company(
                "BBB", "BBB", SHOPS, Optional.empty(), known.year(), known.revenueBasis(), Optional.empty(), Map.of());
        Evidence evidence = Cases.evidence(
                List.of(
                        listedRetailer("seen", 50, "AAA"),
                        listedRetailer("sister", 50, "AAA"),
                        listedRetailer("unpriced", 50, "BBB"),
                        listedRetailer("unseen", 50, "CCC")),
                List.of(times("seen", "5000", "20000")),
                List.of(company("AAA", SHOPS, 100), unknown, known));
        Losses losses = losses(evidence, Cases.assumptions(), 100, 1);
        assertThat(losses.notEstimated())
                .filteredOn(left -> left.why().contains("modelled from its sector"))
                .extracting(NotEstimated::id)
                .containsExactly("unseen");
        assertThat(losses.notEstimated()).extracting(NotEstimated::id).contains("sister", "unpriced", "BBB");
    }

    @Test
    void columnNamedSector_isRefused_becauseSectorsHaveThatScope() {
        Evidence evidence = Cases.evidence(
                List.of(with(retailer("shop", 500), Map.of("sector", "Energy", "tier", "gold"))),
                List.of(times("shop", "5000", "20000")),
                List.of(company("AAA", ENERGY, 100)));
        assertThat(LossModel.refusal(List.of("tier", "sector"), evidence))
                .hasValueSatisfying(reason -> assertThat(reason).contains("another name than 'sector'"));
        assertThat(LossModel.refusal(List.of("color"), evidence))
                .hasValueSatisfying(reason -> assertThat(reason).contains("choose one of tier,"));
    }

    @Test
    void columnNamedTwice_countsItsMembersOnce() {
        Evidence evidence = companies(with(company("AAA", ENERGY, 100), Map.of("region", "north")));
        Losses once =
                LossModel.estimate(evidence, Cases.assumptions(), List.of("region"), 500, new Seed(1), Workers.SERIAL);
        Losses twice = LossModel.estimate(
                evidence, Cases.assumptions(), List.of("region", "region"), 500, new Seed(1), Workers.SERIAL);
        assertThat(twice).isEqualTo(once);
    }

    private static Company with(Company company, Map<String, String> attributes) {
        return new Company(
                company.ticker(),
                company.name(),
                company.sector(),
                company.revenue(),
                company.year(),
                company.revenueBasis(),
                company.sameCompanyAs(),
                attributes);
    }

    private static Retailer with(Retailer retailer, Map<String, String> attributes) {
        return new Retailer(
                retailer.id(),
                retailer.name(),
                retailer.domain(),
                retailer.ticker(),
                retailer.webSales(),
                retailer.year(),
                retailer.provenance(),
                retailer.source(),
                attributes);
    }
}
