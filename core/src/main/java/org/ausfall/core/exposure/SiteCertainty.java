package org.ausfall.core.exposure;

import org.ausfall.core.precision.SiteEvidence;

/**
 * How sure the verdict on a measurable site is.
 *
 * @param finding the verdict
 * @param evidence what its samples say
 * @param affectedProbability the share of replicates in which it is affected; 1 where it was down
 * @param course how it went through the outage
 */
public record SiteCertainty(SiteFinding finding, SiteEvidence evidence, double affectedProbability, Course course) {
    /** The fewest successful samples during the outage, at one location, from which on a range is given. */
    public static final int FEWEST_DURATIONS = 8;

    private static final double SURE = 0.9;

    static SiteCertainty of(SiteFinding finding, SiteEvidence evidence, double threshold, AffectedProfile profile) {
        return new SiteCertainty(
                finding, evidence, probability(finding, evidence, threshold, profile), Course.of(evidence, threshold));
    }

    /** The probability that the site is affected at some threshold. */
    static double probability(SiteFinding finding, SiteEvidence evidence, double threshold, AffectedProfile profile) {
        if (finding.state() == SiteState.DOWN) {
            return 1;
        }
        return switch (profile) {
            case APICA_2017 -> evidence.replicates().share(threshold, Double.NEGATIVE_INFINITY);
            // Whether the shift is clear of zero is taken as it was found: the interval already speaks of luck.
            case STRICT ->
                evidence.shift().filter(shift -> shift.lower() > 0).isPresent()
                        ? evidence.replicates().share(threshold, AffectedProfile.STRICT_EXCESS_MS)
                        : 0;
        };
    }

    /** Whether luck could easily have turned the verdict: a probability between 10 and 90 %. */
    public boolean isBorderline() {
        return affectedProbability > 1 - SURE && affectedProbability < SURE;
    }

    /**
     * Whether its replicates may be quoted as a range: with fewer than {@value #FEWEST_DURATIONS} successful samples during the outage at
     * every location, drawing anew repeats the same few and is falsely sure.
     */
    public boolean hasRange() {
        return isResampled()
                && evidence.locations().stream()
                        .anyMatch(location ->
                                location.slowness().isPresent() && location.durations() >= FEWEST_DURATIONS);
    }

    /** Whether there are replicates: the site was not down and has a slowdown. */
    public boolean isResampled() {
        return finding.state() != SiteState.DOWN && evidence.replicates().size() > 0;
    }
}
