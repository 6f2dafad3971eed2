package org.ausfall.core.loss;

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
    private final int dealt;
    private final LevelError level;
    private final SectorTraits traits;
    private final SharedBeliefs beliefs;
    private final DelayResponse response;
    private final double availability;
    private final Optional<Slowdown> slowdown;
    private final DoubleUnaryOperator believedBeforeS;
    private final Reaction[] known;

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
        this.dealt = beliefs.dealtSales().indexOf(finding.retailer());
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
        this.believedBeforeS = believedBeforeS;
        Optional<Double> knownBeforeS = finding.summary()
                .filter(summary -> summary.duringMs().isPresent())
                .flatMap(SiteSummary::beforeMs)
                .map(ms -> ms.doubleValue() / 1000);
        boolean timesKnown = knownBeforeS.isPresent() || slowdown.isEmpty();
        this.known = timesKnown ? reactions(knownBeforeS.orElse(0.0), beliefs.xiGrid()) : new Reaction[0];
    }

    /** What follows from the load times of one step of the recovery. The table over xi is empty where xi is not tabulated. */
    @SuppressWarnings("ArrayRecordComponent") // lives inside one site, never compared
    private record Reaction(double availability, double[] exponents, double[] overXi, double abandonment) {}

    @Override
    public void addTo(SharedDraws shared, UniformRandomProvider random, BlockLosses losses) {
        if (harmless()) {
            return;
        }
        double[] season = SharedDraws.of(shared.season, traits.profile(), "season index");
        double[] shares = SharedDraws.of(shared.stepShares, traits.profile(), "demand profile");
        double[] recapture = SharedDraws.of(shared.recaptureR, traits.recaptureClass(), "recapture");
        double[] halving = SharedDraws.of(shared.halvingH, traits.halvingClass(), "recapture halving");
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (int d = 0; d < season.length; d++) {
            double factor = level.factor(normal.sample());
            Reaction[] now = known.length > 0
                    ? known
                    : reactions(believedBeforeS.applyAsDouble(normal.sample()), Optional.empty());
            double sales = dealt < 0 ? annualUsd : shared.dealtSales[dealt][d];
            double loss = sales * factor * season[d] * lost(now, shares, d, shared);
            double back = Recapture.share(
                    recapture[d],
                    halving[d],
                    shared.churn[d],
                    shared.churnBuildUpH[d],
                    beliefs.reads().hours());
            losses.add(d, loss, loss * (1 - back));
        }
    }

    /** Whether nothing got slower or less available, so that nothing can be lost. */
    private boolean harmless() {
        return availability == 1 && slowdown.map(Slowdown::ratio).orElse(0.0) <= 0;
    }

    /** sum_t r(t) l(t): the share of a year's orders that is lost. */
    private double lost(Reaction[] reactions, double[] shares, int d, SharedDraws shared) {
        double lost = 0;
        for (int s = 0; s < reactions.length; s++) {
            double share = shares[d * reactions.length + s];
            lost += share
                    * (shared.conversion[d] ? conversionLoss(reactions[s], d, shared) : reactions[s].abandonment());
        }
        return lost;
    }

    private double conversionLoss(Reaction reaction, int d, SharedDraws shared) {
        return reaction.overXi().length > 0
                ? share(XiGrid.interpolate(reaction.overXi(), shared.xiPlaces, d * XiGrid.PLACE_SIZE))
                : response.conversionLoss(reaction.exponents(), reaction.availability(), shared.xi[d]);
    }

    /** Cubics run a little beyond 0 and 1 where the tabulated share was clipped: a site that answered less often, but faster. */
    private static double share(double interpolated) {
        return Math.min(1, Math.max(0, interpolated));
    }

    private Reaction[] reactions(double beforeS, Optional<XiGrid> grid) {
        double ratio = slowdown.map(Slowdown::ratio).orElse(0.0);
        return beliefs.reads().steps().stream()
                .map(step -> reaction(beforeS, beforeS * (1 + ratio * step.missing()), step.missing(), grid))
                .toArray(Reaction[]::new);
    }

    private Reaction reaction(double beforeS, double duringS, double missing, Optional<XiGrid> grid) {
        double available = 1 - (1 - availability) * missing;
        double[] exponents = response.conversionExponents(beforeS, duringS);
        double[] overXi = grid.map(nodes -> nodes.tabulate(xi -> response.conversionLoss(exponents, available, xi)))
                .orElseGet(() -> new double[0]);
        return new Reaction(available, exponents, overXi, response.abandonmentLoss(beforeS, duringS, available));
    }
}
