package org.ausfall.core.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.core.Cases.percent;
import static org.ausfall.core.Cases.retailer;
import static org.ausfall.core.Cases.site;
import static org.ausfall.core.Cases.state;
import static org.ausfall.core.Cases.times;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.Cases;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Threshold;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final Threshold TWENTY = Threshold.parse("20%");

    private static Exposure exposure(Threshold threshold, SiteSummary... sites) {
        List<Retailer> retailers = Arrays.stream(sites)
                .map(site -> retailer(site.retailerId(), 100))
                .toList();
        return Exposure.estimate(Cases.evidence(retailers, List.of(sites), List.of()), threshold);
    }

    private static SiteFinding only(Threshold threshold, SiteSummary site) {
        return exposure(threshold, site).sites().get(0);
    }

    @Test
    void a01_oneShopTwentyPercentSlower_isAffected() {
        SiteFinding finding = only(TWENTY, times("a", "1000", "1200"));
        assertThat(finding.state()).isEqualTo(SiteState.AFFECTED);
        assertThat(finding.from()).isEqualTo(ClassifiedFrom.TIMES);
    }

    @Test
    void a02_justUnder_isNot() {
        assertThat(only(TWENTY, times("a", "1000", "1199.9")).state()).isEqualTo(SiteState.NOT_AFFECTED);
    }

    @Test
    void a03_faster_isNotAffected() {
        assertThat(only(TWENTY, times("a", "1000", "500")).state()).isEqualTo(SiteState.NOT_AFFECTED);
    }

    @Test
    void a04_timesBeatPercent_beatState() {
        SiteFinding times = only(TWENTY, site("a", "1000", "1000", "", "50", "DOWN"));
        assertThat(times.state()).isEqualTo(SiteState.NOT_AFFECTED);
        SiteFinding percent = only(TWENTY, site("a", "1000", "", "", "50", "NOT_AFFECTED"));
        assertThat(percent.state()).isEqualTo(SiteState.AFFECTED);
        assertThat(percent.from()).isEqualTo(ClassifiedFrom.PERCENT);
        SiteFinding state = only(TWENTY, site("a", "1000", "", "", "", "NOT_AFFECTED"));
        assertThat(state.state()).isEqualTo(SiteState.NOT_AFFECTED);
        assertThat(state.from()).isEqualTo(ClassifiedFrom.STATE);
    }

    @Test
    void a05_downCountsAsAffected_atEveryThreshold() {
        for (String threshold : List.of("0%", "20%", "500%")) {
            Exposure exposure = exposure(Threshold.parse(threshold), state("a", PublishedState.DOWN));
            assertThat(exposure.down()).isEqualTo(1);
            assertThat(exposure.affected()).isEqualTo(1);
        }
    }

    @Test
    void a06_notAffectedAtTwentyPercent_saysNothingAboutTen() {
        SiteSummary site = state("a", PublishedState.NOT_AFFECTED);
        assertThat(only(Threshold.parse("10%"), site).state()).isEqualTo(SiteState.NOT_MEASURABLE);
        assertThat(only(Threshold.parse("25%"), site).state()).isEqualTo(SiteState.NOT_AFFECTED);
        SiteSummary affected = state("b", PublishedState.AFFECTED);
        assertThat(only(Threshold.parse("10%"), affected).state()).isEqualTo(SiteState.AFFECTED);
        assertThat(only(Threshold.parse("25%"), affected).why())
                .contains("20 %")
                .contains("25 %");
    }

    @Test
    void a07_noAnswerAtAll_isDown() {
        SiteFinding finding = only(TWENTY, site("a", "1000", "", "0", "", ""));
        assertThat(finding.state()).isEqualTo(SiteState.DOWN);
        assertThat(finding.from()).isEqualTo(ClassifiedFrom.AVAILABILITY);
        assertThat(only(TWENTY, site("a", "1000", "1190", "0", "", "")).state()).isEqualTo(SiteState.DOWN);
    }

    @Test
    void a08_nothingKnown_isNotMeasurable_andLeavesTheDenominator() {
        Exposure exposure =
                exposure(TWENTY, times("a", "1", "2"), times("b", "1", "1"), site("c", "1", "", "", "", ""));
        assertThat(exposure.listed()).isEqualTo(3);
        assertThat(exposure.measurable()).isEqualTo(2);
        assertThat(exposure.share()).contains(new Share(0.5));
        assertThat(exposure.notMeasurable())
                .singleElement()
                .satisfies(site -> assertThat(site.why()).contains("neither times nor percent"));
    }

    @Test
    void a09_retailerWhoseRowWasRejected_isNamedWithTheReason() {
        Problem problem = Problem.row(
                Place.of("slowdowns.csv", 3).withColumn("before_ms"),
                "b",
                "-4",
                Reason.OUT_OF_RANGE,
                "must be positive");
        Exposure exposure = Exposure.estimate(
                Cases.evidence(
                        List.of(retailer("a", 1), retailer("b", 1)),
                        List.of(times("a", "1", "2")),
                        List.of(),
                        List.of(problem)),
                TWENTY);
        assertThat(exposure.measurable()).isEqualTo(1);
        assertThat(exposure.notMeasurable())
                .singleElement()
                .satisfies(site ->
                        assertThat(site.why()).contains("slowdowns.csv:3").contains("must be positive"));
    }

    @Test
    void a10_nobodyMeasurable_hasNoShare() {
        Exposure exposure = exposure(TWENTY, site("a", "", "", "", "", ""));
        assertThat(exposure.share()).isEqualTo(Optional.empty());
        assertThat(exposure.salesWeightedShare()).isEqualTo(Optional.empty());
    }

    @Test
    void a11_curveFalls_andHoldsTheMarkedThresholds() {
        Exposure exposure =
                exposure(Threshold.parse("33%"), times("a", "10", "12.2"), percent("b", "30"), times("c", "1", "9"));
        assertThat(exposure.at(TWENTY).orElseThrow().affected()).isEqualTo(3);
        assertThat(exposure.at(Threshold.parse("25%")).orElseThrow().affected()).isEqualTo(2);
        assertThat(exposure.at(Threshold.parse("33%")).orElseThrow().affected()).isEqualTo(1);
        int last = Integer.MAX_VALUE;
        for (ThresholdPoint point : exposure.curve()) {
            assertThat(point.affected()).isLessThanOrEqualTo(last);
            last = point.affected();
        }
    }

    @Test
    void a12_ranking_startsWithDown_thenTheSlowest() {
        Exposure exposure = exposure(
                TWENTY,
                times("a", "1", "2"),
                state("b", PublishedState.DOWN),
                percent("c", "353"),
                state("d", PublishedState.NOT_AFFECTED),
                times("e", "1", "1"));
        assertThat(exposure.ranking())
                .extracting(site -> site.retailer().id())
                .containsExactly("b", "c", "a", "e", "d");
    }

    @Test
    void a13_salesWeightedShare_weighsByWebSales() {
        Exposure exposure = Exposure.estimate(
                Cases.evidence(
                        List.of(retailer("a", 300), retailer("b", 100)),
                        List.of(times("a", "1", "2"), times("b", "1", "1")),
                        List.of()),
                TWENTY);
        assertThat(exposure.salesWeightedShare()).contains(new Share(0.75));
    }
}
