package org.ausfall.ingest.format;

import java.util.List;
import java.util.Set;
import org.ausfall.ingest.rows.RowSplitter;

/** Reads a measurement a cell: each is a row of the columns time, {@code series} (its column's name) and {@code value}. */
final class WideReading extends TableReading {
    private final int time;
    private String timeOfRow = "";

    WideReading(Target target, List<String> header, List<String> preamble) throws Misfit {
        super(target, header, List.of(timeName(target, header), "series", "value"), preamble, true);
        this.time = header.indexOf(timeName(target, header));
        new Columns(header, Set.of()).checkDistinct();
    }

    private static String timeName(Target target, List<String> header) throws Misfit {
        Columns columns = new Columns(header, Set.of());
        return columns.name(columns.need(target.descriptor().time().columns().get(0)));
    }

    @Override
    void cells(RowSplitter rows) {
        timeOfRow = rows.text(time);
        for (int i = 0; i < header().size(); i++) {
            if (i != time) {
                map(cells(rows, i), rows.line(), header().get(i));
            }
        }
    }

    private Cells cells(RowSplitter rows, int column) {
        return place -> switch (place) {
            case 0 -> timeOfRow;
            case 1 -> header().get(column);
            default -> rows.text(column);
        };
    }
}
