package org.ausfall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.Replacement;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.evidence.PublishedFigure;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.core.sensitivity.Bar;
import org.ausfall.core.sensitivity.Driver;
import org.ausfall.core.sensitivity.Effort;
import org.ausfall.core.sensitivity.Estimate;
import org.ausfall.core.sensitivity.Levels;
import org.ausfall.core.sensitivity.Measure;
import org.ausfall.core.sensitivity.PopulationSensitivity;
import org.ausfall.core.sensitivity.Sensitivity;
import org.ausfall.core.sensitivity.SobolIndex;
import org.ausfall.core.sensitivity.VarianceSplit;
import org.ausfall.report.chart.TornadoChart;
import org.ausfall.report.console.ConsoleSummary;
import org.ausfall.report.html.HtmlReport;
import org.ausfall.report.wording.DifferenceText;
import org.ausfall.report.wording.SensitivityText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moves the losses, what was replaced, and why published figures differ: in page, files and console alike. */
class SensitivityReportTest {
    private static final Driver XI = new Driver(Driver.Kind.BELIEF, Optional.of(BeliefName.XI), Optional.empty());
    private static final Driver PI =
            new Driver(Driver.Kind.BELIEF, Optional.of(BeliefName.PI_IN_BLAST_ZONE), Optional.empty());
    private static final Driver CHURN =
            new Driver(Driver.Kind.BELIEF, Optional.of(BeliefName.CHURN_C), Optional.empty());
    private static final Driver LUCK = new Driver(Driver.Kind.CHANCE_OF_ALL, Optional.empty(), Optional.empty());

    @TempDir
    private Path dir;

    private static Estimate share(double value, double halfWidth) {
        return new Estimate(value, value - halfWidth, value + halfWidth);
    }

    private static Findings explained() {
        Findings plain = LargeSample.findings();
        PopulationSensitivity listed = new PopulationSensitivity(
                "sp500",
                Measure.GROSS,
                new Levels(140e6, 210e6, 320e6),
                List.of(
                        new Bar(XI, new Levels(139e6, 205e6, 318e6), new Levels(141e6, 215e6, 322e6)),
                        new Bar(PI, new Levels(40e6, 90e6, 150e6), new Levels(300e6, 420e6, 700e6))),
                List.of(),
                new Levels(150e6, 200e6, 290e6),
                new VarianceSplit(share(.25, .04), share(.6, .04), share(.05, .02), share(.1, .02)),
                List.of(
                        new SobolIndex(PI, share(.2, .02), share(.3, .03)),
                        new SobolIndex(LUCK, share(.5, .2), share(.6, .2))));
        return new Findings(
                plain.settings(),
                plain.evidence(),
                plain.assumptions(),
                plain.exposure(),
                plain.losses(),
                Optional.of(new Sensitivity(Effort.SOBOL, 10_000, List.of(listed))));
    }

    @Test
    void page_showsTheTornado_theSplitAndWhatHasNotConverged() {
        String page = HtmlReport.render(explained());
        assertThat(page)
                .contains("S&amp;P 500, gross: most worth learning more about is who depends on the service "
                        + "(pi_in_blast_zone); held at either end it moves the median from 90 m to 420 m, and knowing it "
                        + "would take 20 % (18-22) off the variance.")
                .contains("25 % (21-29) comes from what is believed, 60 % (56-64) from luck that all companies share")
                .contains("luck alone, every belief at its median")
                .contains("Not converged, so not to be quoted (a 90 % interval wider than 10 points; use more draws): "
                        + "luck that all companies share.")
                .contains("aria-labelledby=\"tornado-1-title tornado-1-desc\"");
    }

    @Test
    void split_doesNotQuoteWhatHasNotConverged_norSharesOfNothing() {
        assertThat(SensitivityText.split(
                        new VarianceSplit(share(.25, .04), share(.6, .06), share(.05, .02), share(.1, .3))))
                .isEqualTo(
                        "Of the variance, 25 % (21-29) comes from what is believed, an unknown part (not converged) from "
                                + "luck that all companies share, 5 % (3-7) from luck that a sector shares, an unknown part (not "
                                + "converged) from the luck of single companies.");
        Estimate none = share(0, 0);
        assertThat(SensitivityText.split(new VarianceSplit(none, none, none, none)))
                .isEmpty();
    }

    @Test
    void worthLearning_isTheLargestSwing_whereTheLargestShareIsUnsure() {
        PopulationSensitivity listed =
                explained().sensitivity().orElseThrow().populations().get(0);
        PopulationSensitivity unsure = new PopulationSensitivity(
                listed.scope(),
                listed.measure(),
                listed.estimate(),
                listed.bars(),
                listed.scopeBars(),
                listed.chance(),
                listed.split(),
                List.of(
                        new SobolIndex(CHURN, share(.5, .2), share(.6, .2)),
                        new SobolIndex(XI, share(.2, .02), share(.3, .02))));
        assertThat(unsure.worthLearning()).contains(PI);
    }

