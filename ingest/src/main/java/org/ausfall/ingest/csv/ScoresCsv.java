package org.ausfall.ingest.csv;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ausfall.core.backtest.TrackRecord;
import org.ausfall.core.problem.Reason;

/**
 * {@code backtest/scores.csv}, optional: the scores of the past outages beside it, as {@code ausfall backtest} wrote them. One row a
 * measure; reports quote the row coverage_90.
 *
 * <pre>
 * column   type                  blank  meaning
 * measure  text                  no     the score
 * inside   whole number from 0   none   how many losses the ranges held, where the measure counts that
 * events   whole number above 0  no     of how many
 * </pre>
 */
public final class ScoresCsv implements CsvSchema<ScoresCsv.Row> {
    private static final String QUOTED = "coverage_90";

    /**
     * A score.
     *
     * @param measure which
     * @param inside how many were held, where it counts that
     * @param events of how many
     */
    public record Row(String measure, OptionalInt inside, int events) {}

    @Override
    public List<String> columns() {
        return List.of("measure", "inside", "events");
    }

    @Override
    public List<String> key() {
        return List.of("measure");
    }

    @Override
    public Optional<Row> parse(CsvRow row) {
        String measure = row.requiredText("measure");
        OptionalInt inside = count(row, "inside");
        OptionalInt events = count(row, "events");
        if (events.isEmpty() && row.text("events").isEmpty()) {
            row.reject("events", Reason.MISSING_VALUE, "blank; this column is needed in every row");
        } else if (events.isPresent() && (events.getAsInt() == 0 || inside.orElse(0) > events.getAsInt())) {
            row.reject("events", Reason.OUT_OF_RANGE, "must be above 0 and not below the column inside");
        }
        return row.build(() -> new Row(measure, inside, events.orElseThrow()));
    }

    private static OptionalInt count(CsvRow row, String column) {
        Optional<BigDecimal> number = row.decimal(column)
                .filter(any -> (any.signum() >= 0 && any.scale() == 0 && any.precision() <= 9)
                        || row.reject(column, Reason.OUT_OF_RANGE, "a count is a whole number from 0"));
        return number.map(any -> OptionalInt.of(any.intValueExact())).orElse(OptionalInt.empty());
    }

    /** The two numbers that reports quote. */
    public static Optional<TrackRecord> trackRecord(CsvTable<Row> table) {
        return table.values().stream()
                .filter(row -> row.measure().equals(QUOTED) && row.inside().isPresent())
                .map(row -> new TrackRecord(row.inside().getAsInt(), row.events()))
                .findFirst();
    }
}
