package org.ausfall.core.exposure;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ausfall.core.evidence.RawMeasurements;
import org.ausfall.core.precision.PlaceboValue;
import org.ausfall.core.precision.PlaceboWindow;
import org.ausfall.core.precision.SiteEvidence;
import org.ausfall.core.quantity.Threshold;

/**
 * What only raw measurements tell of who was touched: how sure the count is, and what the same method says of normal days.
 *
 * @param sites the measurable sites, by id
 * @param counts the range of the count, whether or not it may be quoted
 * @param typicalError the standard error of a site's slowdown, as a ratio: the median over sites that were not down; empty where there
 *     are none
 * @param placebo what the method says of normal days
 * @param curve the range of the count at each threshold of the exposure's curve, in the same order
 * @param overTime the share over time, bin by bin
 */
public record MeasuredExposure(
        List<SiteCertainty> sites,
        CountRange counts,
        Optional<Double> typicalError,
        PlaceboCounts placebo,
        List<CountRange> curve,
        List<ShareAt> overTime) {
    /** Above this standard error of a slowdown, 5 points, noise lifts sites over the threshold and no range is quoted. */
    public static final double MOST_ERROR = 0.05;

    /** Copies the lists. */
    public MeasuredExposure {
        sites = List.copyOf(sites);
        curve = List.copyOf(curve);
        overTime = List.copyOf(overTime);
    }

    static MeasuredExposure of(RawMeasurements raw, Exposure plain) {
        double threshold = plain.threshold().ratio().doubleValue();
        List<SiteCertainty> sites = plain.sites().stream()
                .filter(site -> site.state() != SiteState.NOT_MEASURABLE)
                .filter(site -> raw.sites().containsKey(site.retailer().id()))
                .map(site ->
                        SiteCertainty.of(site, evidence(raw, site.retailer().id()), threshold, plain.profile()))
                .toList();
        List<SiteEvidence> all = plain.sites().stream()
                .flatMap(site ->
                        Optional.ofNullable(raw.sites().get(site.retailer().id())).stream())
                .toList();
        return new MeasuredExposure(
                sites,
                CountRange.of(sites.stream()
                        .mapToDouble(SiteCertainty::affectedProbability)
                        .toArray()),
                typicalError(sites),
                placebo(raw, sites, plain),
                plain.curve().stream()
                        .map(point -> range(sites, point.threshold(), plain.profile()))
                        .toList(),
                new SharesOverTime(all, raw.windows().event(), threshold).shares());
    }

    private static SiteEvidence evidence(RawMeasurements raw, String id) {
        return Optional.ofNullable(raw.sites().get(id)).orElseThrow();
    }

    private static Optional<Double> typicalError(List<SiteCertainty> sites) {
        double[] errors = sites.stream()
                .filter(SiteCertainty::isResampled)
                .mapToDouble(site -> site.evidence().replicates().standardError())
                .sorted()
                .toArray();
        return errors.length == 0
                ? Optional.empty()
                : Optional.of((errors[(errors.length - 1) / 2] + errors[errors.length / 2]) / 2);
    }

    private static CountRange range(List<SiteCertainty> sites, Threshold threshold, AffectedProfile profile) {
        double ratio = threshold.ratio().doubleValue();
        return CountRange.of(sites.stream()
                .mapToDouble(site -> SiteCertainty.probability(site.finding(), site.evidence(), ratio, profile))
                .toArray());
    }

    /** Over the sites that are measurable in the outage and no others, so that both counts speak of the same sites. */
    private static PlaceboCounts placebo(RawMeasurements raw, List<SiteCertainty> sites, Exposure plain) {
        return PlaceboCounts.of(
                PlaceboWindow.of(raw.windows().event()),
                sites.stream().map(site -> site.evidence().placebo()).toList(),
                plain.measurable(),
                value -> isAffected(value, plain));
    }

    private static boolean isAffected(PlaceboValue value, Exposure plain) {
        boolean slow = value.slowdown() >= (float) plain.threshold().ratio().doubleValue();
        boolean passes = plain.profile() == AffectedProfile.APICA_2017
                || (value.clear() && value.excessMs() >= AffectedProfile.STRICT_EXCESS_MS);
        return value.state() == PlaceboValue.State.DOWN || (slow && passes);
    }

    /** Whether the range may be quoted: the typical standard error is at most 5 points, and rests on enough samples at most sites. */
    public boolean isQuotable() {
        return typicalError.filter(error -> error > MOST_ERROR).isEmpty() && !isTooShort();
    }

    /** Whether at half of the sites that were not down, or more, so few durations were measured during the outage that luck shows too little. */
    public boolean isTooShort() {
        long resampled = sites.stream().filter(SiteCertainty::isResampled).count();
        return resampled > 0
                && 2 * sites.stream().filter(SiteCertainty::hasRange).count() <= resampled;
    }

    /** The range of the count, where it may be quoted. */
    public Optional<CountRange> range() {
        return isQuotable() ? Optional.of(counts) : Optional.empty();
    }

    /** The sites whose verdict luck could easily have turned, least sure first. */
    public List<SiteCertainty> borderline() {
        return sites.stream()
                .filter(SiteCertainty::isBorderline)
                .sorted(Comparator.comparingDouble(site -> Math.abs(site.affectedProbability() - 0.5)))
                .toList();
    }

    /** The measurable sites by the id of their retailer. */
    public Map<String, SiteCertainty> byRetailer() {
        return sites.stream()
                .collect(Collectors.toMap(site -> site.finding().retailer().id(), Function.identity()));
    }

    /** The affected sites in the order in which they came back; those that had not come back last. */
    public List<SiteCertainty> recoveryOrder() {
        return sites.stream()
                .filter(site -> site.finding().state().isAffected())
                .sorted(Comparator.comparing(
                                (SiteCertainty site) -> site.course().end().orElse(Instant.MAX))
                        .thenComparing(site -> site.finding().retailer().id()))
                .toList();
    }
}
