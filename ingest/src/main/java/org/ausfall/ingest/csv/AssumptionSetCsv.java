package org.ausfall.ingest.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/**
 * A set of assumptions: beliefs to put in the place of those in {@code beliefs.csv}. One row a belief and scope, with the columns of
 * {@link BeliefsCsv} and two more, the same in every row:
 *
 * <pre>
 * column   type  blank  meaning
 * set      text  no     the name of the set
 * version  text  no     its version
 * source   text  no     citation, or who judged so and why
 * </pre>
 *
 * <p>A row replaces a belief that is there; it cannot add one.
 */
public final class AssumptionSetCsv implements CsvSchema<AssumptionSetCsv.Row> {
    /**
     * A row of a set.
     *
     * @param set the set's name
     * @param version the set's version
     * @param belief what is to be believed
     */
    public record Row(String set, String version, SourcedBelief belief) {}

    private final BeliefsCsv beliefs = new BeliefsCsv();
    private final CsvTable<SourcedBelief> replaceable;

    /** The schema where these beliefs can be replaced. */
    public AssumptionSetCsv(CsvTable<SourcedBelief> replaceable) {
        this.replaceable = replaceable;
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(beliefs.columns());
        columns.addAll(List.of("set", "version"));
        return columns;
    }

    @Override
    public List<String> key() {
        return beliefs.key();
    }

    @Override
    public Optional<Row> parse(CsvRow row) {
        String set = row.requiredText("set");
        String version = row.requiredText("version");
        row.requiredText("source");
        Optional<SourcedBelief> belief = beliefs.parse(row);
        belief.ifPresent(found -> checkReplaceable(row, found));
        return belief.flatMap(found -> row.build(() -> new Row(set, version, found)));
    }

    private void checkReplaceable(CsvRow row, SourcedBelief found) {
        SortedSet<String> scopes = replaceable.values().stream()
                .filter(belief -> belief.name() == found.name())
                .map(SourcedBelief::scope)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!replaceable.refused() && !scopes.contains(found.scope())) {
            row.reject(
                    "scope",
                    Reason.UNKNOWN_NAME,
                    "there is no " + found.name().code() + " for this scope to replace; there is one for "
                            + String.join(", ", scopes) + Spelling.suggestion(found.scope(), scopes));
        }
    }

    @Override
    public CsvTable<Row> check(CsvTable<Row> table) {
        if (table.entries().isEmpty()) {
            return table;
        }
        Row first = table.entries().get(0).value();
        return table.reject(entry -> objection("set", entry.value().set(), first.set(), entry)
                .or(() -> objection("version", entry.value().version(), first.version(), entry)));
    }

    private static Optional<Problem> objection(String column, String value, String first, CsvTable.Entry<Row> entry) {
        return value.equals(first)
                ? Optional.empty()
                : Optional.of(Problem.row(
                        entry.place().withColumn(column),
                        entry.key(),
                        value,
                        Reason.CONTRADICTION,
                        "the first row says " + first + "; one file holds one set, so write the same in every row"));
    }
}
