package org.ausfall.report.html;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.exposure.CountRange;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.MeasuredExposure;
import org.ausfall.core.exposure.ThresholdPoint;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.report.chart.ThresholdChart;
import org.ausfall.report.wording.PercentText;

/**
 * How the affected share depends on the threshold.
 *
 * @param chart the curve
 * @param warning which of it is reconstructed; empty where nothing is
 * @param n what it rests on
 * @param table its main points
 */
public record CurveSection(ThresholdChart chart, String warning, String n, HtmlTable table) {
    private static final Set<Integer> SHOWN_PERCENT = Set.of(0, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200);

    static CurveSection of(Findings findings) {
        Exposure exposure = findings.exposure();
        Threshold published = findings.evidence().event().publishedThreshold();
        return new CurveSection(
                ThresholdChart.of(exposure),
                warning(exposure, published),
                "n = " + exposure.measurable() + " measurable sites at the threshold used, " + exposure.reconstructed()
                        + " reconstructed",
                table(exposure, published));
    }

    private static String warning(Exposure exposure, Threshold published) {
        return exposure.reconstructed() == 0
                ? ""
                : "Only a total at " + published.percent()
                        + " % was published. Every other point of this curve is reconstructed.";
    }

    private static HtmlTable table(Exposure exposure, Threshold published) {
        List<ThresholdPoint> shown = exposure.curve().stream()
                .filter(point -> isShown(point, exposure.threshold()))
                .toList();
        HtmlTable.Builder<ThresholdPoint> table = HtmlTable.of("Affected share by threshold", shown)
                .text("Threshold", point -> PercentText.of(point.threshold()))
                .number("Affected", point -> point.affected() + "");
        exposure.measured()
                .filter(MeasuredExposure::isQuotable)
                .ifPresent(measured -> table.number("P5-P95", point -> range(exposure, measured, point)));
        return table.number("Measurable", point -> point.measurable() + "")
                .number("Share", CurveSection::share)
                .number("Of them reconstructed", point -> point.reconstructed() + "")
                .marked("Basis", point -> atPublished(point, published), point -> mark(point, published))
                .build();
    }

    private static String range(Exposure exposure, MeasuredExposure measured, ThresholdPoint point) {
        CountRange range = measured.curve().get(exposure.curve().indexOf(point));
        return range.p05() + "-" + range.p95();
    }

    private static boolean isShown(ThresholdPoint point, Threshold used) {
        return point.threshold().equals(used)
                || SHOWN_PERCENT.stream()
                        .map(percent -> Threshold.ofPercent(BigDecimal.valueOf(percent)))
                        .anyMatch(point.threshold()::equals);
    }

    private static String share(ThresholdPoint point) {
        return point.share().map(share -> PercentText.share(share.fraction())).orElse("not known");
    }

    private static String atPublished(ThresholdPoint point, Threshold published) {
        return point.threshold().equals(published) && point.reconstructed() > 0
                ? "threshold of the published total"
                : "";
    }

    private static String mark(ThresholdPoint point, Threshold published) {
        return point.reconstructed() > 0 && !point.threshold().equals(published) ? "reconstructed" : "";
    }
}
