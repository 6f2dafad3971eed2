package org.ausfall.report.table;

import java.util.List;
import java.util.stream.IntStream;
import org.ausfall.core.analysis.Findings;
import org.ausfall.report.sheet.Cell;
import org.ausfall.report.sheet.LossSheet;
import org.ausfall.report.sheet.PopulationSheet;
import org.ausfall.report.sheet.ProblemSheet;
import org.ausfall.report.sheet.RetailerSheet;
import org.ausfall.report.sheet.Sheet;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The findings as Tablesaw tables, for people who carry on in a notebook or JShell. Columns are named as in the CSV files; numbers
 * have full precision, a blank is a missing value. Tablesaw's own percentile is another definition (type 6) than the R-7 used here.
 */
public final class FindingsTables {
    private FindingsTables() {}

    /** One row a retailer, from the hardest hit on. */
    public static Table retailers(Findings findings) {
        return table(RetailerSheet.of(findings));
    }

    /** One row a company, by id. */
    public static Table losses(Findings findings) {
        return table(LossSheet.of(findings));
    }

    /** One row a population or sector; they overlap and must not be added. */
    public static Table populations(Findings findings) {
        return table(PopulationSheet.of(findings));
    }

    /** One row a problem of the input. */
    public static Table problems(Findings findings) {
        return table(ProblemSheet.of(findings));
    }

    private static Table table(Sheet sheet) {
        return Table.create(
                sheet.name(),
                IntStream.range(0, sheet.columns().size())
                        .<Column<?>>mapToObj(i -> column(
                                sheet.columns().get(i),
                                sheet.rows().stream().map(row -> row.get(i)).toList()))
                        .toList());
    }

    private static Column<?> column(Sheet.Column column, List<Cell> cells) {
        return switch (column.kind()) {
            case TEXT ->
                StringColumn.create(
                        column.name(), cells.stream().map(Cell::written).toList());
            case NUMBER ->
                DoubleColumn.create(
                        column.name(), cells.stream().mapToDouble(Cell::number).toArray());
            case COUNT -> counts(column.name(), cells);
        };
    }

    private static LongColumn counts(String name, List<Cell> cells) {
        LongColumn column = LongColumn.create(name);
        for (Cell cell : cells) {
            if (Double.isNaN(cell.number())) {
                column.appendMissing();
            } else {
                column.append((long) cell.number());
            }
        }
        return column;
    }
}
