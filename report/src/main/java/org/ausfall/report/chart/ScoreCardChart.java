package org.ausfall.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ausfall.core.backtest.ScoreCard;
import org.ausfall.core.backtest.ScoredEvent;
import org.ausfall.core.backtest.Scores;
import org.ausfall.report.wording.MoneyText;
import org.ausfall.report.wording.ScoreText;

/**
 * The 90 % range of every event as a bar on a logarithmic axis, with the median as a line across, what the company reported as a
 * diamond, and the naive figure as a hollow dot.
 *
 * @param description the chart in words
 * @param height the height of the drawing; its width is {@link #WIDTH}
 * @param rows one entry an event
 * @param ticks the axis
 * @param bottom where the axis lies
 */
public record ScoreCardChart(String description, String height, List<Row> rows, List<Tick> ticks, String bottom) {
    /** The width of the drawing. */
    public static final int WIDTH = 720;

    private static final int LEFT = 10;
    private static final int RIGHT = 700;
    private static final int TOP = 4;
    private static final int ROW = 46;
    private static final int BAR = 14;

    /**
     * An event.
     *
     * @param label company and month, and how the actual lies
     * @param labelY where the label stands
     * @param x the left end of the bar
     * @param y its upper edge
     * @param width its length
     * @param medianX the place of the median
     * @param medianTop where the line of the median starts
     * @param medianBottom where it ends
     * @param diamond the corners of the mark of what was reported
     * @param flatX the place of the naive figure
     * @param middleY the middle of the bar
     */
    public record Row(
            String label,
            String labelY,
            String x,
            String y,
            String width,
            String medianX,
            String medianTop,
            String medianBottom,
            String diamond,
            String flatX,
            String middleY) {}

    /** Copies the lists. */
    public ScoreCardChart {
        rows = List.copyOf(rows);
        ticks = List.copyOf(ticks);
    }

    /** Draws the scored events in their order. */
    public static ScoreCardChart of(ScoreCard card) {
        List<ScoredEvent> events = card.events();
        Axis axis = axis(events);
        double bottom = TOP + (double) ROW * events.size();
        return new ScoreCardChart(
                "For each event a bar of the 90 % range, on a logarithmic axis of US dollars, with the median as a line, the loss the "
                        + "company reported as a diamond and the naive figure as a hollow dot. The table below holds the numbers.",
                Axis.tenth(bottom + 30),
                IntStream.range(0, events.size())
                        .mapToObj(i -> row(events.get(i), TOP + (double) ROW * i, axis))
                        .toList(),
                axis.ticks().stream()
                        .map(usd -> new Tick(axis.place(usd), MoneyText.bare(usd), ""))
                        .toList(),
                Axis.tenth(bottom));
    }

    private static Axis axis(List<ScoredEvent> events) {
        double[] amounts = events.stream()
                .flatMapToDouble(event -> DoubleStream.of(
                        event.interval().lower(),
                        event.interval().upper(),
                        event.actualUsd(),
                        event.estimate().flatUsd()))
                .toArray();
        double lowest = DoubleStream.of(amounts).min().orElse(1e6);
        double highest = DoubleStream.of(amounts).max().orElse(1e8);
        return new Axis(true, lowest / 1.4, highest * 1.4, LEFT, RIGHT);
    }

    private static Row row(ScoredEvent event, double top, Axis axis) {
        double y = top + 22;
        double middle = y + BAR / 2.0;
        double start = axis.at(event.interval().lower());
        double end = axis.at(event.interval().upper());
        double x = axis.at(event.actualUsd());
        String verdict = event.isInside(Scores.PRINTED) ? "" : " (" + ScoreText.verdict(event) + ")";
        return new Row(
                ScoreText.label(event.estimate().event()) + ": " + MoneyText.bare(event.actualUsd()) + " reported"
                        + verdict,
                Axis.tenth(top + 14),
                Axis.tenth(start),
                Axis.tenth(y),
                Axis.tenth(Math.max(1, end - start)),
                axis.place(event.prediction().median()),
                Axis.tenth(y - 3),
                Axis.tenth(y + BAR + 3),
                corner(x, middle - 8) + " " + corner(x + 8, middle) + " " + corner(x, middle + 8) + " "
                        + corner(x - 8, middle),
                axis.place(event.estimate().flatUsd()),
                Axis.tenth(middle));
    }

    private static String corner(double x, double y) {
        return Axis.tenth(x) + "," + Axis.tenth(y);
    }
}
