package org.ausfall.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.sensitivity.Bar;
import org.ausfall.core.sensitivity.Levels;
import org.ausfall.core.sensitivity.PopulationSensitivity;
import org.ausfall.core.sensitivity.Sensitivity;
import org.ausfall.core.sensitivity.SobolIndex;
import org.ausfall.report.chart.TornadoChart;
import org.ausfall.report.wording.DriverText;
import org.ausfall.report.wording.MoneyText;
import org.ausfall.report.wording.SensitivityText;

/**
 * What moves the losses.
 *
 * @param note how it was found, or that it was not asked for
 * @param parts one entry a population, gross and net
 */
public record SensitivitySection(String note, List<Part> parts) {
    /**
     * What moves one loss.
     *
     * @param title the population and measure
     * @param worth which belief is worth learning more about; may be empty
     * @param split where the variance comes from; empty where nothing varies
     * @param chart the tornado; without rows where no belief moves the median
     * @param n what the chart leaves out
     * @param bars the tornado's numbers
     * @param indices shares of variance; without rows where they were not asked for
     * @param unsure which of them must not be quoted; empty for none
     */
    public record Part(
            String title,
            String worth,
            String split,
            TornadoChart chart,
            String n,
            HtmlTable bars,
            HtmlTable indices,
            String unsure) {}

    /** Copies the list. */
    public SensitivitySection {
        parts = List.copyOf(parts);
    }

    static SensitivitySection of(Findings findings) {
        return findings.sensitivity()
                .map(sensitivity -> new SensitivitySection(note(sensitivity), parts(findings, sensitivity)))
                .orElseGet(() -> new SensitivitySection(
                        "Not computed for this report; --sensitivity tornado shows how far each belief moves the losses.",
                        List.of()));
    }

    private static String note(Sensitivity sensitivity) {
        return "The loss model was run again over " + sensitivity.draws()
                + " draws with one belief changed at a time and the luck of the first run in everything else. A belief over several "
                + "sectors or classes is moved in all of them together; one about single companies, in all companies at once. "
                + "A probability of being hit is held at what is believed of it once the monitored sites are known. "
                + "Ranges of shares are 90 % bootstrap intervals.";
    }

    private static List<Part> parts(Findings findings, Sensitivity sensitivity) {
        List<Part> parts = new ArrayList<>();
        for (PopulationSensitivity population : sensitivity.populations()) {
            parts.add(part(findings, population, "tornado-" + (parts.size() + 1)));
        }
        return parts;
    }

    private static Part part(Findings findings, PopulationSensitivity population, String id) {
        String name = SensitivityText.name(findings, population);
        TornadoChart chart = TornadoChart.of(population, id, name);
        int hidden = population.bars().size() - chart.rows().size();
        return new Part(
                name,
                SensitivityText.worthLearning(findings, population).orElse(""),
                SensitivityText.split(population.split()),
                chart,
                hidden > 0 ? hidden + " smaller ones are in the table." : "",
                bars(name, population),
                indices(name, population),
                SensitivityText.notConverged(population.indices()));
    }

    private record Row(String label, Levels low, Levels high) {}

    private static HtmlTable bars(String name, PopulationSensitivity population) {
        List<Row> rows = Stream.concat(
                        Stream.concat(population.bars().stream(), population.scopeBars().stream())
                                .map(SensitivitySection::row),
                        Stream.of(new Row(
                                "luck alone, every belief at its median", population.chance(), population.chance())))
                .toList();
        return HtmlTable.of("What moves the loss: " + name, rows)
                .text("Held", Row::label)
                .number("Median, belief low", row -> MoneyText.of(row.low().p50()))
                .number("Median, belief high", row -> MoneyText.of(row.high().p50()))
                .number("90 % range, low", row -> range(row.low()))
                .number("90 % range, high", row -> range(row.high()))
                .build();
    }

    private static Row row(Bar bar) {
        return new Row(DriverText.label(bar.driver()), bar.low(), bar.high());
    }

    private static String range(Levels levels) {
        return MoneyText.range(levels.p05(), levels.p95());
    }

    private static HtmlTable indices(String name, PopulationSensitivity population) {
        return HtmlTable.of("Shares of variance (Sobol indices): " + name, population.indices())
                .text("Drawn", index -> DriverText.label(index.driver()))
                .number("On its own", index -> SensitivityText.percent(index.first()))
                .number("With interactions", index -> SensitivityText.percent(index.total()))
                .marked("Verdict", index -> "", SensitivitySection::verdict)
                .build();
    }

    private static String verdict(SobolIndex index) {
        return index.hasConverged() ? "" : "not converged";
    }
}
