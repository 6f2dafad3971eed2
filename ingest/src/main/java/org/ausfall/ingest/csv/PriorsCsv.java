package org.ausfall.ingest.csv;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.Scale;
import org.ausfall.core.backtest.Prior;
import org.ausfall.core.backtest.PriorName;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/**
 * {@code backtest/priors.csv}: what is believed before any past outage is looked at. One row a belief.
 *
 * <pre>
 * column  type                         blank     meaning
 * prior   a word of {@link PriorName}, no        which number
 *         unique; all must stand
 * scale   known, log, logit            no        the scale on which the belief is normal; known for a plain number
 * p05     number above 0               if known  5th percentile
 * p50     number from 0                no        median, or the number that is known
 * p95     number above 0               if known  95th percentile
 * unit    text                         none      the unit of the values
 * basis   assumption, sourced, derived no        whether it is a bare assumption, has a source, or follows from one
 * source  text                         none      citation
 * note    text                         none      why, and what else a reader should know
 * </pre>
 *
 * <p>Percentiles rise; on the scale logit they lie between 0 and 1.
 */
public final class PriorsCsv implements CsvSchema<Prior> {
    private static final Codes<PriorName> NAMES = Codes.of(PriorName.values(), PriorName::code);
    private static final Codes<String> BASES = Codes.of("assumption", "sourced", "derived");
    private static final Codes<String> SCALES = Codes.of("known", "log", "logit");

    @Override
    public List<String> columns() {
        return List.of("prior", "scale", "p05", "p50", "p95", "unit", "basis", "source", "note");
    }

    @Override
    public List<String> key() {
        return List.of("prior");
    }

    @Override
    public Optional<Prior> parse(CsvRow row) {
        Optional<PriorName> name = row.code("prior", NAMES);
        row.required("prior", name, PriorName.SEVERITY_SCALE);
        String basis = row.required("basis", row.code("basis", BASES), "");
        String scale = row.required("scale", row.code("scale", SCALES), "known");
        double median = number(row, "p50");
        Optional<Belief> belief = scale.equals("known") ? known(row, median) : threePoint(row, scale, median);
        return belief.filter(any -> !row.rejected())
                .map(any -> new Prior(
                        name.orElseThrow(), any, row.text("unit"), basis, row.text("source"), row.text("note")));
    }

    private static double number(CsvRow row, String column) {
        Optional<BigDecimal> number = row.decimal(column)
                .filter(any -> any.signum() >= 0 || row.reject(column, Reason.OUT_OF_RANGE, "must not be below 0"));
        return row.required(column, number, BigDecimal.ZERO).doubleValue();
    }

    private static Optional<Belief> known(CsvRow row, double value) {
        for (String column : List.of("p05", "p95")) {
            if (row.optionalText(column).isPresent()) {
                row.reject(column, Reason.CONTRADICTION, "a known number has a p50 only; leave this blank");
            }
        }
        return row.build(() -> new Belief.Known(value));
    }

    private static Optional<Belief> threePoint(CsvRow row, String scale, double median) {
        double low = number(row, "p05");
        double high = number(row, "p95");
        if (row.rejected()) {
            return Optional.empty();
        }
        boolean share = scale.equals("logit");
        try {
            return Optional.of(new Belief.ThreePoint(
                    Scale.valueOf(scale.toUpperCase(Locale.ROOT)),
                    low,
                    median,
                    high,
                    0,
                    share ? 1 : Double.POSITIVE_INFINITY));
        } catch (IllegalArgumentException e) {
            row.reject("p50", Reason.OUT_OF_RANGE, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Each prior must stand, so that nothing is believed without being said. */
    @Override
    public CsvTable<Prior> check(CsvTable<Prior> table) {
        CsvTable<Prior> checked = table;
        for (PriorName name : PriorName.values()) {
            if (table.values().stream().noneMatch(prior -> prior.name() == name)) {
                checked = checked.with(Problem.file(
                        Place.of(table.file()).withColumn("prior"),
                        name.code(),
                        Reason.MISSING_VALUE,
                        "no usable row for this prior; add it"));
            }
        }
        return checked;
    }
}
