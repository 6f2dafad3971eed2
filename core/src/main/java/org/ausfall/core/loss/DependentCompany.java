package org.ausfall.core.loss;

import java.util.function.DoubleUnaryOperator;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.simulation.RandomStream;

/**
 * A company without monitors: G = R e u q D gamma (1 - red) [(1 - w) I_reads(L) + w I_writes(L)], where I integrates the share of a
 * year's revenue that a recovery curve takes away when the company comes back a lag L after the provider.
 */
final class DependentCompany implements LossSource {
    private final double annualUsd;
    private final LevelError level;
    private final SectorTraits traits;
    private final int sector;
    private final SharedBeliefs beliefs;
    private final RevenueClock clock;

    DependentCompany(double annualUsd, LevelError level, SectorTraits traits, SharedBeliefs beliefs) {
        this.annualUsd = annualUsd;
        this.level = level;
        this.traits = traits;
        this.sector = beliefs.sectors().indexOf(traits.sector());
        if (sector < 0) {
            throw new IllegalArgumentException("no probability of being hit for sector " + traits.sector());
        }
        this.beliefs = beliefs;
        this.clock = beliefs.clock(traits.profile());
    }

    @Override
    public void addTo(SharedDraws shared, RandomStream random, BlockLosses losses) {
        double[] season = SharedDraws.of(shared.season, traits.profile(), "season index");
        double[] table = SharedDraws.of(shared.tables, traits.profile(), "demand profile");
        double[] needs = SharedDraws.of(shared.needPlaces, traits.sector(), "need for service");
        double[] recapture = SharedDraws.of(shared.recaptureR, traits.recaptureClass(), "recapture");
        double[] halving = SharedDraws.of(shared.halvingH, traits.halvingClass(), "recapture halving");
        double[] lagCommon = shared.lagCommon[sector];
        Recovery reads = beliefs.reads();
        Recovery writes = beliefs.writes();
        BetaTable gammas = beliefs.gammas();
        DoubleUnaryOperator lagMinutes = beliefs.lagMinutes();
        int[] hits = losses.hits();
        int size = random.successes(shared.hitProbability[sector], hits);
        for (int i = 0; i < size; i++) {
            int d = hits[i];
            double lagH = lagMinutes.applyAsDouble(lagCommon[d] + beliefs.ownWeight() * random.nextNormal()) / 60;
            double logGamma = gammas.log(needs, d * CubicGrid.PLACE_SIZE, random.nextNormal());
            double factorTimesGamma = Math.exp(level.log(random.nextNormal()) + logGamma);
            double relief = random.nextDouble() < shared.redundancyProbability[d] ? shared.redundancyRelief[d] : 0;
            int at = d * clock.tableSize();
            double write = shared.writeShare[d];
            double missing = (1 - write) * reads.missingShare(clock, table, at, lagH)
                    + write * writes.missingShare(clock, table, at, lagH);
            double loss = annualUsd * factorTimesGamma * shared.regionShare[d] * season[d] * (1 - relief) * missing;
            double hours = (1 - write) * reads.hours() + write * writes.hours() + lagH;
            double back = Recapture.share(recapture[d], halving[d], shared.churn[d], shared.churnBuildUpH[d], hours);
            losses.add(d, loss, loss * (1 - back));
        }
    }
}
