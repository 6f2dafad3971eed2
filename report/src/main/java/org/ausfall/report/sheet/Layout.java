package org.ausfall.report.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The columns of a sheet, each with where its value comes from, so that header and cells cannot drift apart.
 *
 * @param <T> what a row is about
 */
final class Layout<T> {
    private record Source<T>(Sheet.Column column, Function<T, Cell> cell) {}

    private final List<Source<T>> sources;

    private Layout(List<Source<T>> sources) {
        this.sources = sources;
    }

    static <T> Layout<T> empty() {
        return new Layout<>(List.of());
    }

    Layout<T> text(String name, Function<T, String> value) {
        return with(name, Sheet.Kind.TEXT, row -> new Cell.Text(value.apply(row)));
    }

    Layout<T> number(String name, ToDoubleFunction<T> value) {
        return with(name, Sheet.Kind.NUMBER, row -> Cell.of(value.applyAsDouble(row)));
    }

    Layout<T> usd(String name, ToDoubleFunction<T> value) {
        return with(name, Sheet.Kind.NUMBER, row -> Cell.usd(value.applyAsDouble(row)));
    }

    Layout<T> count(String name, ToLongFunction<T> value) {
        return with(name, Sheet.Kind.COUNT, row -> Cell.of(value.applyAsLong(row)));
    }

    Layout<T> with(String name, Sheet.Kind kind, Function<T, Cell> cell) {
        List<Source<T>> longer = new ArrayList<>(sources);
        longer.add(new Source<>(new Sheet.Column(name, kind), cell));
        return new Layout<>(List.copyOf(longer));
    }

    Sheet fill(String name, List<T> rows) {
        return new Sheet(
                name,
                sources.stream().map(Source::column).toList(),
                rows.stream().map(this::cells).toList());
    }

    List<String> header() {
        return sources.stream().map(source -> source.column().name()).toList();
    }

    List<Cell> cells(T row) {
        List<Cell> cells = new ArrayList<>(sources.size());
        for (Source<T> source : sources) {
            cells.add(source.cell().apply(row));
        }
        return cells;
    }
}
