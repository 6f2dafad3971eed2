package org.ausfall.ingest.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.problem.Reason;

/** Which column of a file means what. */
final class Header {
    private final List<String> names;
    private final Column[] columns;
    private final boolean crlf;

    private Header(List<String> names, boolean crlf) {
        this.names = List.copyOf(names);
        this.columns = names.stream().map(Header::column).toArray(Column[]::new);
        this.crlf = crlf;
    }

    private static Column column(String name) {
        return Arrays.stream(Column.values())
                .filter(column -> column != Column.OTHER && column.header().equals(name))
                .findFirst()
                .orElse(Column.OTHER);
    }

    /** A header of these fields; the header line ended in CR LF or in LF. */
    static Header of(List<String> fields, boolean crlf) {
        return new Header(fields.stream().map(String::strip).toList(), crlf);
    }

    /** Why rows under this header cannot be used, if so. */
    Optional<Fault> fault(ScanLimits limits) {
        if (names.size() > limits.columns()) {
            return Optional.of(new Fault(
                    "",
                    names.size() + " columns",
                    Reason.TOO_LARGE,
                    "a file may have " + limits.columns() + " columns"));
        }
        List<String> missing = new ArrayList<>();
        for (Column column : Column.values()) {
            long found = Arrays.stream(columns).filter(column::equals).count();
            if (column != Column.OTHER && found > 1) {
                return Optional.of(new Fault(
                        column.header(),
                        String.join(",", names),
                        Reason.MALFORMED,
                        "the header names this column twice"));
            }
            if (column != Column.OTHER && found == 0) {
                missing.add(column.header());
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fault(
                        missing.get(0),
                        String.join(",", names),
                        Reason.MISSING_COLUMN,
                        "the header must name " + String.join(", ", missing)
                                + "; columns are separated by commas and found by name"));
    }

    /**
     * Whether a row of several lines makes sense: it has as many fields as the header, and no line break where a time, name or
     * number belongs. Otherwise a stray quote joined rows that have nothing to do with each other.
     */
    boolean allowsLineBreaks(List<String> fields) {
        if (fields.size() != columns.length) {
            return false;
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != Column.OTHER && fields.get(i).indexOf('\n') >= 0) {
                return false;
            }
        }
        return true;
    }

    List<String> names() {
        return names;
    }

    Column[] columns() {
        return columns.clone();
    }

    /** Where the column stands; the header must have it. */
    int indexOf(Column column) {
        return Arrays.asList(columns).indexOf(column);
    }

    boolean crlf() {
        return crlf;
    }
}
