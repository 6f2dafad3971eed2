package org.ausfall.core.loss;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.exposure.SiteFinding;
import org.ausfall.core.exposure.SiteState;
import org.ausfall.core.quantity.Slowdown;

/**
 * A monitored site: G = W e q sum_t r(t) l(t), with l from the {@link DelayResponse} to a load time T0 + (T1 - T0) g(t) and an
 * availability 1 - (1 - A) g(t), where g is the provider's recovery curve for reads. A site that was down has A = 0; one said to be
 * not affected, without times, loses nothing.
 */
final class MonitoredSite implements LossSource {
    private final double annualUsd;
    private final LevelError level;
    private final SectorTraits traits;
    private final SharedBeliefs beliefs;
    private final DelayResponse response;
    private final double availability;
    private final Optional<Slowdown> slowdown;
    private final Optional<Double> knownBeforeS;
    private final DoubleUnaryOperator believedBeforeS;
    private final List<Recovery.Step> steps;

    /**
     * A site with a known state.
     *
     * @param believedBeforeS load time before, s, at a normal score; used where only a percent was published
     */
    MonitoredSite(
            double annualUsd,
            LevelError level,
            SectorTraits traits,
            SiteFinding finding,
            DelayResponse response,
            DoubleUnaryOperator believedBeforeS,
            SharedBeliefs beliefs) {
        this.annualUsd = annualUsd;
        this.level = level;
        this.traits = traits;
        this.beliefs = beliefs;
        this.response = response;
        this.availability = finding.state() == SiteState.DOWN
                ? 0
                : finding.summary()
                        .flatMap(SiteSummary::availability)
                        .map(share -> share.fraction())
                        .orElse(1.0);
        this.slowdown = finding.slowdown();
        this.knownBeforeS = finding.summary()
                .filter(summary -> summary.duringMs().isPresent())
                .flatMap(SiteSummary::beforeMs)
                .map(ms -> ms.doubleValue() / 1000);
        this.believedBeforeS = believedBeforeS;
        this.steps = beliefs.reads().steps();
    }

    /** What follows from the load times of one step of the recovery, but not from xi. */
    @SuppressWarnings("ArrayRecordComponent") // lives inside one block, never compared
    private record Reaction(double availability, double[] exponents, double abandonment) {}

    @Override
    public void addTo(SharedDraws shared, UniformRandomProvider random, double[] gross, double[] net) {
        double[] season = SharedDraws.of(shared.season, traits.profile(), "season index");
        double[] shares = SharedDraws.of(shared.stepShares, traits.profile(), "demand profile");
        double[] recapture = SharedDraws.of(shared.recaptureR, traits.recaptureClass(), "recapture");
        double[] halving = SharedDraws.of(shared.halvingH, traits.halvingClass(), "recapture halving");
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        if (harmless()) {
            return;
        }
        boolean timesKnown = knownBeforeS.isPresent() || slowdown.isEmpty();
        List<Reaction> reactions = timesKnown ? reactions(knownBeforeS.orElse(0.0)) : List.of();
        for (int d = 0; d < gross.length; d++) {
            double factor = level.factor(normal.sample());
            if (!timesKnown) {
                reactions = reactions(believedBeforeS.applyAsDouble(normal.sample()));
            }
            double lost = lost(reactions, shares, d * steps.size(), shared.conversion[d], shared.xi[d]);
            double loss = annualUsd * factor * season[d] * lost;
            double back = Recapture.share(
                    recapture[d],
                    halving[d],
                    shared.churn[d],
                    shared.churnBuildUpH[d],
                    beliefs.reads().hours());
            gross[d] += loss;
            net[d] += loss * (1 - back);
        }
    }

    /** Whether nothing got slower or less available, so that nothing can be lost. */
    private boolean harmless() {
        return availability == 1 && slowdown.map(Slowdown::ratio).orElse(0.0) <= 0;
    }

    /** sum_t r(t) l(t): the share of a year's orders that is lost. */
    private double lost(List<Reaction> reactions, double[] shares, int at, boolean conversion, double xi) {
        double lost = 0;
        for (int s = 0; s < reactions.size(); s++) {
            lost += shares[at + s] * loss(reactions.get(s), conversion, xi);
        }
        return lost;
    }

    private double loss(Reaction reaction, boolean conversion, double xi) {
        return conversion
                ? response.conversionLoss(reaction.exponents(), reaction.availability(), xi)
                : reaction.abandonment();
    }

    private List<Reaction> reactions(double beforeS) {
        double ratio = slowdown.map(Slowdown::ratio).orElse(0.0);
        return steps.stream()
                .map(step -> reaction(beforeS, beforeS * (1 + ratio * step.missing()), step.missing()))
                .toList();
    }

    private Reaction reaction(double beforeS, double duringS, double missing) {
        double available = 1 - (1 - availability) * missing;
        return new Reaction(
                available,
                response.conversionExponents(beforeS, duringS),
                response.abandonmentLoss(beforeS, duringS, available));
    }
}
