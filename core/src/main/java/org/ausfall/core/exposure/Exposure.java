package org.ausfall.core.exposure;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.RawMeasurements;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.quantity.Threshold;

/**
 * Who was touched: every retailer of the population with its state, and how the share depends on the threshold.
 *
 * @param profile the definition used
 * @param threshold the threshold used
 * @param sites every retailer, by id
 * @param curve the share at a ladder of thresholds that holds 20 %, 25 %, the published threshold and the one used
 */
public record Exposure(
        AffectedProfile profile, Threshold threshold, List<SiteFinding> sites, List<ThresholdPoint> curve) {
    private static final List<Integer> LADDER_PERCENT =
            IntStream.rangeClosed(0, 40).map(step -> step * 5).boxed().toList();

    /** Copies the lists. */
    public Exposure {
        sites = List.copyOf(sites);
        curve = List.copyOf(curve);
    }

    /**
     * Classifies every retailer of the evidence by the summaries in it, under the {@link AffectedProfile#APICA_2017} definition.
     *
     * @param threshold from which slowdown on a site counts as affected
     */
    public static Exposure estimate(Evidence evidence, Threshold threshold) {
        List<SiteFinding> sites = classify(evidence, threshold);
        List<ThresholdPoint> curve = ladder(threshold, evidence.event().publishedThreshold()).stream()
                .map(step -> point(step, classify(evidence, step)))
                .toList();
        return new Exposure(AffectedProfile.APICA_2017, threshold, sites, curve);
    }

    /** The same without the curve, for those who need the states alone. */
    public static Exposure withoutCurve(Evidence evidence, Threshold threshold) {
        return new Exposure(AffectedProfile.APICA_2017, threshold, classify(evidence, threshold), List.of());
    }

    private static List<Threshold> ladder(Threshold... extra) {
        TreeSet<Threshold> steps = new TreeSet<>(Comparator.comparing(Threshold::ratio));
        LADDER_PERCENT.forEach(percent -> steps.add(Threshold.ofPercent(BigDecimal.valueOf(percent))));
        steps.addAll(List.of(extra));
        return List.copyOf(steps);
    }

    private static ThresholdPoint point(Threshold threshold, List<SiteFinding> sites) {
        return new ThresholdPoint(
                threshold,
                count(sites, site -> site.state() != SiteState.NOT_MEASURABLE),
                count(sites, site -> site.state().isAffected()),
                count(sites, site -> site.state() != SiteState.NOT_MEASURABLE && site.reconstructed()));
    }

    private static List<SiteFinding> classify(Evidence evidence, Threshold threshold) {
        Map<String, SiteSummary> summaries =
                evidence.sites().stream().collect(Collectors.toMap(SiteSummary::retailerId, Function.identity()));
        Map<String, Problem> rejected = evidence.problems().stream()
                .filter(problem -> problem.effect() == Problem.Effect.ROW_REJECTED)
                .filter(problem -> !problem.rowKey().isEmpty())
                .collect(Collectors.toMap(Problem::rowKey, Function.identity(), (first, second) -> first));
        Threshold published = evidence.event().publishedThreshold();
        return evidence.retailers().stream()
                .map(retailer -> Optional.ofNullable(summaries.get(retailer.id()))
                        .map(summary -> evidence.raw()
                                .map(raw -> classify(retailer, summary, threshold, raw))
                                .orElseGet(() -> classify(retailer, summary, threshold, published)))
                        .orElseGet(() ->
                                unseen(retailer, Optional.ofNullable(rejected.get(retailer.id())), evidence.raw())))
                .toList();
    }

    private static SiteFinding unseen(Retailer retailer, Optional<Problem> rejected, Optional<RawMeasurements> raw) {
        String why = rejected.map(problem -> "its row was rejected: " + problem.place() + ": " + problem.detail())
                .orElse(raw.isPresent() ? "no site of the measurements is it" : "no row for it in the slowdowns");
        return new SiteFinding(
                retailer, Optional.empty(), SiteState.NOT_MEASURABLE, ClassifiedFrom.NOTHING, Optional.empty(), why);
    }

    /** A measured site is down, or classified from its times, or not measurable. */
    private static SiteFinding classify(
            Retailer retailer, SiteSummary summary, Threshold threshold, RawMeasurements raw) {
        Optional<Slowdown> slowdown = summary.measuredSlowdown();
        boolean down = summary.publishedState().isPresent();
        SiteState state = down
                ? SiteState.DOWN
                : slowdown.map(value -> value.reaches(threshold) ? SiteState.AFFECTED : SiteState.NOT_AFFECTED)
                        .orElse(SiteState.NOT_MEASURABLE);
        return new SiteFinding(
                retailer,
                Optional.of(summary),
                state,
                down
                        ? ClassifiedFrom.FAILURES
                        : slowdown.map(value -> ClassifiedFrom.TIMES).orElse(ClassifiedFrom.NOTHING),
                slowdown,
                raw.notMeasurable().getOrDefault(retailer.id(), ""));
    }

    /** A site that never answered is down; else it is classified from its times, else its percent, else its published state. */
    private static SiteFinding classify(
            Retailer retailer, SiteSummary summary, Threshold threshold, Threshold publishedThreshold) {
        Optional<Slowdown> measured = summary.measuredSlowdown();
        Optional<Slowdown> slowdown = measured.or(summary::publishedSlowdown);
        if (summary.availability().filter(share -> share.fraction() == 0).isPresent()) {
            return new SiteFinding(
                    retailer, Optional.of(summary), SiteState.DOWN, ClassifiedFrom.AVAILABILITY, slowdown, "");
        }
        if (slowdown.isPresent()) {
            SiteState state = slowdown.get().reaches(threshold) ? SiteState.AFFECTED : SiteState.NOT_AFFECTED;
            ClassifiedFrom from = measured.isPresent() ? ClassifiedFrom.TIMES : ClassifiedFrom.PERCENT;
            return new SiteFinding(retailer, Optional.of(summary), state, from, slowdown, "");
        }
        if (summary.publishedState().isPresent()) {
            return classify(retailer, summary, summary.publishedState().get(), threshold, publishedThreshold);
        }
        return new SiteFinding(
                retailer,
                Optional.of(summary),
                SiteState.NOT_MEASURABLE,
                ClassifiedFrom.NOTHING,
                Optional.empty(),
                "its row gives neither times nor percent nor state");
    }

    /** A published state speaks of its own threshold: "not affected at 20 %" says nothing about 10 %, but all about 25 %. */
    private static SiteFinding classify(
            Retailer retailer,
            SiteSummary summary,
            PublishedState said,
            Threshold threshold,
            Threshold publishedThreshold) {
        int order = threshold.ratio().compareTo(publishedThreshold.ratio());
        SiteState state = switch (said) {
            case DOWN -> SiteState.DOWN;
            case AFFECTED -> order <= 0 ? SiteState.AFFECTED : SiteState.NOT_MEASURABLE;
            case NOT_AFFECTED -> order >= 0 ? SiteState.NOT_AFFECTED : SiteState.NOT_MEASURABLE;
        };
        boolean known = state != SiteState.NOT_MEASURABLE;
        return new SiteFinding(
                retailer,
                Optional.of(summary),
                state,
                known ? ClassifiedFrom.STATE : ClassifiedFrom.NOTHING,
                Optional.empty(),
                known
                        ? ""
                        : "only its state at " + publishedThreshold.percent()
                                + " % was published, which does not tell it at " + threshold.percent() + " %");
    }

    /** How many retailers the population lists. */
    public int listed() {
        return sites.size();
    }

    /** How many of them could be classified: the denominator of the share. */
    public int measurable() {
        return count(sites, site -> site.state() != SiteState.NOT_MEASURABLE);
    }

    /** How many were affected, down ones included. */
    public int affected() {
        return count(sites, site -> site.state().isAffected());
    }

    /** How many were down. */
    public int down() {
        return count(sites, site -> site.state() == SiteState.DOWN);
    }

    /** How many of the measurable are reconstructed. */
    public int reconstructed() {
        return count(sites, site -> site.state() != SiteState.NOT_MEASURABLE && site.reconstructed());
    }

    /** Affected over measurable; empty where nothing is measurable. */
    public Optional<Share> share() {
        int measurable = measurable();
        return measurable == 0 ? Optional.empty() : Optional.of(Share.of(affected(), measurable));
    }

    /** The sites that are not measurable, each with its reason. */
    public List<SiteFinding> notMeasurable() {
        return sites.stream()
                .filter(site -> site.state() == SiteState.NOT_MEASURABLE)
                .toList();
    }

    /**
     * Web sales of the affected over web sales of all measurable retailers whose sales are known. Empty where none are, and where
     * some are reconstructed: which reconstructed retailer sells how much is not known, only what they sell together.
     */
    public Optional<Share> salesWeightedShare() {
        if (sites.stream().anyMatch(site -> site.retailer().provenance() == Provenance.RECONSTRUCTED)) {
            return Optional.empty();
        }
        double all = sales(site -> site.state() != SiteState.NOT_MEASURABLE);
        return all == 0
                ? Optional.empty()
                : Optional.of(new Share(sales(site -> site.state().isAffected()) / all));
    }

    /** The point of the curve at that threshold, if the ladder holds it. */
    public Optional<ThresholdPoint> at(Threshold wanted) {
        return curve.stream().filter(point -> point.threshold().equals(wanted)).findFirst();
    }

    /**
     * The sites from worst to best: down, then by slowdown, then affected without a figure, then the rest without one; ties by id.
     */
    public List<SiteFinding> ranking() {
        return sites.stream()
                .sorted(Comparator.comparingInt(Exposure::rank)
                        .thenComparing(
                                site -> -site.slowdown().map(Slowdown::ratio).orElse(0.0))
                        .thenComparing(site -> site.retailer().id()))
                .toList();
    }

    private static int rank(SiteFinding site) {
        return switch (site.state()) {
            case DOWN -> 0;
            case AFFECTED -> site.slowdown().isPresent() ? 1 : 2;
            case NOT_AFFECTED -> site.slowdown().isPresent() ? 3 : 4;
            case NOT_MEASURABLE -> 5;
        };
    }

    private double sales(Predicate<SiteFinding> which) {
        return sites.stream()
                .filter(which)
                .mapToDouble(site -> site.retailer().webSales().map(Money::usd).orElse(0.0))
                .sum();
    }

    private static int count(List<SiteFinding> sites, Predicate<SiteFinding> which) {
        return (int) sites.stream().filter(which).count();
    }
}