    @Test
    void pageWithoutSensitivity_saysHowToGetIt() {
        assertThat(HtmlReport.render(LargeSample.findings()))
                .contains("Not computed for this report; --sensitivity tornado")
                .doesNotContain("tornado-1-title");
    }

    @Test
    void tornado_hasTheLargestSwingOnTop_andItsEndsInTheirPlaces() {
        PopulationSensitivity listed =
                explained().sensitivity().orElseThrow().populations().get(0);
        TornadoChart chart = TornadoChart.of(listed, "t", "S&P 500, gross");
        assertThat(chart.rows())
                .extracting(TornadoChart.Row::label)
                .first()
                .asString()
                .contains("pi_in_blast_zone");
        TornadoChart.Row top = chart.rows().get(0);
        double center = Double.parseDouble(chart.center());
        assertThat(Double.parseDouble(top.low().x())
                        + Double.parseDouble(top.low().width()))
                .isEqualTo(center);
        assertThat(Double.parseDouble(top.high().x())).isEqualTo(center);
        // Twice as far to the right as to the left: 210 to 420 against 210 to 90.
        assertThat(Double.parseDouble(top.high().width())
                        / Double.parseDouble(top.low().width()))
                .isBetween(1.74, 1.76);
        assertThat(top.leftLabel()).isEqualTo("90 m");
        assertThat(top.rightLabel()).isEqualTo("420 m");
    }

    @Test
    void files_holdEveryNumber() throws Exception {
        Path folder = ReportWriter.write(
                explained(), new RunRecord("1", Map.of(), 1, "17", Instant.EPOCH, Instant.EPOCH), dir);
        assertThat(Files.readString(folder.resolve("sensitivity.csv")))
                .startsWith("scope,measure,analysis,driver,end,value,p05,p95,unit,converged\n")
                .contains("sp500,gross,tornado,pi_in_blast_zone,high,420000000,300000000,700000000,USD,\n")
                .contains("sp500,gross,tornado,luck_alone,,200000000,150000000,290000000,USD,\n")
                .contains("sp500,gross,split,chance_of_all,,0.6,0.56,0.64,fraction,yes\n")
                .contains("sp500,gross,sobol_total,chance_of_all,,0.6,0.4,0.8,fraction,no\n");
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"worth_learning\" : \"pi_in_blast_zone\"");
        ReportWriter.write(
                LargeSample.findings(), new RunRecord("1", Map.of(), 1, "17", Instant.EPOCH, Instant.EPOCH), dir);
        assertThat(folder.resolve("sensitivity.csv")).doesNotExist();
    }

    @Test
    void console_saysWhatIsWorthLearning_andCountsTheFile() {
        assertThat(ConsoleSummary.render(explained(), "out", 200))
                .contains("S&P 500, gross: most worth learning more about is who depends on the service")
                .contains("(+ 5 CSV, report.json, run.json)");
    }

    @Test
    void replacedBelief_isNamedEverywhere() {
        Findings plain = LargeSample.findings();
        Assumptions before = plain.assumptions();
        SourcedBelief was = before.find(BeliefName.XI, "all").orElseThrow();
        SourcedBelief now = new SourcedBelief(
                was.name(), was.scope(), new Belief.Known(0.17), "factor", "derived", "three experiments", "");
        Assumptions after = new Assumptions(
                before.with(now).beliefs(),
                before.sectors(),
                before.profiles(),
                before.response(),
                List.of(new Replacement(was, now, "mine", "2")));
        Findings findings = new Findings(plain.settings(), plain.evidence(), after, plain.exposure(), plain.losses());
        assertThat(ConsoleSummary.render(findings, "out", 200))
                .contains("1 belief replaced: xi ")
                .contains(" by 0.17, set mine 2.");
        assertThat(HtmlReport.render(findings))
                .contains("Beliefs that were replaced")
                .contains("three experiments");
        assertThat(ConsoleSummary.render(plain, "out", 200)).doesNotContain("replaced");
    }

    @Test
    void difference_saysWhereThePublishedFigureLiesAndWhatItCounts() {
        Findings findings = LargeSample.findings();
        PopulationLoss listed = findings.losses().population("sp500");
        PublishedFigure figure = findings.evidence().published().stream()
                .filter(published -> published.scope().equals("sp500"))
                .findFirst()
                .orElseThrow();
        assertThat(figure.value())
                .isBetween(listed.gross().p05(), listed.gross().p95());
        assertThat(DifferenceText.paragraph(findings))
                .contains("no company that is not on the list")
                .contains("S&P 500: " + listed.companies()
                        + " companies estimated, gross 210 m, net 130 m; the 150 m modelled "
                        + "by Model Co lies inside the 90 % ranges of both; what it counts is not said.")
                .contains("lies above the 90 % ranges of both (wider population than the GICS sector).");
        assertThat(HtmlReport.render(findings)).contains("How to read the difference to the published figures.");
    }

    @Test
    void waterfall_comesDownFromGrossToNet() {
        assertThat(HtmlReport.render(LargeSample.findings()))
                .contains("S&amp;P 500: mean gross loss USD ")
                .contains(">came back later<");
    }
}
