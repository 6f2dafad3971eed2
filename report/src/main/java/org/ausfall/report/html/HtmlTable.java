package org.ausfall.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table on the page. The first column names the row.
 *
 * @param caption what it shows, unique on the page
 * @param columns its columns
 * @param rows its rows
 */
public record HtmlTable(String caption, List<Column> columns, List<List<Cell>> rows) {
    /**
     * A column.
     *
     * @param title its header
     * @param css {@code num} for numbers, {@code long} for running text, else empty
     */
    public record Column(String title, String css) {}

    /**
     * A cell.
     *
     * @param text what stands in it
     * @param mark a word that must not be overlooked, such as {@code reconstructed}; empty for none
     */
    public record Cell(String text, String mark) {}

    /** Copies the lists. */
    public HtmlTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Starts a table with a row for each of the items. */
    static <T> Builder<T> of(String caption, List<T> items) {
        return new Builder<>(caption, items);
    }

    /** Collects columns, each with where its cells come from. */
    static final class Builder<T> {
        private final String caption;
        private final List<T> items;
        private final List<Column> columns = new ArrayList<>();
        private final List<Function<T, Cell>> cells = new ArrayList<>();

        private Builder(String caption, List<T> items) {
            this.caption = caption;
            this.items = List.copyOf(items);
        }

        Builder<T> text(String title, Function<T, String> text) {
            return column(new Column(title, ""), item -> new Cell(text.apply(item), ""));
        }

        Builder<T> number(String title, Function<T, String> text) {
            return column(new Column(title, "num"), item -> new Cell(text.apply(item), ""));
        }

        Builder<T> prose(String title, Function<T, String> text) {
            return column(new Column(title, "long"), item -> new Cell(text.apply(item), ""));
        }

        Builder<T> marked(String title, Function<T, String> text, Function<T, String> mark) {
            return column(new Column(title, ""), item -> new Cell(text.apply(item), mark.apply(item)));
        }

        HtmlTable build() {
            List<List<Cell>> rows = new ArrayList<>();
            for (T item : items) {
                rows.add(row(item));
            }
            return new HtmlTable(caption, columns, rows);
        }

        private List<Cell> row(T item) {
            List<Cell> row = new ArrayList<>();
            for (Function<T, Cell> cell : cells) {
                row.add(cell.apply(item));
            }
            return row;
        }

        private Builder<T> column(Column column, Function<T, Cell> cell) {
            columns.add(column);
            cells.add(cell);
            return this;
        }
    }
}
