package org.ausfall.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ausfall.report.wording.MoneyText;

/**
 * How mean losses add up to the gross and come down to the net: means can be added, medians cannot.
 *
 * @param id unique on the page, for titles to refer to
 * @param description the chart in words
 * @param height the height of the drawing; its width is {@link #WIDTH}
 * @param rows one entry a part
 */
public record WaterfallChart(String id, String description, String height, List<Row> rows) {
    /** The width of the drawing. */
    public static final int WIDTH = 720;

    private static final int LEFT = 230;
    private static final int RIGHT = 620;
    private static final int TOP = 8;
    private static final int ROW = 30;

    /**
     * A part of a loss.
     *
     * @param label what it is
     * @param usd its mean; below zero where it takes away
     * @param sum whether it is the sum of the parts above
     */
    public record Part(String label, double usd, boolean sum) {}

    /**
     * A bar.
     *
     * @param label what it is
     * @param labelY where label and value stand
     * @param x its left end
     * @param y its upper edge
     * @param width its length
     * @param css how it is filled
     * @param value its amount
     * @param valueX where the amount starts
     */
    public record Row(
            String label, String labelY, String x, String y, String width, String css, String value, String valueX) {}

    /** Copies the list. */
    public WaterfallChart {
        rows = List.copyOf(rows);
    }

    /** Draws parts one after the other. */
    public static WaterfallChart of(List<Part> parts, String id, String name) {
        List<Double> starts = new ArrayList<>();
        double level = 0;
        double highest = 0;
        for (Part part : parts) {
            starts.add(part.sum() ? 0 : level);
            level = part.sum() ? part.usd() : level + part.usd();
            highest = Math.max(highest, level);
        }
        Axis axis = new Axis(false, 0, highest > 0 ? highest : 1, LEFT, RIGHT);
        return new WaterfallChart(
                id,
                "Bars of the parts of the mean loss of " + name + ", each starting where the one above ends: "
                        + words(parts) + ".",
                Axis.tenth(TOP + (double) ROW * parts.size()),
                IntStream.range(0, parts.size())
                        .mapToObj(i -> row(parts.get(i), starts.get(i), TOP + (double) ROW * i, axis))
                        .toList());
    }

    private static String words(List<Part> parts) {
        return String.join(
                ", ",
                parts.stream()
                        .map(part -> part.label() + " " + MoneyText.of(part.usd()))
                        .toList());
    }

    private static Row row(Part part, double start, double top, Axis axis) {
        double from = axis.at(Math.min(start, start + part.usd()));
        double to = axis.at(Math.max(start, start + part.usd()));
        return new Row(
                part.label(),
                Axis.tenth(top + 16),
                Axis.tenth(from),
                Axis.tenth(top + 2),
                Axis.tenth(Math.max(1, to - from)),
                part.sum() ? "gross" : "net",
                MoneyText.bare(part.usd()),
                Axis.tenth(to + 6));
    }
}
