package org.ausfall.report.html;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.SiteFinding;
import org.ausfall.core.exposure.SiteState;
import org.ausfall.report.chart.SlowdownChart;
import org.ausfall.report.wording.Headline;
import org.ausfall.report.wording.PercentText;
import org.ausfall.report.wording.SixDigits;

/**
 * Who was touched.
 *
 * @param chart the slowdown of every site
 * @param n what the chart rests on
 * @param ranking every measurable site
 * @param notMeasurable the others with the reason
 */
public record TouchedSection(SlowdownChart chart, String n, HtmlTable ranking, HtmlTable notMeasurable) {
    static TouchedSection of(Findings findings) {
        Exposure exposure = findings.exposure();
        SlowdownChart chart = SlowdownChart.of(exposure, Headline.label(findings));
        return new TouchedSection(chart, n(exposure, chart), ranking(exposure), notMeasurable(exposure));
    }

    private static String n(Exposure exposure, SlowdownChart chart) {
        return "n = " + exposure.measurable() + " measurable sites: "
                + chart.dots().size() + " with a figure, "
                + exposure.down() + " down, " + chart.notDrawn()
                + " known by state alone and not drawn; " + exposure.reconstructed() + " reconstructed";
    }

    private static HtmlTable ranking(Exposure exposure) {
        List<SiteFinding> measurable = exposure.ranking().stream()
                .filter(site -> site.state() != SiteState.NOT_MEASURABLE)
                .toList();
        return HtmlTable.of("Slowdown ranking, hardest hit first", measurable)
                .text("Retailer", site -> site.retailer().name())
                .text("State", TouchedSection::state)
                .number("Before, ms", site -> milliseconds(site, SiteSummary::beforeMs))
                .number("During, ms", site -> milliseconds(site, SiteSummary::duringMs))
                .number(
                        "Slowdown",
                        site -> site.slowdown().map(PercentText::percent).orElse(""))
                .number(
                        "Factor",
                        site -> site.slowdown().map(PercentText::factor).orElse(""))
                .number("Availability", TouchedSection::availability)
                .text("Classified from", site -> site.from().code())
                .marked(
                        "Provenance",
                        site -> site.reconstructed() ? "" : site.provenance().code(),
                        site -> site.reconstructed() ? site.provenance().code() : "")
                .build();
    }

    private static String milliseconds(SiteFinding site, Function<SiteSummary, Optional<BigDecimal>> which) {
        return site.summary().flatMap(which).map(SixDigits::exact).orElse("");
    }

    private static String state(SiteFinding site) {
        return site.state().code().replace('_', ' ');
    }

    private static String availability(SiteFinding site) {
        return site.summary()
                .flatMap(SiteSummary::availability)
                .map(share -> PercentText.share(share.fraction()))
                .orElse("");
    }

    private static HtmlTable notMeasurable(Exposure exposure) {
        return HtmlTable.of("Not measurable, never counted as unaffected", exposure.notMeasurable())
                .text("Retailer", site -> site.retailer().name())
                .prose("Reason", SiteFinding::why)
                .build();
    }
}
