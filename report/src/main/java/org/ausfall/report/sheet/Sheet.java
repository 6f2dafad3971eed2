package org.ausfall.report.sheet;

import java.util.List;

/**
 * A table of results, before any format.
 *
 * @param name what it holds, one word: {@code retailers}
 * @param columns its columns
 * @param rows its rows, each with one cell a column
 */
public record Sheet(String name, List<Column> columns, List<List<Cell>> rows) {
    /** What a column holds. */
    public enum Kind {
        /** Words. */
        TEXT,
        /** Numbers, some of which may be blank. */
        NUMBER,
        /** Whole numbers, some of which may be blank. */
        COUNT
    }

    /**
     * A column.
     *
     * @param name its header in every format
     * @param kind what it holds
     */
    public record Column(String name, Kind kind) {}

    /** Copies the lists and checks the length of the rows. */
    public Sheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        name + ": a row has " + row.size() + " cells, expected " + columns.size());
            }
        }
    }

    /** The headers. */
    public List<String> header() {
        return columns.stream().map(Column::name).toList();
    }
}
