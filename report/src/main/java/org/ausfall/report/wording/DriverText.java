package org.ausfall.report.wording;

import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.sensitivity.Driver;

/** What moves a loss, in words an analyst would use, with the name it has in the files. */
public final class DriverText {
    private DriverText() {}

    /** {@code who depends on the service (pi_in_blast_zone)}, {@code luck that all companies share}. */
    public static String label(Driver driver) {
        return driver.belief()
                .map(belief -> words(belief) + " (" + driver.code() + ")")
                .orElseGet(() -> chance(driver.kind()));
    }

    private static String chance(Driver.Kind kind) {
        return switch (kind) {
            case BELIEF -> throw new IllegalArgumentException("a belief has a name");
            case HOURS_OF_THE_DAY -> "how sales spread over the hours";
            case RECONSTRUCTED_SALES -> "which reconstructed retailer sells how much";
            case CHANCE_OF_ALL -> "luck that all companies share";
            case CHANCE_OF_SECTORS -> "luck that a sector shares";
            case CHANCE_OF_COMPANIES -> "luck of single companies";
        };
    }

    private static String words(BeliefName belief) {
        return switch (belief) {
            case XI -> "how much of the delay slope is cause";
            case RESPONSE_CURVE_WEIGHT -> "which response curve holds";
            case BASELINE_LOAD_S -> "load time before, where unknown";
            case PI_IN_BLAST_ZONE -> "who depends on the service";
            case GAMMA_NEEDS_SERVICE -> "which share of revenue needs the service";
            case REDUNDANCY_PROBABILITY -> "who has redundancy";
            case REDUNDANCY_RELIEF -> "what redundancy avoids";
            case COMPANY_LAG_MIN -> "lag of every company";
            case WRITE_SHARE -> "share of the dependency that writes";
            case RECAPTURE_R -> "sales that come back";
            case RECAPTURE_HALVING_H -> "how soon sales no longer come back";
            case CHURN_C -> "customers that stay away";
            case CHURN_BUILD_UP_H -> "how soon customers stay away";
            case SEASON_INDEX -> "season";
            case REGION_SHARE -> "share of revenue in the region";
            case PI_SHARED_SD,
                    MONITORED_TRANSFER_SD,
                    GAMMA_COMPANY_SIZE,
                    PROFILE_CONCENTRATION,
                    REVENUE_LEVEL_SD,
                    REVENUE_LEVEL_SD_PER_YEAR,
                    TIME_ZONE_MIX,
                    LOADING_GLOBAL,
                    LOADING_SECTOR -> "spread";
            case EXTRA_COST_RATIO -> "extra cost";
            case CREDIT_RATIO -> "credits to customers";
            case MARGIN_ON_LOST_SALES -> "margin on lost sales";
        };
    }
}
