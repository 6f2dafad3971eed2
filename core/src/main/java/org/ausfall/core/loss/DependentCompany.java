package org.ausfall.core.loss;

import java.util.function.DoubleUnaryOperator;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.simulation.Exponential;
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

    /** What the hits of one company in one block take, one entry a hit; step by step, because short loops compile best. */
    private static final class Hits {
        final int size;
        final int[] draws;
        final double[] lagScore;
        final double[] gammaScore;
        final double[] levelScore;
        final double[] relief;

        Hits(SharedDraws shared, double[] probability, RandomStream random) {
            draws = new int[probability.length];
            size = random.successes(probability, draws);
            lagScore = new double[size];
            gammaScore = new double[size];
            levelScore = new double[size];
            relief = new double[size];
            for (int i = 0; i < size; i++) {
                lagScore[i] = random.nextNormal();
                gammaScore[i] = random.nextNormal();
                levelScore[i] = random.nextNormal();
                boolean redundant = random.nextDouble() < shared.redundancyProbability[draws[i]];
                relief[i] = redundant ? shared.redundancyRelief[draws[i]] : 0;
            }
        }
    }

    @Override
    public void addTo(SharedDraws shared, RandomStream random, BlockLosses losses) {
        Hits hits = new Hits(shared, shared.hitProbability[sector], random);
        double[] lagH = lagsH(shared, hits);
        double[] gross = needs(shared, hits);
        multiplyByMissing(shared, hits, lagH, gross);
        double[] back = comesBack(shared, hits, lagH);
        for (int i = 0; i < hits.size; i++) {
            losses.add(hits.draws[i], gross[i], gross[i] * (1 - back[i]));
        }
    }

    /** L, h. */
    private double[] lagsH(SharedDraws shared, Hits hits) {
        double[] common = shared.lagCommon[sector];
        DoubleUnaryOperator minutes = beliefs.lagMinutes();
        double own = beliefs.ownWeight();
        double[] lagH = new double[hits.size];
        for (int i = 0; i < hits.size; i++) {
            lagH[i] = minutes.applyAsDouble(common[hits.draws[i]] + own * hits.lagScore[i]) / 60;
        }
        return lagH;
    }

    /** R e u q gamma (1 - red): what would be lost in a year without the service, USD. */
    private double[] needs(SharedDraws shared, Hits hits) {
        double[] season = SharedDraws.of(shared.season, traits.profile(), "season index");
        double[] places = SharedDraws.of(shared.needPlaces, traits.sector(), "need for service");
        BetaTable gammas = beliefs.gammas();
        double[] needs = new double[hits.size];
        for (int i = 0; i < hits.size; i++) {
            int d = hits.draws[i];
            double logGamma = gammas.log(places, d * CubicGrid.PLACE_SIZE, hits.gammaScore[i]);
            needs[i] = Exponential.exp(level.log(hits.levelScore[i]) + logGamma);
        }
        for (int i = 0; i < hits.size; i++) {
            int d = hits.draws[i];
            needs[i] *= annualUsd * shared.regionShare[d] * season[d] * (1 - hits.relief[i]);
        }
        return needs;
    }

    /** (1 - w) I_reads(L) + w I_writes(L). */
    private void multiplyByMissing(SharedDraws shared, Hits hits, double[] lagH, double[] gross) {
        double[] table = SharedDraws.of(shared.tables, traits.profile(), "demand profile");
        MissingShare missing = beliefs.missingShare();
        for (int i = 0; i < hits.size; i++) {
            int d = hits.draws[i];
            gross[i] *= missing.of(clock, table, d * clock.tableSize(), lagH[i], shared.writeShare[d]);
        }
    }

    /** kappa. */
    private double[] comesBack(SharedDraws shared, Hits hits, double[] lagH) {
        double[] r = SharedDraws.of(shared.recaptureR, traits.recaptureClass(), "recapture");
        double[] rate = SharedDraws.of(shared.recaptureRate, traits.halvingClass(), "recapture halving");
        double readsH = beliefs.reads().hours();
        double writesH = beliefs.writes().hours();
        double[] back = new double[hits.size];
        for (int i = 0; i < hits.size; i++) {
            int d = hits.draws[i];
            double hours = readsH + shared.writeShare[d] * (writesH - readsH) + lagH[i];
            back[i] = Recapture.at(r[d], rate[d], shared.churn[d], shared.churnRate[d], hours);
        }
        return back;
    }
}
