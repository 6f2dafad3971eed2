package org.ausfall.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ausfall.core.analysis.Findings;
import org.ausfall.report.Json;
import org.ausfall.report.LargeSample;
import org.ausfall.report.SampleFindings;
import org.ausfall.report.html.HtmlReport;
import org.ausfall.report.wording.MoneyText;
import org.ausfall.report.wording.PercentText;
import org.ausfall.report.wording.SixDigits;
import org.junit.jupiter.api.Test;

class FindingsJsonTest {
    @Test
    void numbers_haveSixDigitsAndTimesAllOfThem() {
        String json = FindingsJson.render(SampleFindings.small());
        assertThat(json)
                .contains("\"p50\" : 123457000,")
                .contains("\"during_ms\" : 12.12,")
                .contains("\"slowdown\" : 11.6495,")
                .contains("\"seed\" : 42")
                .endsWith("}\n")
                .doesNotContain("\r")
                .doesNotContain("E+");
    }

    @Test
    void order_isFixed() {
        assertThat(Json.object(FindingsJson.render(SampleFindings.small())).keySet())
                .containsExactly(
                        "event",
                        "settings",
                        "exposure",
                        "populations",
                        "companies",
                        "not_estimated",
                        "published",
                        "assumptions",
                        "replaced",
                        "sectors",
                        "profiles",
                        "response",
                        "inputs",
                        "problems");
    }

    @Test
    void counts_areThoseOfTheFindings() {
        Map<String, Object> exposure =
                Json.object(Json.object(FindingsJson.render(SampleFindings.small())), "exposure");
        assertThat(exposure)
                .containsEntry("listed", 6.0)
                .containsEntry("measurable", 5.0)
                .containsEntry("affected", 3.0)
                .containsEntry("down", 1.0)
                .containsEntry("reconstructed", 1.0)
                .containsEntry("affected_share", 0.6);
        assertThat(Json.objects(exposure, "sites")).hasSize(6);
        assertThat(Json.objects(exposure, "curve")).hasSize(41);
    }

    @Test
    void everyNumberInTheProse_isInTheJson() {
        for (Findings findings : List.of(SampleFindings.small(), LargeSample.findings())) {
            String html = HtmlReport.render(findings);
            Map<String, Object> json = Json.object(FindingsJson.render(findings));
            Map<String, Object> exposure = Json.object(json, "exposure");
            assertThat(html)
                    .contains(SixDigits.format(Json.number(exposure, "affected")) + " of "
                            + SixDigits.format(Json.number(exposure, "measurable")))
                    .contains(PercentText.share(Json.number(exposure, "affected_share")) + " of them");
            findings.exposure()
                    .salesWeightedShare()
                    .ifPresent(share -> assertThat(html)
                            .contains(PercentText.share(Json.number(exposure, "sales_weighted_share"))));
            for (Map<String, Object> population : Json.objects(json, "populations")) {
                assertLossIn(html, Json.object(population, "gross"));
                assertLossIn(html, Json.object(population, "net"));
                assertThat(html).contains(MoneyText.of(Json.number(population, "flat8760_usd")));
            }
            for (Map<String, Object> figure : Json.objects(json, "published")) {
                if (Json.text(figure, "unit").equals("USD")) {
                    assertThat(html)
                            .contains(MoneyText.of(Json.number(figure, "value")) + " modelled by "
                                    + Json.text(figure, "who"));
                }
            }
            for (Map<String, Object> belief : Json.objects(json, "assumptions")) {
                assertThat(html).contains(">" + SixDigits.format(Json.number(belief, "p50")) + "</td>");
            }
        }
    }

    private static void assertLossIn(String html, Map<String, Object> loss) {
        assertThat(html)
                .contains(">" + MoneyText.bare(Json.number(loss, "p50")) + "</td>")
                .contains(">" + MoneyText.range(Json.number(loss, "p05"), Json.number(loss, "p95")) + "</td>");
    }
}
