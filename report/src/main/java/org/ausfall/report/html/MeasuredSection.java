package org.ausfall.report.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.MeasuredExposure;
import org.ausfall.core.exposure.PlaceboCounts;
import org.ausfall.core.exposure.SiteCertainty;
import org.ausfall.core.precision.Shift;
import org.ausfall.core.precision.Slowness;
import org.ausfall.report.chart.ShareChart;
import org.ausfall.report.wording.Counted;
import org.ausfall.report.wording.DetectionText;
import org.ausfall.report.wording.MeasuredText;
import org.ausfall.report.wording.PercentText;
import org.ausfall.report.wording.SixDigits;

/**
 * What only raw measurements tell of who was touched.
 *
 * @param sentences what to say of it
 * @param certainty borderline sites, if there are some
 * @param chart the share over time, if anything was measured
 * @param chartN what it rests on
 * @param overTime how the affected sites went through the outage, in the order in which they came back
 * @param sites every measurable site by several measures
 * @param placebo the same method on normal days
 */
public record MeasuredSection(
        List<String> sentences,
        List<HtmlTable> certainty,
        Optional<ShareChart> chart,
        String chartN,
        List<HtmlTable> overTime,
        HtmlTable sites,
        HtmlTable placebo) {
    /** Copies the lists. */
    public MeasuredSection {
        sentences = List.copyOf(sentences);
        certainty = List.copyOf(certainty);
        overTime = List.copyOf(overTime);
    }

    static MeasuredSection of(Findings findings, MeasuredExposure measured) {
        Exposure exposure = findings.exposure();
        return new MeasuredSection(
                sentences(findings, measured),
                measured.borderline().isEmpty() ? List.of() : List.of(borderline(measured)),
                measured.overTime().isEmpty()
                        ? Optional.empty()
                        : Optional.of(ShareChart.of(
                                measured.overTime(),
                                findings.evidence().event().window(),
                                exposure.threshold().percent())),
                "n = " + exposure.measurable() + " measurable sites",
                measured.recoveryOrder().isEmpty() ? List.of() : List.of(courses(measured)),
                sites(measured),
                placebo(measured.placebo()));
    }

    private static List<String> sentences(Findings findings, MeasuredExposure measured) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                measured.isQuotable()
                        ? "Had every probe been taken anew, the count would have come out between "
                                + measured.counts().p05() + " and "
                                + measured.counts().p95()
                                + " nine times out of ten (median "
                                + measured.counts().p50() + ")"
                                + measured.typicalError()
                                        .map(error -> "; the typical standard error of a site's slowdown is "
                                                + MeasuredText.points(error))
                                        .orElse("")
                                + "."
                        : MeasuredText.noise(measured));
        sentences.add(MeasuredText.placebo(findings.exposure(), measured.placebo()));
        sentences.add(MeasuredText.disagreement(measured));
        int outages = findings.evidence().raw().map(raw -> raw.outages().size()).orElse(0);
        sentences.add(
                outages == 0
                        ? ""
                        : Counted.of(outages, "window of the baselines was", "windows of the baselines were")
                                + " left out for all sites, because many were slow or down in "
                                + Counted.word(outages, "it", "them") + ".");
        findings.evidence()
                .raw()
                .ifPresent(raw -> sentences.add(new DetectionText(raw.detection())
                        .beside(findings.evidence().event().window())));
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).toList();
    }

    private static HtmlTable borderline(MeasuredExposure measured) {
        return HtmlTable.of("Borderline sites: luck could have turned the verdict", measured.borderline())
                .text("Retailer", MeasuredSection::name)
                .text("State", site -> site.finding().state().code().replace('_', ' '))
                .number("P(affected)", site -> PercentText.share(site.affectedProbability()))
                .number("Slowdown", site -> change(site, Slowness::median))
                .number("90 % range", MeasuredSection::range)
                .build();
    }

    private static HtmlTable courses(MeasuredExposure measured) {
        return HtmlTable.of("Affected sites in the order in which they came back, UTC", measured.recoveryOrder())
                .text("Retailer", MeasuredSection::name)
                .text("Over the threshold from", site -> time(site.course().start()))
                .text(
                        "Back",
                        site -> site.course().start().isEmpty()
                                ? ""
                                : back(site.course().end()))
                .text(
                        "Worst half hour from",
                        site -> time(site.evidence().worst().map(worst -> worst.start())))
                .number(
                        "Percent-minutes",
                        site -> SixDigits.threeDigits(site.course().percentMinutes()))
                .number(
                        "Minutes down",
                        site -> SixDigits.format(Math.rint(site.course().downMinutes())))
                .build();
    }

    private static String back(Optional<Instant> end) {
        return end.isPresent() ? time(end) : "not while measured";
    }

    private static HtmlTable sites(MeasuredExposure measured) {
        return HtmlTable.of("Measured slowdown of every measurable site", measured.sites())
                .text("Retailer", MeasuredSection::name)
                .number("Median", site -> change(site, Slowness::median))
                .number("90 % range", MeasuredSection::range)
                .number("P(affected)", site -> PercentText.share(site.affectedProbability()))
                .number("Mean", site -> change(site, Slowness::mean))
                .number("95th percentile", site -> change(site, Slowness::p95))
                .number(
                        "Worst half hour",
                        site -> site.evidence()
                                .worst()
                                .map(worst -> PercentText.change(worst.slowdown()))
                                .orElse(""))
                .number(
                        "Excess, ms",
                        site -> site.evidence()
                                .slowness()
                                .map(slowness -> SixDigits.format(Math.rint(slowness.excessMs())))
                                .orElse(""))
                .number(
                        "Shift (90 %)",
                        site -> site.evidence()
                                .shift()
                                .map(MeasuredSection::shift)
                                .orElse(""))
                .number(
                        "p",
                        site -> site.evidence()
                                .shift()
                                .map(shift -> p(shift.p()))
                                .orElse(""))
                .prose("Compared with", MeasuredSection::level)
                .build();
    }

    private static String shift(Shift shift) {
        return PercentText.change(shift.estimate()) + " (" + PercentText.change(shift.lower()) + " to "
                + PercentText.change(shift.upper()) + ")";
    }

    private static String p(double p) {
        return p < 0.001 ? "<0.001" : SixDigits.format(Math.rint(p * 1000) / 1000);
    }

    /** The baseline its locations were compared with, and how many of its windows were left out. */
    private static String level(SiteCertainty site) {
        String level = site.evidence().baselineLevel();
        int out = site.evidence().slotsLeftOut();
        return out == 0 ? level : level + "; " + Counted.of(out, "window", "windows") + " left out";
    }

    private static HtmlTable placebo(PlaceboCounts placebo) {
        return HtmlTable.of("The same method on windows of normal days, latest first", placebo.windows())
                .text("Start, UTC", count -> count.window().window().start().toString())
                .number("Affected", count -> count.affected() + "")
                .number("Measurable", count -> count.measurable() + "")
                .text(
                        "Same",
                        count -> count.window().sameWeekday()
                                ? "weekday and hours"
                                : count.window().sameHours() ? "hours" : "")
                .build();
    }

    private static String name(SiteCertainty site) {
        return site.finding().retailer().name();
    }

    private static String change(SiteCertainty site, ToDoubleFunction<Slowness> which) {
        return site.evidence()
                .slowness()
                .map(slowness -> PercentText.change(which.applyAsDouble(slowness)))
                .orElse("");
    }

    private static String range(SiteCertainty site) {
        return site.hasRange()
                ? PercentText.change(site.evidence().replicates().quantile(0.05)) + " to "
                        + PercentText.change(site.evidence().replicates().quantile(0.95))
                : "";
    }

    private static String time(Optional<Instant> moment) {
        return moment.map(at ->
                        at.toString().replace("T", " ").replace(":00Z", "").replace("Z", ""))
                .orElse("");
    }
}
