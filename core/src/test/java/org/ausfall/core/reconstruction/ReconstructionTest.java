package org.ausfall.core.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ausfall.core.Cases.retailer;
import static org.ausfall.core.Cases.state;
import static org.ausfall.core.Cases.times;

import java.math.BigDecimal;
import java.util.List;
import org.ausfall.core.Cases;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.core.simulation.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconstructionTest {
    private static final Threshold TWENTY = Threshold.parse("20%");
    private static final List<Retailer> KNOWN =
            List.of(retailer("slow", 2000), retailer("down", 300), retailer("big", 90_000));
    private static final List<SiteSummary> SEEN = List.of(
            times("slow", "8069", "102069"),
            state("down", PublishedState.DOWN),
            state("big", PublishedState.NOT_AFFECTED));

    private static ReconstructionTargets targets(int affected, int duringMs) {
        return new ReconstructionTargets(
                100,
                affected,
                1,
                BigDecimal.valueOf(13_000),
                BigDecimal.valueOf(duringMs),
                Slowdown.ofPercent(BigDecimal.valueOf(353)),
                Money.ofMillions(194_300),
                List.of("big"),
                Money.ofMillions(400),
                Money.ofMillions(10_400),
                2015);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20170228})
    void everyPublishedTotal_holdsAtOnce(long seed) {
        Reconstruction.Population population =
                Reconstruction.complete(targets(54, 42_700), KNOWN, SEEN, TWENTY, new Seed(seed));
        Exposure exposure =
                Exposure.estimate(Cases.evidence(population.retailers(), population.sites(), List.of()), TWENTY);
        assertThat(exposure.listed()).isEqualTo(100);
        assertThat(exposure.affected()).isEqualTo(54);
        assertThat(exposure.down()).isEqualTo(1);
        List<SiteSummary> slowed = population.sites().stream()
                .filter(site -> site.measuredSlowdown()
                        .filter(slowdown -> slowdown.reaches(TWENTY))
                        .isPresent())
                .toList();
        assertThat(sum(slowed.stream()
                        .map(site -> site.beforeMs().orElseThrow())
                        .toList()))
                .isEqualByComparingTo(BigDecimal.valueOf(13_000L * slowed.size()));
        assertThat(sum(slowed.stream()
                        .map(site -> site.duringMs().orElseThrow())
                        .toList()))
                .isEqualByComparingTo(BigDecimal.valueOf(42_700L * slowed.size()));
        assertThat(population.sites().stream()
                        .filter(site -> site.provenance() == Provenance.RECONSTRUCTED)
                        .map(site -> site.measuredSlowdown().orElseThrow().ratio()))
                .allMatch(ratio -> ratio <= 3.53 && ratio >= -0.06);
        double sales = population.retailers().stream()
                .filter(retailer -> !retailer.id().equals("big"))
                .mapToDouble(retailer -> retailer.webSales().orElseThrow().usdMillions())
                .sum();
        assertThat(Math.round(sales * 10)).isEqualTo(1_943_000);
    }

    @Test
    void reconstructedRows_carryNeutralNames_andTheirMark() {
        Reconstruction.Population population =
                Reconstruction.complete(targets(54, 42_700), KNOWN, SEEN, TWENTY, new Seed(1));
        assertThat(population.retailers().subList(3, 100)).allSatisfy(retailer -> {
            assertThat(retailer.id()).matches("retailer-[0-9]{3}");
            assertThat(retailer.provenance()).isEqualTo(Provenance.RECONSTRUCTED);
            assertThat(retailer.ticker()).isEmpty();
            assertThat(retailer.domain()).isEmpty();
        });
        assertThat(population.retailers().subList(0, 3)).isEqualTo(KNOWN);
        assertThat(population.sites().subList(0, 3)).isEqualTo(SEEN);
    }

    @Test
    void alreadyReconstructedRows_areMadeAnew_notAdded() {
        Reconstruction.Population once = Reconstruction.complete(targets(54, 42_700), KNOWN, SEEN, TWENTY, new Seed(1));
        Reconstruction.Population twice =
                Reconstruction.complete(targets(54, 42_700), once.retailers(), once.sites(), TWENTY, new Seed(1));
        assertThat(twice).isEqualTo(once);
    }

    @Test
    void totalsThatCannotHold_areRefused_withTheNumbers() {
        assertThatThrownBy(() -> Reconstruction.complete(targets(54, 90_000), KNOWN, SEEN, TWENTY, new Seed(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no room for the times during");
        assertThatThrownBy(() -> Reconstruction.complete(targets(100, 42_700), KNOWN, SEEN, TWENTY, new Seed(1)))
                .hasMessageContaining("leave no room");
        assertThatThrownBy(() -> Reconstruction.complete(
                        targets(54, 42_700), KNOWN.subList(0, 1), SEEN.subList(0, 1), TWENTY, new Seed(1)))
                .hasMessageContaining("not invented");
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
