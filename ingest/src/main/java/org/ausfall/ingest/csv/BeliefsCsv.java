package org.ausfall.ingest.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.Scale;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.problem.Reason;

/**
 * {@code beliefs.csv} in the reference data: what the analyst believes, with its source. One row a belief and scope.
 *
 * <pre>
 * column   type                         blank       meaning
 * belief   a word of {@link BeliefName} no          which number
 * scope    text                         no          for whom: all, or a sector, class, profile, curve, basis or time zone
 * scale    known, linear, log, logit    no          the scale on which the belief is normal; known for a plain number
 * p05      number                       if known    5th percentile
 * p50      number                       no          median, or the number that is known
 * p95      number                       if known    95th percentile
 * lowest   number                       0           smallest value allowed
 * highest  number                       no limit    largest value allowed; logit: 1
 * unit     text                         none        the unit of the values
 * basis    assumption, sourced, derived no          whether it is a bare assumption, has a source, or follows from one
 * source   text                         none        citation
 * note     text                         none        what else a reader should know
 * </pre>
 *
 * <p>Percentiles rise. Shares and probabilities lie in [0, 1], and everything else is not below 0, also where limits are blank or
 * wider. The model moves pi_in_blast_zone in log-odds, so its scale is logit or known; what it takes
 * as known has no range. The weights of the response curves sum to 1, as the shares of the time zones do. The scopes of time_zone_mix are zone names
 * such as America/New_York. No two rows share belief and scope.
 */
public final class BeliefsCsv implements CsvSchema<SourcedBelief> {
    private static final Codes<BeliefName> NAMES = Codes.of(BeliefName.values(), BeliefName::code);
    private static final Codes<String> BASES = Codes.of("assumption", "sourced", "derived");
    private static final Codes<Form> FORMS =
            Codes.of(Form.values(), form -> form.name().toLowerCase(Locale.ROOT));
    private static final Set<BeliefName> SHARES = EnumSet.of(
            BeliefName.RESPONSE_CURVE_WEIGHT,
            BeliefName.PI_IN_BLAST_ZONE,
            BeliefName.GAMMA_NEEDS_SERVICE,
            BeliefName.REDUNDANCY_PROBABILITY,
            BeliefName.REDUNDANCY_RELIEF,
            BeliefName.WRITE_SHARE,
            BeliefName.RECAPTURE_R,
            BeliefName.CHURN_C,
            BeliefName.TIME_ZONE_MIX,
            BeliefName.REGION_SHARE,
            BeliefName.LOADING_GLOBAL,
            BeliefName.LOADING_SECTOR,
            BeliefName.MARGIN_ON_LOST_SALES);

    private static final Set<BeliefName> POSITIVE = EnumSet.of(
            BeliefName.BASELINE_LOAD_S,
            BeliefName.MONITORED_TRANSFER_SD,
            BeliefName.GAMMA_COMPANY_SIZE,
            BeliefName.RECAPTURE_HALVING_H,
            BeliefName.CHURN_BUILD_UP_H,
            BeliefName.PROFILE_CONCENTRATION);

    /** Of these the model takes p50 and nothing else: a range would look as if it counted. */
    private static final Set<BeliefName> WITHOUT_RANGE = EnumSet.of(
            BeliefName.RESPONSE_CURVE_WEIGHT,
            BeliefName.PI_SHARED_SD,
            BeliefName.MONITORED_TRANSFER_SD,
            BeliefName.GAMMA_COMPANY_SIZE,
            BeliefName.PROFILE_CONCENTRATION,
            BeliefName.REVENUE_LEVEL_SD,
            BeliefName.REVENUE_LEVEL_SD_PER_YEAR,
            BeliefName.TIME_ZONE_MIX,
            BeliefName.LOADING_GLOBAL,
            BeliefName.LOADING_SECTOR);

    private static final double FARTHEST_SCORE = 9;
    private static final double SMALLEST_SIZE = 0.1;
    private static final int LONGEST_LAG_MIN = 60 * 24 * 31;

    /** What stands in the column scale. */
    private enum Form {
        KNOWN,
        LINEAR,
        LOG,
        LOGIT;

        Scale scale() {
            return Scale.valueOf(name());
        }

        double highest() {
            return this == LOGIT ? 1 : Double.POSITIVE_INFINITY;
        }
    }

    @Override
    public List<String> columns() {
        return List.of(
                "belief", "scope", "scale", "p05", "p50", "p95", "lowest", "highest", "unit", "basis", "source",
                "note");
    }

    @Override
    public List<String> key() {
        return List.of("belief", "scope");
    }

