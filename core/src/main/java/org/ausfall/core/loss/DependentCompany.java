package org.ausfall.core.loss;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.simulation.Exponential;
import org.ausfall.core.simulation.RandomStream;
import org.ausfall.core.simulation.SeededStream;

/**
 * A company without monitors: G = R e u q D gamma (1 - red) [(1 - w) I_reads(L) + w I_writes(L)], where I integrates the share of a
 * year's revenue that a recovery curve takes away when the company comes back a lag L after the provider.
 */
final class DependentCompany implements LossSource {
    /** One step for all hits of a block. */
    @FunctionalInterface
    private interface Step {
        void carryOut(DependentCompany company, SharedDraws shared, BlockLosses losses);
    }

    // Called by an interface, each is compiled by itself with all that it calls built in; in one method the compiler
    // stops building in before it comes to the innermost functions.
    private static final List<Step> STEPS = List.of(
            DependentCompany::luck,
            DependentCompany::lag,
            DependentCompany::need,
            DependentCompany::multiplyByMissing,
            DependentCompany::takeOffWhatComesBack);

    private static final double HOURS_PER_MINUTE = 1 / 60.0;

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
        if (losses.size() > 0) {
            throw new IllegalStateException("a company without monitors has no other source of losses");
        }
        losses.listed(random.successes(shared.hitProbability[sector], losses.draws, losses.room.numbers));
        for (Step step : STEPS) {
            step.carryOut(this, shared, losses);
        }
    }

    /** All luck of a hit comes from the random number that decided it, so that it stays what it is when others are hit. */
    private void luck(SharedDraws shared, BlockLosses losses) {
        BlockLosses.Room room = losses.room;
        SeededStream luck = new SeededStream();
        for (int i = 0; i < losses.size(); i++) {
            int d = losses.draws[i];
            luck.seed(room.numbers[i]);
            room.lagScore[i] = luck.nextNormal();
            room.gammaScore[i] = luck.nextNormal();
            room.levelScore[i] = luck.nextNormal();
            boolean redundant = luck.nextUniform() < shared.redundancyProbability[d];
            room.relief[i] = redundant ? shared.redundancyRelief[d] : 0;
        }
    }

    /** L, h. */
    private void lag(SharedDraws shared, BlockLosses losses) {
        double[] common = shared.lagCommon[sector];
        DoubleUnaryOperator minutes = beliefs.lagMinutes();
        double own = beliefs.ownWeight();
        BlockLosses.Room room = losses.room;
        for (int i = 0; i < losses.size(); i++) {
            room.lagH[i] = minutes.applyAsDouble(common[losses.draws[i]] + own * room.lagScore[i]) * HOURS_PER_MINUTE;
        }
    }

    /** R e u q gamma (1 - red): what would be lost in a year without the service, USD. */
    private void need(SharedDraws shared, BlockLosses losses) {
        double[] season = SharedDraws.of(shared.season, traits.profile(), "season index");
        double[] rows = SharedDraws.of(shared.needRows, traits.sector(), "need for service");
        BetaTable gammas = beliefs.gammas();
        BlockLosses.Room room = losses.room;
        for (int i = 0; i < losses.size(); i++) {
            double logGamma = gammas.log(rows[losses.draws[i]], room.gammaScore[i]);
            losses.gross[i] = Exponential.exp(level.log(room.levelScore[i]) + logGamma);
        }
        for (int i = 0; i < losses.size(); i++) {
            int d = losses.draws[i];
            losses.gross[i] *= annualUsd * shared.regionShare[d] * season[d] * (1 - room.relief[i]);
        }
    }

    /** (1 - w) I_reads(L) + w I_writes(L). */
    private void multiplyByMissing(SharedDraws shared, BlockLosses losses) {
        double[] table = SharedDraws.of(shared.tables, traits.profile(), "demand profile");
        MissingShare missing = beliefs.missingShare();
        for (int i = 0; i < losses.size(); i++) {
            int d = losses.draws[i];
            losses.gross[i] *=
                    missing.of(clock, table, d * clock.tableSize(), losses.room.lagH[i], shared.writeShare[d]);
        }
    }

    /** G (1 - kappa). */
    private void takeOffWhatComesBack(SharedDraws shared, BlockLosses losses) {
        double[] r = SharedDraws.of(shared.recaptureR, traits.recaptureClass(), "recapture");
        double[] rate = SharedDraws.of(shared.recaptureRate, traits.halvingClass(), "recapture halving");
        double readsH = beliefs.reads().hours();
        double writesH = beliefs.writes().hours();
        for (int i = 0; i < losses.size(); i++) {
            int d = losses.draws[i];
            double hours = readsH + shared.writeShare[d] * (writesH - readsH) + losses.room.lagH[i];
            double back = Recapture.at(r[d], rate[d], shared.churn[d], shared.churnRate[d], hours);
            losses.net[i] = losses.gross[i] * (1 - back);
        }
    }
}
