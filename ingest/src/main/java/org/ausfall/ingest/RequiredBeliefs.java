package org.ausfall.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.DemandProfile;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.csv.CsvTable;

/** Which beliefs a run cannot do without, seen from the sectors and profiles it uses; one that is missing costs beliefs.csv. */
final class RequiredBeliefs {
    private static final double MIX_TOLERANCE = 1e-6;

    private final CsvTable<SourcedBelief> table;
    private final List<Problem> problems = new ArrayList<>();

    private RequiredBeliefs(CsvTable<SourcedBelief> table) {
        this.table = table;
    }

    /**
     * What is missing from the table.
     *
     * @param sectors the traits of all sectors
     * @param profiles all profiles
     * @param usedSectors the sectors of companies and of the monitored population
     */
    static List<Problem> check(
            CsvTable<SourcedBelief> table,
            List<SectorTraits> sectors,
            List<DemandProfile> profiles,
            Collection<String> usedSectors) {
        RequiredBeliefs required = new RequiredBeliefs(table);
        for (BeliefName name : BeliefName.values()) {
            required.check(name, scopes(name, sectors, profiles, usedSectors));
        }
        profiles.forEach(profile -> required.checkSeasons(profile.name()));
        required.checkTimeZones();
        required.checkCurves();
        required.checkLoadings();
        return required.problems;
    }

    private static Collection<String> scopes(
            BeliefName name, List<SectorTraits> sectors, List<DemandProfile> profiles, Collection<String> usedSectors) {
        return switch (name) {
            case RESPONSE_CURVE_WEIGHT -> List.of(ResponseCurves.CONVERSION, ResponseCurves.ABANDONMENT);
            case PI_IN_BLAST_ZONE, GAMMA_NEEDS_SERVICE -> listed(usedSectors);
            case RECAPTURE_R ->
                new TreeSet<>(sectors.stream().map(SectorTraits::recaptureClass).toList());
            case RECAPTURE_HALVING_H ->
                new TreeSet<>(sectors.stream().map(SectorTraits::halvingClass).toList());
            case PROFILE_CONCENTRATION ->
                profiles.stream().map(DemandProfile::name).toList();
            case REVENUE_LEVEL_SD -> List.of("reported", "implied", "estimated");
            case TIME_ZONE_MIX, SEASON_INDEX -> List.of();
            case XI,
                    BASELINE_LOAD_S,
                    PI_SHARED_SD,
                    MONITORED_TRANSFER_SD,
                    GAMMA_COMPANY_SIZE,
                    REDUNDANCY_PROBABILITY,
                    REDUNDANCY_RELIEF,
                    COMPANY_LAG_MIN,
                    WRITE_SHARE,
                    CHURN_C,
                    CHURN_BUILD_UP_H,
                    REVENUE_LEVEL_SD_PER_YEAR,
                    REGION_SHARE,
                    LOADING_GLOBAL,
                    LOADING_SECTOR,
                    EXTRA_COST_RATIO,
                    CREDIT_RATIO,
                    MARGIN_ON_LOST_SALES -> List.of(SourcedBelief.ALL);
        };
    }

    /** The monitored shops are measured, so that nothing need be believed of their dependency. */
    private static Collection<String> listed(Collection<String> usedSectors) {
        TreeSet<String> sectors = new TreeSet<>(usedSectors);
        sectors.remove(SectorTraits.MONITORED_RETAIL);
        return sectors;
    }

    private void check(BeliefName name, Collection<String> scopes) {
        for (String scope : scopes) {
            if (!has(name, scope)) {
                refuse(
                        "scope",
                        name.code() + "/" + scope,
                        Reason.MISSING_VALUE,
                        "no usable row for this belief and scope; add it");
            }
        }
    }

    /** A season index for the whole year will do; where there is one for a quarter, each quarter needs its own. */
    private void checkSeasons(String profile) {
        List<String> quarters = List.of(profile + "/Q1", profile + "/Q2", profile + "/Q3", profile + "/Q4");
        if (!has(BeliefName.SEASON_INDEX, profile)) {
            boolean some = quarters.stream().anyMatch(quarter -> has(BeliefName.SEASON_INDEX, quarter));
            check(BeliefName.SEASON_INDEX, some ? quarters : List.of(profile));
        }
    }

    private boolean has(BeliefName name, String scope) {
        String key = name.code() + "/" + scope;
        return table.entries().stream().anyMatch(entry -> entry.key().equals(key));
    }

    private void checkLoadings() {
        double sum = table.values().stream()
                .filter(belief ->
                        belief.name() == BeliefName.LOADING_GLOBAL || belief.name() == BeliefName.LOADING_SECTOR)
                .mapToDouble(belief -> belief.belief().p50())
                .sum();
        if (sum >= 1) {
            refuse(
                    "p50",
                    Double.toString(sum),
                    Reason.OUT_OF_RANGE,
                    "loading_global and loading_sector sum to this; below 1, or nothing is left that is a company's own");
        }
    }

    private void checkTimeZones() {
        if (of(BeliefName.TIME_ZONE_MIX).isEmpty()) {
            refuse(
                    "scope",
                    BeliefName.TIME_ZONE_MIX.code(),
                    Reason.MISSING_VALUE,
                    "no usable row for this belief; add one for each time zone, such as America/New_York");
        } else {
            checkSum(BeliefName.TIME_ZONE_MIX);
        }
    }

    /** Where a curve has no usable row, that is said already. */
    private void checkCurves() {
        if (has(BeliefName.RESPONSE_CURVE_WEIGHT, ResponseCurves.CONVERSION)
                && has(BeliefName.RESPONSE_CURVE_WEIGHT, ResponseCurves.ABANDONMENT)) {
            checkSum(BeliefName.RESPONSE_CURVE_WEIGHT);
        }
    }

    private void checkSum(BeliefName name) {
        double sum =
                of(name).stream().mapToDouble(belief -> belief.belief().p50()).sum();
        if (Math.abs(sum - 1) > MIX_TOLERANCE) {
            refuse(
                    "p50",
                    Double.toString(sum),
                    Reason.OUT_OF_RANGE,
                    "the values of " + name.code() + " sum to this; make them sum to 1");
        }
    }

    private List<SourcedBelief> of(BeliefName name) {
        return table.values().stream().filter(belief -> belief.name() == name).toList();
    }

    private void refuse(String column, String value, Reason reason, String detail) {
        problems.add(Problem.file(Place.of(table.file()).withColumn(column), value, reason, detail));
    }
}
