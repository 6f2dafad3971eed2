package org.ausfall.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.GroupShares;
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
 * @param groups the share by an attribute of the retailers; without rows where there is none
 * @param measured what only raw measurements tell
 */
public record TouchedSection(
        SlowdownChart chart,
        String n,
        HtmlTable ranking,
        HtmlTable notMeasurable,
        HtmlTable groups,
        Optional<MeasuredSection> measured) {
    private static final BigDecimal WHOLE_FROM_MS = new BigDecimal(100);

    static TouchedSection of(Findings findings) {
        Exposure exposure = findings.exposure();
        SlowdownChart chart = SlowdownChart.of(exposure, Headline.label(findings));
        return new TouchedSection(
                chart,
                n(exposure, chart),
                ranking(exposure),
                notMeasurable(exposure),
                groups(exposure),
                exposure.measured().map(measured -> MeasuredSection.of(findings, measured)));
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
        return site.summary()
                .flatMap(which)
                .map(ms -> ms.setScale(ms.compareTo(WHOLE_FROM_MS) < 0 ? 1 : 0, RoundingMode.HALF_EVEN))
                .map(SixDigits::exact)
                .orElse("");
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

    private static HtmlTable groups(Exposure exposure) {
        List<GroupShares.Group> groups =
                exposure.groups().map(GroupShares::groups).orElse(List.of());
        return HtmlTable.of(
                        "Share by " + exposure.groups().map(GroupShares::column).orElse(""), groups)
                .text("Group", group -> group.value().isEmpty() ? "(none given)" : group.value())
                .number("Affected", group -> group.affected() + "")
                .number("Measurable", group -> group.measurable() + "")
                .number("Listed", group -> group.listed() + "")
                .number(
                        "Share",
                        group -> group.share()
                                .map(share -> PercentText.share(share.fraction()))
                                .orElse("not known"))
                .build();
    }
}
