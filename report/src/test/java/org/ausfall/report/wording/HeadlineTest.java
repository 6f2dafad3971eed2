package org.ausfall.report.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.report.SampleFindings.event;
import static org.ausfall.report.SampleFindings.retailer;
import static org.ausfall.report.SampleFindings.state;
import static org.ausfall.report.SampleFindings.times;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.loss.Losses;
import org.ausfall.report.LargeSample;
import org.ausfall.report.SampleFindings;
import org.junit.jupiter.api.Test;

class HeadlineTest {
    private static final String COST =
            "; estimated lost sales of the monitored online retailers USD 30 m (90 % range 20-45 m) before sales came back.";

    @Test
    void foundingSize_isOneSentence() {
        assertThat(Headline.sentence(LargeSample.findings()))
                .isEqualTo(
                        "54 of 100 online retailers were at least 20 % slower or down (3 down); estimated lost sales "
                                + "of the monitored online retailers USD 31 m (90 % range 20-47 m) before sales came back.");
    }

    @Test
    void noneAffected_isSingular() {
        assertThat(Headline.sentence(population(0, 3, 0, 0)))
                .isEqualTo("None of 3 online retailers was at least 20 % slower or down" + COST);
    }

    @Test
    void oneAffected_isSingular() {
        assertThat(Headline.sentence(population(1, 2, 0, 0)))
                .isEqualTo("1 of 3 online retailers was at least 20 % slower or down" + COST);
    }

    @Test
    void allAffected_isAll() {
        assertThat(Headline.sentence(population(2, 0, 1, 0)))
                .isEqualTo("All 3 online retailers were at least 20 % slower or down (1 down)" + COST);
    }

    @Test
    void onlyRetailerAffected_isNotAll() {
        assertThat(Headline.touched(population(1, 0, 0, 0)))
                .isEqualTo("1 of 1 online retailers was at least 20 % slower or down");
    }

    @Test
    void someNotMeasurable_isSaid() {
        assertThat(Headline.touched(population(2, 3, 1, 4)))
                .isEqualTo(
                        "3 of 6 measurable online retailers were at least 20 % slower or down (1 down; 4 of 10 not measurable)");
        assertThat(Headline.touched(population(2, 0, 0, 1)))
                .isEqualTo(
                        "All 2 measurable online retailers were at least 20 % slower or down (1 of 3 not measurable)");
    }

    @Test
    void noneMeasurable_isNotZero() {
        Findings findings = population(0, 0, 0, 5);
        assertThat(Headline.touched(findings))
                .isEqualTo("None of the 5 online retailers is measurable, so how many were touched is not known");
        assertThat(Headline.qualification(findings))
                .isEqualTo("Affected means slower by 20 % or more, or down (profile apica-2017).");
    }

    @Test
    void noneListed_isSaid() {
        assertThat(Headline.touched(population(0, 0, 0, 0)))
                .isEqualTo("No online retailers are listed, so nobody can be said to have been touched");
    }

    @Test
    void noEstimate_isSaid() {
        Findings none = SampleFindings.withLosses(population(1, 1, 0, 0), new Losses(List.of(), List.of(), List.of()));
        assertThat(Headline.sentence(none))
                .isEqualTo("1 of 2 online retailers was at least 20 % slower or down; what that cost could not be "
                        + "estimated.");
        Losses empty = new Losses(
                List.of(SampleFindings.population(SampleFindings.SCOPE, "Sample", 0, 5, 0, 0)), List.of(), List.of());
        assertThat(Headline.cost(SampleFindings.withLosses(none, empty)))
                .isEqualTo("what that cost could not be estimated");
    }

    @Test
    void qualification_saysDefinitionUnknownsAndReconstruction() {
        assertThat(Headline.qualification(LargeSample.findings()))
                .isEqualTo(
                        "Affected means slower by 20 % or more, or down (profile apica-2017). Only totals were published, "
                                + "so neither the range of this count nor the placebo (how many this method calls affected on a "
                                + "normal day) can be known. 85 of the 100 are reconstructed so that the published totals hold.");
        assertThat(Headline.qualification(population(1, 1, 0, 0)))
                .contains("Only one summary a site is at hand")
                .doesNotContain("reconstructed");
    }

    @Test
    void demonstration_saysSoInItsTitle() {
        assertThat(EventText.title(event("x", "Storm", true))).isEqualTo("Demonstration: Storm");
        assertThat(EventText.title(event("x", "A demonstration of storms", true)))
                .isEqualTo("A demonstration of storms");
        assertThat(EventText.title(event("x", "Storm", false))).isEqualTo("Storm");
    }

    @Test
    void window_isSaidInUtcAndInLocalTime() {
        assertThat(EventText.window(event("x", "Storm", false))).isEqualTo("2017-02-28 17:37-21:54 UTC");
        assertThat(EventText.localWindow(event("x", "Storm", false)))
                .isEqualTo("2017-02-28 09:37-13:54 America/Los_Angeles");
    }

    /** A population with so many sites of each kind. */
    private static Findings population(int slow, int fine, int down, int unknown) {
        List<Retailer> retailers = Stream.of(
                        ids("slow", slow), ids("fine", fine), ids("down", down), ids("none", unknown))
                .flatMap(List::stream)
                .map(id -> retailer(id, id, 1e9))
                .toList();
        List<SiteSummary> sites = Stream.of(
                        ids("slow", slow).stream().map(id -> times(id, "100", "120", Provenance.MEASURED)),
                        ids("fine", fine).stream().map(id -> times(id, "100", "119.9", Provenance.MEASURED)),
                        ids("down", down).stream().map(id -> state(id, PublishedState.DOWN)))
                .flatMap(stream -> stream)
                .toList();
        return SampleFindings.of(event("sample", "Sample", false), retailers, sites, List.of());
    }

    private static List<String> ids(String kind, int count) {
        return IntStream.range(0, count).mapToObj(i -> kind + "-" + i).toList();
    }
}
