package org.ausfall.core.exposure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.RawMeasurements;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.precision.SiteEvidence;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.quantity.Threshold;

/** The state of every retailer at one threshold, under one definition. */
record Classification(Evidence evidence, Threshold threshold, AffectedProfile profile) {
    /** Every retailer, by id. */
    List<SiteFinding> sites() {
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
                                .map(raw -> measured(retailer, summary, raw))
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
    private SiteFinding measured(Retailer retailer, SiteSummary summary, RawMeasurements raw) {
        Optional<Slowdown> slowdown = summary.measuredSlowdown();
        boolean down = summary.publishedState().isPresent();
        SiteState state = down
                ? SiteState.DOWN
                : slowdown.map(value -> value.reaches(threshold) && passes(retailer, raw)
                                ? SiteState.AFFECTED
                                : SiteState.NOT_AFFECTED)
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

    /** Whether a site that is slower by the threshold also passes what the profile asks besides. */
    private boolean passes(Retailer retailer, RawMeasurements raw) {
        return profile == AffectedProfile.APICA_2017
                || Optional.ofNullable(raw.sites().get(retailer.id()))
                        .filter(site -> site.slowness()
                                .filter(slowness -> slowness.excessMs() >= AffectedProfile.STRICT_EXCESS_MS)
                                .isPresent())
                        .flatMap(SiteEvidence::shift)
                        .filter(shift -> shift.lower() > 0)
                        .isPresent();
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
}
