package org.ausfall.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.loss.Losses;
import org.ausfall.report.LargeSample;
import org.ausfall.report.SampleFindings;
import org.ausfall.report.html.HtmlReport;
import org.ausfall.report.wording.Headline;
import org.junit.jupiter.api.Test;

class ConsoleSummaryTest {
    @Test
    void findings_fitOnATerminal() {
        assertThat(ConsoleSummary.render(LargeSample.findings(), "out/large-sample", 100))
                .isEqualTo("""
                        Demonstration: Made-up outage in a made-up region, 2017-02-28 17:37-21:54 UTC (given by the
                        provider)

                        54 of 100 online retailers were at least 20 % slower or down (3 down).
                        Only totals were published, so neither the range of this count nor the placebo (how many this method
                        calls affected on a normal day) can be known.

                        lost sales, USD           gross P50  90 % range  net P50  90 % range  published
                        Top-100 online retailers       31 m     20-47 m     19 m     12-28 m  -
                        S&P 500                       210 m   140-320 m    130 m    83-190 m  150 m modelled by Model Co
                        Financial services             22 m     15-33 m     13 m    8.7-20 m  160 m modelled by Model Co *
                        * Financial services: wider population than the GICS sector

                        85 of 100 online retailers are reconstructed: only totals were published. 0 rows rejected.
                        Report: out/large-sample/report.html  (+ 4 CSV, report.json, run.json)
                        """);
    }

    @Test
    void narrowTerminal_breaksLinesButNotTheFolder() {
        String text = ConsoleSummary.render(LargeSample.findings(), "out/" + "x".repeat(90), 80);
        assertThat(text.lines().filter(line -> !line.startsWith("Report: "))).allMatch(line -> line.length() <= 80);
        assertThat(text)
                .contains("x".repeat(90) + "/report.html")
                .contains("\n  published: 150 m modelled by Model Co\n");
    }

    @Test
    void words_areThoseOfTheReport() {
        Findings findings = SampleFindings.small();
        assertThat(HtmlReport.render(findings)).contains(Headline.touched(findings));
        assertThat(ConsoleSummary.render(findings, "out", 200)).contains(Headline.touched(findings));
    }

    @Test
    void hostileNames_cannotMoveTheCursor() {
        Findings findings = SampleFindings.of(
                SampleFindings.event("sample", "A\u001b[2J\u202eB\nC\u0007", false), List.of(), List.of(), List.of());
        assertThat(ConsoleSummary.render(findings, "out", 100))
                .startsWith("A [2J B C , 2017")
                .doesNotContain("\u001b", "\u202e", "\u0007");
    }

    @Test
    void nothingEstimated_isSaid() {
        Findings findings =
                SampleFindings.withLosses(SampleFindings.small(), new Losses(List.of(), List.of(), List.of()));
        assertThat(ConsoleSummary.render(findings, "out", 100))
                .contains("No loss could be estimated.\n")
                .contains("1 of 5 online retailers is reconstructed: only totals were published. 1 row rejected.\n");
    }
}