    @Override
    public Optional<SourcedBelief> parse(CsvRow row) {
        Optional<BeliefName> name = row.code("belief", NAMES);
        row.required("belief", name, BeliefName.XI);
        String scope = row.requiredText("scope");
        if (name.equals(Optional.of(BeliefName.TIME_ZONE_MIX)) && !scope.isEmpty() && !isZone(scope)) {
            row.reject("scope", Reason.UNKNOWN_NAME, "not a time zone; write its name as in America/New_York");
        }
        String basis = row.required("basis", row.code("basis", BASES), "");
        Optional<Form> form = row.code("scale", FORMS);
        row.required("scale", form, Form.KNOWN);
        Optional<Belief> belief = form.flatMap(known -> belief(row, known, name));
        form.ifPresent(scale -> name.ifPresent(which -> checkScale(row, which, scale)));
        belief.ifPresent(known -> name.ifPresent(which -> checkRange(row, which, known)));
        if (row.rejected()) {
            return Optional.empty();
        }
        return belief.flatMap(known -> row.build(() -> new SourcedBelief(
                name.orElseThrow(), scope, known, row.text("unit"), basis, row.text("source"), row.text("note"))));
    }

    /** A probability cut off at 0 or 1 has no log-odds, and a range that the model would not draw from is not taken. */
    private static void checkScale(CsvRow row, BeliefName name, Form form) {
        if (name == BeliefName.PI_IN_BLAST_ZONE && form != Form.LOGIT && form != Form.KNOWN) {
            row.reject(
                    "scale",
                    Reason.CONTRADICTION,
                    "the model moves this in log-odds; write logit, or known for a plain number");
        }
        if (WITHOUT_RANGE.contains(name) && form != Form.KNOWN) {
            row.reject("scale", Reason.CONTRADICTION, "the model takes this as known; write known and only p50");
        }
    }

    /** Values the model could not compute with, refused here where the line is known. */
    private static void checkRange(CsvRow row, BeliefName name, Belief belief) {
        if (POSITIVE.contains(name) && !(belief.at(-FARTHEST_SCORE) > 0)) {
            row.reject("p50", Reason.OUT_OF_RANGE, "must be above 0, also at its lowest");
        }
        if (name == BeliefName.GAMMA_COMPANY_SIZE && belief.p50() < SMALLEST_SIZE) {
            row.reject("p50", Reason.OUT_OF_RANGE, "must be at least " + SMALLEST_SIZE);
        }
        if (name == BeliefName.COMPANY_LAG_MIN && !(belief.at(FARTHEST_SCORE) <= LONGEST_LAG_MIN)) {
            row.reject(
                    "highest",
                    Reason.OUT_OF_RANGE,
                    "a lag needs a highest value of at most " + LONGEST_LAG_MIN + " minutes");
        }
    }

    private static boolean isZone(String scope) {
        try {
            return !ZoneId.of(scope).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Optional<Belief> belief(CsvRow row, Form form, Optional<BeliefName> name) {
        boolean share = name.isPresent() && SHARES.contains(name.get());
        return form == Form.KNOWN ? known(row, share) : threePoint(row, form, share);
    }

    private static Optional<Belief> known(CsvRow row, boolean share) {
        for (String column : List.of("p05", "p95", "lowest", "highest")) {
            if (row.optionalText(column).isPresent()) {
                row.reject(column, Reason.CONTRADICTION, "a known number has a p50 only; leave this blank");
            }
        }
        double value = percentile(row, "p50", share);
        return row.build(() -> new Belief.Known(value));
    }

    private static Optional<Belief> threePoint(CsvRow row, Form form, boolean share) {
        double p05 = percentile(row, "p05", share);
        double p50 = percentile(row, "p50", share);
        double p95 = percentile(row, "p95", share);
        double lowest = limit(row, "lowest", 0);
        double highest = limit(row, "highest", form.highest());
        if (row.rejected()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Belief.ThreePoint(
                    form.scale(), p05, p50, p95, Math.max(0, lowest), share ? Math.min(1, highest) : highest));
        } catch (IllegalArgumentException e) {
            row.reject("p50", Reason.OUT_OF_RANGE, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static double percentile(CsvRow row, String column, boolean share) {
        BigDecimal highest = share ? BigDecimal.ONE : BigDecimal.valueOf(1e12);
        Optional<BigDecimal> number = row.decimal(column)
                .filter(any -> (any.signum() >= 0 && any.compareTo(highest) <= 0)
                        || row.reject(
                                column,
                                Reason.OUT_OF_RANGE,
                                share ? "a share is a fraction between 0 and 1" : "must be between 0 and 1e12"));
        return row.required(column, number, BigDecimal.ZERO).doubleValue();
    }

    private static double limit(CsvRow row, String column, double otherwise) {
        return row.decimal(column).map(BigDecimal::doubleValue).orElse(otherwise);
    }

    /** The scopes for which a belief stands in the table, be the row usable or not. */
    public static Listing scopes(CsvTable<SourcedBelief> table, BeliefName name) {
        String prefix = name.code() + "/";
        List<String> rejected = table.rejectedKeys().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
        CsvTable<SourcedBelief> ofName = new CsvTable<>(
                table.file(),
                table.entries().stream()
                        .filter(entry -> entry.value().name() == name)
                        .toList(),
                rejected,
                table.rowsRead(),
                table.problems());
        return ofName.listing(entry -> entry.value().scope(), rejected);
    }
}
