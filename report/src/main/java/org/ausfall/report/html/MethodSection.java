package org.ausfall.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.evidence.OutageEvent;
import org.ausfall.core.evidence.RawMeasurements;
import org.ausfall.core.evidence.RecoveryCurve;
import org.ausfall.core.loss.LossDistribution;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.core.measurement.LocationMeasurement;
import org.ausfall.report.wording.EventText;
import org.ausfall.report.wording.Headline;
import org.ausfall.report.wording.MoneyText;
import org.ausfall.report.wording.PercentText;
import org.ausfall.report.wording.SixDigits;

/**
 * The method in short.
 *
 * @param entries terms and what they mean
 * @param errors how far another seed would move the quantiles
 */
public record MethodSection(List<Entry> entries, HtmlTable errors) {
    /**
     * A term.
     *
     * @param term what is explained
     * @param formula its formula; may be empty
     * @param text its explanation
     */
    public record Entry(String term, String formula, String text) {}

    private static final Entry SURE = new Entry(
            "Range of the count",
            "p = share of replicates in which a site is affected; count: Poisson-binomial over all p",
            "The probes of each site are drawn anew 400 times, in moving blocks of time that are the same at all its locations. No "
                    + "range is quoted where the typical standard error of a slowdown is above 5 points.");

    private static final Entry NORMAL = new Entry(
            "Normal days",
            "",
            "Every window of the days before that is as long as the outage, without overlaps, is treated as if it had been the "
                    + "outage. What the outage explains is the count less the median of theirs.");

    /** Copies the list. */
    public MethodSection {
        entries = List.copyOf(entries);
    }

    static MethodSection of(Findings findings) {
        return new MethodSection(
                Stream.concat(exposure(findings).stream(), loss(findings).stream())
                        .toList(),
                errors(findings));
    }

    private static List<Entry> exposure(Findings findings) {
        OutageEvent event = findings.evidence().event();
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry(
                        "Window",
                        "",
                        EventText.window(event) + " (" + EventText.localWindow(event) + "), given by "
                                + event.windowGivenBy() + "; "
                                + SixDigits.format(event.window().hours()) + " hours."),
                new Entry(
                        "Recovery of the provider",
                        "",
                        "Share missing, linear in between. Reading: " + recovery(event.reads()) + ". Writing: "
                                + recovery(event.writes()) + "."),
                new Entry(
                        "Slowdown",
                        "s = (during \u2212 before) / before, factor = 1 + s",
                        "Compared with the threshold in decimal."),
                new Entry(
                        "Affected",
                        "",
                        Headline.definition(findings.exposure()) + "; threshold "
                                + PercentText.of(findings.exposure().threshold()) + "."),
                new Entry(
                        "Classified from",
                        "",
                        "A site's times, else its published percent, else its published state, else an availability of "
                                + "zero. A published state speaks of its own threshold ("
                                + event.publishedThreshold().percent() + " %)."),
                new Entry("Not measurable", "", "Left out of the denominator, named, never counted as unaffected.")));
        findings.evidence().raw().ifPresent(raw -> {
            entries.add(measured(raw));
            entries.add(SURE);
            entries.add(NORMAL);
        });
        return entries;
    }

    private static Entry measured(RawMeasurements raw) {
        String levels = raw.baselineLevels().entrySet().stream()
                .map(level -> level.getKey() + " (" + level.getValue() + ")")
                .collect(Collectors.joining(", "));
        return new Entry(
                "From raw measurements",
                "s of a site = median over its locations of (median during \u2212 median before) / median before",
                "Medians are exact (definition R-7), over successful measurements, location by location; the times shown are "
                        + "those of the location in the middle. A location is down after "
                        + "3 failures in a row until 3 successes; a site is down when at least half of its locations are at the "
                        + "same time (two if there are two), and down beats the rest. Measurable: at least "
                        + LocationMeasurement.FEWEST_BASELINE + " measurements before and "
                        + LocationMeasurement.FEWEST_EVENT
                        + " during at one location or more. Pairs of site and location by what they were compared with: "
                        + (levels.isEmpty() ? "none" : levels) + ".");
    }

    private static String recovery(RecoveryCurve curve) {
        return curve.knots().stream()
                .map(knot -> PercentText.share(knot.missing()) + " at " + EventText.minute(knot.at()))
                .collect(Collectors.joining(", "));
    }

    private static List<Entry> loss(Findings findings) {
        ResponseCurves response = findings.assumptions().response();
        return List.of(
                new Entry(
                        "Revenue at risk",
                        "E(t) = R \u00b7 q \u00b7 \u03a3z w(z) h(hour of week of t in z)",
                        "Annual revenue R spread over hours and weekdays by a demand profile h, with season index q and "
                                + "shares w of demand by time zone."),
                new Entry(
                        "Loss of a monitored site",
                        "l = max(0, 1 \u2212 (A1/A0) \u00b7 C(T1)/C(T0))",
                        "From load times T and availability A before (0) and during (1). C is either the conversion curve "
                                + "exp(\u2212\u03be a max(0, T \u2212 optimum)^k) by device or the survival of waiting visitors "
                                + "exp(\u2212(T/scale)^shape) with shape "
                                + SixDigits.format(response.abandonmentShape()) + " and scale "
                                + SixDigits.format(response.abandonmentScaleS())
                                + " s; each draw uses one of them. A site that was down loses everything until the provider recovers."),
                new Entry(
                        "Loss of a company without probes",
                        "l(t) = D \u00b7 \u03b3 \u00b7 (1 \u2212 relief) \u00b7 g(t)",
                        "D says whether it depends on the failed service, \u03b3 which share of its revenue needs it, relief "
                                + "what redundancy avoids, g the provider's recovery followed by the company's own lag."),
                new Entry("Gross loss", "G = \u03a3t E(t) l(t)", "Before any sales come back."),
                new Entry(
                        "Net loss",
                        "N = G (1 \u2212 \u03ba), \u03ba = r 2^(\u2212D/H) \u2212 c (1 \u2212 2^(\u2212D/Hc))",
                        "After recapture: r comes back after a short interruption, less the longer it lasts (D hours, "
                                + "halving H); c is lost again through churn."),
                new Entry(
                        "flat8760",
                        "annual revenue / 8760 \u00b7 hours",
                        "The naive figure for comparison: every company loses everything for the whole window."),
                new Entry(
                        "Draws",
                        "",
                        SixDigits.format(findings.settings().draws()) + " simulated outcomes, seed "
                                + findings.settings().seed().value()
                                + ". Companies are summed inside each draw; then quantiles are taken (definition R-7). "
                                + "Companies share beliefs and luck, so quantiles of populations cannot be added."));
    }

    private static HtmlTable errors(Findings findings) {
        List<PopulationLoss> populations = findings.losses().populations().stream()
                .filter(population -> !population.isSector())
                .toList();
        return HtmlTable.of("Monte Carlo standard errors of the gross loss", populations)
                .text("Population", PopulationLoss::label)
                .number(
                        "P5",
                        population -> withError(
                                population.gross().p05(), population.gross().errorP05()))
                .number(
                        "Median",
                        population -> withError(
                                population.gross().p50(), population.gross().errorP50()))
                .number(
                        "P95",
                        population -> withError(
                                population.gross().p95(), population.gross().errorP95()))
                .number("Mean of the worst 5 %", population -> worst(population.gross()))
                .build();
    }

    private static String withError(double quantile, double error) {
        return MoneyText.of(quantile) + " \u00b1 " + MoneyText.bare(error);
    }

    private static String worst(LossDistribution loss) {
        return MoneyText.of(loss.tvar95());
    }
}
