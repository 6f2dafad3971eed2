package org.ausfall.core.world;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.DemandProfile;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.simulation.Normal;

/** What holds for everybody in one world: each belief has a value here. */
final class Truth {
    private static final double WIDE_LAG_LOG_SD = 1.5;

    private final Assumptions beliefs;
    private final Luck luck;
    private final Twist twist;
    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, Double> logOddsOfHit = new TreeMap<>();
    private final Map<String, double[]> hourShares = new TreeMap<>();
    private final Map<String, Double> hitCommon = new TreeMap<>();
    private final Map<String, Double> lagCommon = new TreeMap<>();
    private final boolean conversion;

    Truth(Assumptions beliefs, Twist twist, Luck luck) {
        this.beliefs = beliefs;
        this.twist = twist;
        this.luck = luck;
        for (SourcedBelief belief : beliefs.beliefs()) {
            values.put(belief.key(), belief.belief().at(luck.normal()));
        }
        double conversionWeight = known(BeliefName.RESPONSE_CURVE_WEIGHT, ResponseCurves.CONVERSION);
        double abandonmentWeight = known(BeliefName.RESPONSE_CURVE_WEIGHT, ResponseCurves.ABANDONMENT);
        conversion = luck.happens(conversionWeight / (conversionWeight + abandonmentWeight));
        drawHits();
        beliefs.profiles().forEach(this::drawHours);
    }

    private double known(BeliefName name, String scope) {
        return beliefs.get(name, scope).p50();
    }

    private void drawHits() {
        double globalLoading = known(BeliefName.LOADING_GLOBAL, SourcedBelief.ALL);
        double sectorLoading = known(BeliefName.LOADING_SECTOR, SourcedBelief.ALL);
        double sharedSd = known(BeliefName.PI_SHARED_SD, SourcedBelief.ALL);
        double sharedByAll = luck.normal();
        double globalHit = luck.normal();
        double globalLag = luck.normal();
        for (SourcedBelief belief : beliefs.all(BeliefName.PI_IN_BLAST_ZONE)) {
            double sd =
                    (logOdds(belief.belief().p95()) - logOdds(belief.belief().p05())) / (2 * Belief.Z95);
            double ownSd = Math.sqrt(Math.max(0, sd * sd - sharedSd * sharedSd));
            double z = (sharedSd * sharedByAll + ownSd * luck.normal()) / Math.hypot(sharedSd, ownSd);
            logOddsOfHit.put(belief.scope(), logOdds(belief.belief().at(z)));
            hitCommon.put(
                    belief.scope(), Math.sqrt(globalLoading) * globalHit + Math.sqrt(sectorLoading) * luck.normal());
            lagCommon.put(
                    belief.scope(), Math.sqrt(globalLoading) * globalLag + Math.sqrt(sectorLoading) * luck.normal());
        }
    }

    private static double logOdds(double p) {
        return Math.log(p) - Math.log1p(-p);
    }

    /** A day's revenue by hour: Dirichlet around the profile. */
    private void drawHours(DemandProfile profile) {
        double concentration = known(BeliefName.PROFILE_CONCENTRATION, profile.name());
        double[] shares = new double[24];
        double sum = 0;
        for (int hour = 0; hour < 24; hour++) {
            shares[hour] = luck.gamma(concentration * profile.hourShares().get(hour));
            sum += shares[hour];
        }
        for (int hour = 0; hour < 24; hour++) {
            shares[hour] /= sum;
        }
        hourShares.put(profile.name(), shares);
    }

    /** The value of a belief in this world. */
    double value(BeliefName name, String scope) {
        return at(values, name.code() + "/" + scope);
    }

    private static <T> T at(Map<String, T> map, String key) {
        T value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("nothing is believed of " + key);
        }
        return value;
    }

    double[] hourShares(String profile) {
        return at(hourShares, profile);
    }

    /** Whether orders are lost by the conversion curve; by the abandonment curve if not. */
    boolean conversion() {
        return conversion;
    }

    double xi() {
        return switch (twist) {
            case DELAY_HARMLESS -> 0.06;
            case DELAY_CAUSAL -> 1;
            case NONE, LAGS_WIDE, MONITORS_MISSING, REVENUE_OLD -> value(BeliefName.XI, SourcedBelief.ALL);
        };
    }

    /** The share of monitored sites that are slowed: the sector's log-odds of being hit, moved by the transfer. */
    double monitoredShare(String sector) {
        double transfer = known(BeliefName.MONITORED_TRANSFER_SD, SourcedBelief.ALL);
        return 1 / (1 + Math.exp(-(at(logOddsOfHit, sector) + transfer * luck.normal())));
    }

    /** Whether a company of the sector is hit: its latent lies below the quantile of the sector's probability. */
    boolean hits(String sector) {
        double latent = at(hitCommon, sector) + own();
        double probability = 1 / (1 + Math.exp(-at(logOddsOfHit, sector)));
        return Normal.cumulative(latent) < probability;
    }

    private double own() {
        double common = known(BeliefName.LOADING_GLOBAL, SourcedBelief.ALL)
                + known(BeliefName.LOADING_SECTOR, SourcedBelief.ALL);
        return Math.sqrt(1 - common) * luck.normal();
    }

    /** How long after the provider a company of the sector is back, h. */
    double lagHours(String sector) {
        Belief lag = beliefs.get(BeliefName.COMPANY_LAG_MIN, SourcedBelief.ALL);
        double z = at(lagCommon, sector) + own();
        double minutes = lag.at(z);
        if (twist == Twist.LAGS_WIDE) {
            double cap = lag instanceof Belief.ThreePoint range ? range.highest() : Double.POSITIVE_INFINITY;
            minutes = Math.min(cap, lag.p50() * Math.exp(WIDE_LAG_LOG_SD * z));
        }
        return minutes / 60;
    }

    /** The share of a gross loss that comes back after an interruption of so many hours. */
    double recaptured(String recaptureClass, String halvingClass, double hours) {
        double r = value(BeliefName.RECAPTURE_R, recaptureClass);
        double halving = value(BeliefName.RECAPTURE_HALVING_H, halvingClass);
        double churn = value(BeliefName.CHURN_C, SourcedBelief.ALL);
        double buildUp = value(BeliefName.CHURN_BUILD_UP_H, SourcedBelief.ALL);
        return r * Math.pow(2, -hours / halving) - churn * (1 - Math.pow(2, -hours / buildUp));
    }
}
