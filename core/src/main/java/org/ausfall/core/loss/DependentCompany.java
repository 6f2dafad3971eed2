package org.ausfall.core.loss;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ausfall.core.assumption.SectorTraits;

/**
 * A company without monitors: G = R e u q D gamma (1 - red) [(1 - w) I_reads(L) + w I_writes(L)], where I integrates the share of a
 * year's revenue that a recovery curve takes away when the company comes back a lag L after the provider.
 */
final class DependentCompany implements LossSource {
    private static final double SMALLEST_SHAPE = 1e-3;

    private final double annualUsd;
    private final LevelError level;
    private final SectorTraits traits;
    private final int sector;
    private final double betaSize;
    private final SharedBeliefs beliefs;
    private final RevenueClock clock;

    DependentCompany(double annualUsd, LevelError level, SectorTraits traits, double betaSize, SharedBeliefs beliefs) {
        this.annualUsd = annualUsd;
        this.level = level;
        this.traits = traits;
        this.sector = beliefs.sectors().indexOf(traits.sector());
        if (sector < 0) {
            throw new IllegalArgumentException("no probability of being hit for sector " + traits.sector());
        }
        this.betaSize = betaSize;
        this.beliefs = beliefs;
        this.clock = beliefs.clock(traits.profile());
    }

    @Override
    public void addTo(SharedDraws shared, UniformRandomProvider random, BlockLosses losses) {
        double[] probability = shared.hitProbability[sector];
        double[] needs = SharedDraws.of(shared.needsService, traits.sector(), "need for service");
        double[] season = SharedDraws.of(shared.season, traits.profile(), "season index");
        double[] table = SharedDraws.of(shared.tables, traits.profile(), "demand profile");
        double[] recapture = SharedDraws.of(shared.recaptureR, traits.recaptureClass(), "recapture");
        double[] halving = SharedDraws.of(shared.halvingH, traits.halvingClass(), "recapture halving");
        double[] lagCommon = shared.lagCommon[sector];
        DoubleUnaryOperator lagMinutes = beliefs.lagMinutes();
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (int d = 0; d < probability.length; d++) {
            if (!(random.nextDouble() < probability[d])) {
                continue;
            }
            double factor = level.factor(normal.sample());
            double lagH = lagMinutes.applyAsDouble(lagCommon[d] + beliefs.ownWeight() * normal.sample()) / 60;
            double gamma = beta(random, needs[d]);
            double relief = random.nextDouble() < shared.redundancyProbability[d] ? shared.redundancyRelief[d] : 0;
            int at = d * clock.tableSize();
            double write = shared.writeShare[d];
            double missing = (1 - write) * beliefs.reads().missingShare(clock, table, at, lagH)
                    + write * beliefs.writes().missingShare(clock, table, at, lagH);
            double loss = annualUsd * factor * shared.regionShare[d] * season[d] * gamma * (1 - relief) * missing;
            double hours = (1 - write) * beliefs.reads().hours()
                    + write * beliefs.writes().hours()
                    + lagH;
            double back = Recapture.share(recapture[d], halving[d], shared.churn[d], shared.churnBuildUpH[d], hours);
            losses.add(d, loss, loss * (1 - back));
        }
    }

    /** A beta with that mean and this size. */
    private double beta(UniformRandomProvider random, double mean) {
        double a = Math.max(SMALLEST_SHAPE, betaSize * mean);
        double b = Math.max(SMALLEST_SHAPE, betaSize * (1 - mean));
        return ChengBetaSampler.of(random, a, b).sample();
    }
}
