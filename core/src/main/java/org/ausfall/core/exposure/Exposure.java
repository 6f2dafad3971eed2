package org.ausfall.core.exposure;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.Provenance;
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
 * @param groups the share by an attribute of the retailers, where there is one
 * @param measured what only raw measurements tell
 */
public record Exposure(
        AffectedProfile profile,
        Threshold threshold,
        List<SiteFinding> sites,
        List<ThresholdPoint> curve,
        Optional<GroupShares> groups,
        Optional<MeasuredExposure> measured) {
    private static final List<Integer> LADDER_PERCENT =
            IntStream.rangeClosed(0, 40).map(step -> step * 5).boxed().toList();

    /** Copies the lists. */
    public Exposure {
        sites = List.copyOf(sites);
        curve = List.copyOf(curve);
    }

    /**
     * Classifies every retailer of the evidence under the {@link AffectedProfile#APICA_2017} definition, without the range of the count.
     *
     * @param threshold from which slowdown on a site counts as affected
     */
    public static Exposure estimate(Evidence evidence, Threshold threshold) {
        return plain(evidence, threshold, AffectedProfile.APICA_2017);
    }

    /**
     * Classifies every retailer of the evidence, and works out what raw measurements say besides, if there are some.
     *
     * @param threshold from which slowdown on a site counts as affected
     * @param profile the definition; {@link AffectedProfile#STRICT} needs raw measurements
     * @param shareBy the attribute of retailers by which the share is given; empty for {@link GroupShares#usual}
     */
    public static Exposure estimate(
            Evidence evidence, Threshold threshold, AffectedProfile profile, Optional<String> shareBy) {
        Exposure plain = plain(evidence, threshold, profile);
        return new Exposure(
                profile,
                threshold,
                plain.sites,
                plain.curve,
                shareBy.or(() -> GroupShares.usual(evidence.retailers()))
                        .map(column -> GroupShares.of(column, plain.sites)),
                evidence.raw().map(raw -> MeasuredExposure.of(raw, plain)));
    }

    private static Exposure plain(Evidence evidence, Threshold threshold, AffectedProfile profile) {
        List<ThresholdPoint> curve = ladder(threshold, evidence.event().publishedThreshold()).stream()
                .map(step -> point(step, new Classification(evidence, step, profile).sites()))
                .toList();
        return states(evidence, threshold, profile, curve);
    }

    private static Exposure states(
            Evidence evidence, Threshold threshold, AffectedProfile profile, List<ThresholdPoint> curve) {
        List<SiteFinding> sites = new Classification(evidence, threshold, profile).sites();
        return new Exposure(profile, threshold, sites, curve, Optional.empty(), Optional.empty());
    }

    /** The same without the curve, for those who need the states alone. */
    public static Exposure withoutCurve(Evidence evidence, Threshold threshold) {
        return states(evidence, threshold, AffectedProfile.APICA_2017, List.of());
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
                .sorted(Comparator.comparing(Exposure::rank)
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
