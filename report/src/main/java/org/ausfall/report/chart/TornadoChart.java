package org.ausfall.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ausfall.core.sensitivity.Bar;
import org.ausfall.core.sensitivity.PopulationSensitivity;
import org.ausfall.report.wording.DriverText;
import org.ausfall.report.wording.MoneyText;

/**
 * How far each belief moves the median from its low to its high end, the largest swing on top.
 *
 * @param id unique on the page, for titles to refer to
 * @param description the chart in words
 * @param height the height of the drawing; its width is {@link #WIDTH}
 * @param rows one entry a belief
 * @param center where the estimate's median lies
 * @param ticks the axis
 * @param bottom where the axis lies
 */
public record TornadoChart(
        String id, String description, String height, List<Row> rows, String center, List<Tick> ticks, String bottom) {
    /** The width of the drawing. */
    public static final int WIDTH = 720;

    private static final int LEFT = 60;
    private static final int RIGHT = 660;
    private static final int TOP = 8;
    private static final int ROW = 46;
    private static final int MOST = 10;

    /**
     * A belief.
     *
     * @param label its name
     * @param labelY where the name stands
     * @param low the part towards its 5th percentile
     * @param high the part towards its 95th percentile
     * @param leftLabel the median at the left end
     * @param leftX where that ends
     * @param rightLabel the median at the right end
     * @param rightX where that starts
     * @param valueY where both stand
     */
    public record Row(
            String label,
            String labelY,
            Part low,
            Part high,
            String leftLabel,
            String leftX,
            String rightLabel,
            String rightX,
            String valueY) {}

    /**
     * A part of a bar.
     *
     * @param x its left end
     * @param y its upper edge
     * @param width its length
     */
    public record Part(String x, String y, String width) {}

    /** Copies the lists. */
    public TornadoChart {
        rows = List.copyOf(rows);
        ticks = List.copyOf(ticks);
    }

    /** Draws the ten largest bars of a loss. */
    public static TornadoChart of(PopulationSensitivity population, String id, String name) {
        List<Bar> bars = population.bars().stream()
                .filter(bar -> bar.swing() > 0)
                .limit(MOST)
                .toList();
        Axis axis = axis(population, bars);
        double bottom = TOP + (double) ROW * bars.size();
        return new TornadoChart(
                id,
                "Bars from the median of " + name
                        + " with a belief at its 5th percentile to that with it at its 95th; the line marks "
                        + "the estimate. The table below holds the numbers.",
                Axis.tenth(bottom + 34),
                IntStream.range(0, bars.size())
                        .mapToObj(i -> row(bars.get(i), population.estimate().p50(), TOP + (double) ROW * i, axis))
                        .toList(),
                axis.place(population.estimate().p50()),
                ticks(axis),
                Axis.tenth(bottom));
    }

    private static Axis axis(PopulationSensitivity population, List<Bar> bars) {
        double[] medians = DoubleStream.concat(
                        DoubleStream.of(population.estimate().p50()),
                        bars.stream()
                                .flatMapToDouble(bar -> DoubleStream.of(
                                        bar.low().p50(), bar.high().p50())))
                .toArray();
        double lowest = DoubleStream.of(medians).min().orElse(0);
        double highest = DoubleStream.of(medians).max().orElse(1);
        double margin = highest > lowest ? 0.05 * (highest - lowest) : 1;
        return new Axis(false, Math.max(0, lowest - margin), highest + margin, LEFT, RIGHT);
    }

    /** Round amounts, three to seven of them. */
    private static List<Tick> ticks(Axis axis) {
        double span = axis.to() - axis.from();
        double power = Math.pow(10, Math.floor(Math.log10(span / 3)));
        double step = DoubleStream.of(5, 2, 1)
                .map(digit -> digit * power)
                .filter(candidate -> span / candidate >= 3)
                .findFirst()
                .orElse(power);
        return IntStream.rangeClosed((int) Math.ceil(axis.from() / step), (int) Math.floor(axis.to() / step))
                .mapToDouble(count -> count * step)
                .mapToObj(usd -> new Tick(axis.place(usd), MoneyText.bare(usd), ""))
                .toList();
    }

    private static Row row(Bar bar, double center, double top, Axis axis) {
        double left = Math.min(center, Math.min(bar.low().p50(), bar.high().p50()));
        double right = Math.max(center, Math.max(bar.low().p50(), bar.high().p50()));
        return new Row(
                DriverText.label(bar.driver()),
                Axis.tenth(top + 14),
                part(center, bar.low().p50(), axis, top + 20),
                part(center, bar.high().p50(), axis, top + 20),
                MoneyText.bare(left),
                Axis.tenth(axis.at(left) - 6),
                MoneyText.bare(right),
                Axis.tenth(axis.at(right) + 6),
                Axis.tenth(top + 33));
    }

    private static Part part(double center, double end, Axis axis, double y) {
        double from = axis.at(Math.min(center, end));
        double to = axis.at(Math.max(center, end));
        return new Part(Axis.tenth(from), Axis.tenth(y), Axis.tenth(to - from));
    }
}
