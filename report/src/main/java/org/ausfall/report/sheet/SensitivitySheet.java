package org.ausfall.report.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ausfall.core.sensitivity.Bar;
import org.ausfall.core.sensitivity.Estimate;
import org.ausfall.core.sensitivity.Levels;
import org.ausfall.core.sensitivity.PopulationSensitivity;
import org.ausfall.core.sensitivity.Sensitivity;
import org.ausfall.core.sensitivity.SobolIndex;

/**
 * What moves the losses. A row of the tornado is a loss with one belief held at its low or high end; a row of the split or of the Sobol
 * indices is a share of variance with its 90 % interval.
 */
public final class SensitivitySheet {
    private record Row(
            PopulationSensitivity of,
            String analysis,
            String driver,
            String end,
            Cell value,
            Cell p05,
            Cell p95,
            String unit,
            String converged) {}

    private static final Layout<Row> LAYOUT = Layout.<Row>empty()
            .text("scope", row -> row.of().scope())
            .text("measure", row -> row.of().measure().code())
            .text("analysis", Row::analysis)
            .text("driver", Row::driver)
            .text("end", Row::end)
            .with("value", Sheet.Kind.NUMBER, Row::value)
            .with("p05", Sheet.Kind.NUMBER, Row::p05)
            .with("p95", Sheet.Kind.NUMBER, Row::p95)
            .text("unit", Row::unit)
            .text("converged", Row::converged);

    private SensitivitySheet() {}

    /** The sheet {@code sensitivity}. */
    public static Sheet of(Sensitivity sensitivity) {
        List<Row> rows = new ArrayList<>();
        sensitivity.populations().forEach(population -> rows.addAll(rows(population)));
        return LAYOUT.fill("sensitivity", rows);
    }

    private static List<Row> rows(PopulationSensitivity of) {
        List<Row> rows = new ArrayList<>();
        rows.add(loss(of, "estimate", "", "", of.estimate()));
        rows.add(loss(of, "tornado", "luck_alone", "", of.chance()));
        Stream.concat(of.bars().stream(), of.scopeBars().stream()).forEach(bar -> rows.addAll(ends(of, bar)));
        rows.add(share(of, "split", "beliefs", of.split().beliefs()));
        rows.add(share(of, "split", "chance_of_all", of.split().all()));
        rows.add(share(of, "split", "chance_of_sectors", of.split().sectors()));
        rows.add(share(of, "split", "chance_of_companies", of.split().companies()));
        of.indices().forEach(index -> rows.addAll(shares(of, index)));
        return rows;
    }

    private static List<Row> ends(PopulationSensitivity of, Bar bar) {
        String driver = bar.driver().code();
        return List.of(loss(of, "tornado", driver, "low", bar.low()), loss(of, "tornado", driver, "high", bar.high()));
    }

    private static Row loss(PopulationSensitivity of, String analysis, String driver, String end, Levels levels) {
        return new Row(
                of,
                analysis,
                driver,
                end,
                Cell.usd(levels.p50()),
                Cell.usd(levels.p05()),
                Cell.usd(levels.p95()),
                "USD",
                "");
    }

    private static List<Row> shares(PopulationSensitivity of, SobolIndex index) {
        String driver = index.driver().code();
        return List.of(
                share(of, "sobol_first", driver, index.first()), share(of, "sobol_total", driver, index.total()));
    }

    private static Row share(PopulationSensitivity of, String analysis, String driver, Estimate share) {
        return new Row(
                of,
                analysis,
                driver,
                "",
                Cell.of(share.value()),
                Cell.of(share.lower()),
                Cell.of(share.upper()),
                "fraction",
                share.hasConverged() ? "yes" : "no");
    }
}
