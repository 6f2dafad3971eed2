package org.ausfall.ingest.csv;

import java.util.List;
import java.util.Optional;

/**
 * The format of one kind of file. What all share: UTF-8 with or without byte order mark; comma, double quotes, LF or CRLF as in
 * RFC 4180; the first row that is not blank names the columns, exactly and in any order; further columns are ignored; blank rows are
 * skipped; blanks around a value do not count; a blank value means unknown. Numbers are {@link
 * org.ausfall.ingest.text.DecimalText}.
 *
 * @param <T> what a row becomes
 */
public interface CsvSchema<T> {
    /** The columns a file must have. */
    List<String> columns();

    /** Columns a file may have besides; where one is missing, its values are blank. */
    default List<String> optionalColumns() {
        return List.of();
    }

    /** The columns whose values, joined by a slash, no two rows may share. */
    List<String> key();

    /** Reads one row; empty if the row was rejected, which the row then has recorded. */
    Optional<T> parse(CsvRow row);

    /** Checks what can only be seen when all rows are read. */
    default CsvTable<T> check(CsvTable<T> table) {
        return table;
    }
}
