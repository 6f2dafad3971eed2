package org.ausfall.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.PublishedFigure;
import org.ausfall.core.loss.LossDistribution;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.report.wording.MoneyText;
import org.ausfall.report.wording.PublishedText;

/**
 * The 90 % range of gross and net loss of each population as bars on a logarithmic axis, with the median as a line across and the
 * published figures as diamonds.
 *
 * @param description the chart in words
 * @param height the height of the drawing; its width is {@link #WIDTH}
 * @param rows one entry a population
 * @param ticks the axis
 * @param bottom where the axis lies
 */
public record LossChart(String description, String height, List<Row> rows, List<Tick> ticks, String bottom) {
    /** The width of the drawing. */
    public static final int WIDTH = 720;

    private static final int LEFT = 24;
    private static final int RIGHT = 690;
    private static final int TOP = 8;
    private static final int ROW = 92;
    private static final int ONE_FIGURE = 16;

    /**
     * A population.
     *
     * @param label its name
     * @param labelY where the name stands
     * @param gross the gross loss
     * @param net the net loss
     * @param published what others said
     */
    public record Row(String label, String labelY, Bar gross, Bar net, List<Mark> published) {}

    /**
     * A range.
     *
     * @param x its left end
     * @param y its upper edge
     * @param width its length
     * @param medianX the place of the median
     * @param medianTop where the line of the median starts
     * @param medianBottom where it ends
     */
    public record Bar(String x, String y, String width, String medianX, String medianTop, String medianBottom) {}

    /**
     * A published figure.
     *
     * @param points the corners of its diamond
     * @param label amount and origin
     * @param labelX where the label starts, or ends where {@code leftward}
     * @param labelY where it stands
     * @param leftward whether the label stands to the left of the diamond
     */
    public record Mark(String points, String label, String labelX, String labelY, boolean leftward) {}

    /** Copies the lists. */
    public LossChart {
        rows = List.copyOf(rows);
        ticks = List.copyOf(ticks);
    }

    /** Draws the populations of the findings; sectors are left to their table. */
    public static LossChart of(Findings findings) {
        List<PopulationLoss> populations = findings.losses().populations().stream()
                .filter(population -> population.isHeadline() && population.isEstimated())
                .toList();
        Axis axis = axis(findings, populations);
        int height = populations.stream()
                .mapToInt(population -> height(findings, population))
                .sum();
        double bottom = TOP + height;
        return new LossChart(
                "Bars of the 90 % range of estimated gross and net loss by population, on a logarithmic axis of US dollars, with "
                        + "the medians as lines and published figures as diamonds. The table above holds the numbers.",
                Axis.tenth(bottom + 34),
                IntStream.range(0, populations.size())
                        .mapToObj(i -> row(findings, populations, i, axis))
                        .toList(),
                axis.ticks().stream()
                        .map(usd -> new Tick(axis.place(usd), MoneyText.bare(usd), ""))
                        .toList(),
                Axis.tenth(bottom));
    }

    private static int height(Findings findings, PopulationLoss population) {
        return ROW
                + ONE_FIGURE
                        * PublishedText.losses(findings, population.scope()).size();
    }

    private static Axis axis(Findings findings, List<PopulationLoss> populations) {
        double[] amounts = populations.stream()
                .flatMapToDouble(population -> DoubleStream.concat(
                        DoubleStream.concat(ends(population.gross()), ends(population.net())),
                        PublishedText.losses(findings, population.scope()).stream()
                                .mapToDouble(PublishedFigure::value)))
                .filter(amount -> amount > 0)
                .toArray();
        double lowest = DoubleStream.of(amounts).min().orElse(1e6);
        double highest = DoubleStream.of(amounts).max().orElse(1e8);
        return new Axis(true, lowest / 1.5, highest * 1.5, LEFT, RIGHT);
    }

    private static DoubleStream ends(LossDistribution loss) {
        return DoubleStream.of(loss.p05(), loss.p50(), loss.p95());
    }

    private static Row row(Findings findings, List<PopulationLoss> populations, int index, Axis axis) {
        PopulationLoss population = populations.get(index);
        double top = TOP
                + populations.subList(0, index).stream()
                        .mapToInt(above -> height(findings, above))
                        .sum();
        List<PublishedFigure> figures = PublishedText.losses(findings, population.scope());
        return new Row(
                population.label(),
                Axis.tenth(top + 16),
                bar(population.gross(), axis, top + 26, 18),
                bar(population.net(), axis, top + 52, 12),
                IntStream.range(0, figures.size())
                        .mapToObj(i -> mark(figures.get(i), axis, top + 78 + ONE_FIGURE * i))
                        .toList());
    }

    private static Bar bar(LossDistribution loss, Axis axis, double y, double thickness) {
        double start = axis.at(loss.p05());
        double end = axis.at(loss.p95());
        return new Bar(
                Axis.tenth(start),
                Axis.tenth(y),
                Axis.tenth(Math.max(1, end - start)),
                axis.place(loss.p50()),
                Axis.tenth(y - 3),
                Axis.tenth(y + thickness + 3));
    }

    private static Mark mark(PublishedFigure figure, Axis axis, double y) {
        double x = axis.at(figure.value());
        boolean leftward = x > WIDTH / 2.0;
        String points = corner(x, y - 6) + " " + corner(x + 6, y) + " " + corner(x, y + 6) + " " + corner(x - 6, y);
        return new Mark(
                points,
                MoneyText.of(figure.value()) + ", " + PublishedText.origin(figure),
                Axis.tenth(leftward ? x - 12 : x + 12),
                Axis.tenth(y + 4),
                leftward);
    }

    private static String corner(double x, double y) {
        return Axis.tenth(x) + "," + Axis.tenth(y);
    }
}
