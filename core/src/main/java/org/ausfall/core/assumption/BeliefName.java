package org.ausfall.core.assumption;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The beliefs the product knows. What each means is said in {@code docs/method.md}; its unit stands beside it in the data. */
public enum BeliefName {
    /** How much of the observed slope between delay and conversion is causal; factor. */
    XI,
    /** Weight of one response curve against the others; share, scope is the curve. */
    RESPONSE_CURVE_WEIGHT,
    /** Load time before the outage where none was published; s. */
    BASELINE_LOAD_S,
    /** Probability that a company of the sector depends on the failed service; share, scope is the sector. */
    PI_IN_BLAST_ZONE,
    /** Part of the log-odds spread of {@link #PI_IN_BLAST_ZONE} that all sectors share; standard deviation. */
    PI_SHARED_SD,
    /** How far the monitored sample may stand from its sector, in log-odds of being hit; standard deviation. */
    MONITORED_TRANSFER_SD,
    /** Share of revenue that needs the online function; share, scope is the sector. */
    GAMMA_NEEDS_SERVICE,
    /** How alike the companies of a sector are in {@link #GAMMA_NEEDS_SERVICE}; size (sum of the parameters) of a beta. */
    GAMMA_COMPANY_SIZE,
    /** Probability that a dependent company has redundancy; share. */
    REDUNDANCY_PROBABILITY,
    /** Share of the impact that redundancy avoids; share. */
    REDUNDANCY_RELIEF,
    /** How long after the provider a company recovers; minutes. */
    COMPANY_LAG_MIN,
    /** Share of a dependency that writes rather than reads; share. */
    WRITE_SHARE,
    /** Share of gross that comes back after a short outage; share, scope is the recapture class. */
    RECAPTURE_R,
    /** Outage length after which half of that no longer comes back; h, scope is the halving class. */
    RECAPTURE_HALVING_H,
    /** Share of gross that is lost again later; share. */
    CHURN_C,
    /** Outage length after which half of that has built up; h. */
    CHURN_BUILD_UP_H,
    /** Concentration of the Dirichlet distribution around an hour-of-day profile; scope is the profile. */
    PROFILE_CONCENTRATION,
    /** Standard deviation of the log of revenue around its figure; scope is the basis of the figure. */
    REVENUE_LEVEL_SD,
    /** What a year of age adds to {@link #REVENUE_LEVEL_SD}. */
    REVENUE_LEVEL_SD_PER_YEAR,
    /** Share of demand that lives in a time zone; scope is the zone. */
    TIME_ZONE_MIX,
    /** Demand of the event's season relative to the year's mean; scope is the profile. */
    SEASON_INDEX,
    /** Share of a company's revenue that is exposed to the region of the outage. */
    REGION_SHARE,
    /** Variance share of the latent normals that all companies have in common. */
    LOADING_GLOBAL,
    /** Variance share of the latent normals that a sector has in common. */
    LOADING_SECTOR,
    /** Extra cost for each dollar of gross loss; ratio, 0 leaves it out. */
    EXTRA_COST_RATIO,
    /** Credits to customers for each dollar of gross loss; ratio, 0 leaves them out. */
    CREDIT_RATIO,
    /** Share of lost sales that would have been profit; share, 0 leaves lost profit out. */
    MARGIN_ON_LOST_SALES;

    /** Whether it moves what is kept apart from lost sales, and no loss. */
    public boolean standsApart() {
        return this == EXTRA_COST_RATIO || this == CREDIT_RATIO || this == MARGIN_ON_LOST_SALES;
    }

    /** The name as it stands in data files: {@code pi_in_blast_zone}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The belief with that name in data files. */
    public static Optional<BeliefName> find(String code) {
        return Arrays.stream(values()).filter(name -> name.code().equals(code)).findFirst();
    }
}
