package org.ausfall.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.MeasuredExposure;
import org.ausfall.core.exposure.ThresholdPoint;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.report.wording.PercentText;

/**
 * The affected share as a step curve over the threshold, with 20 %, 25 % and the threshold used marked.
 *
 * @param title the finding
 * @param description the chart in words
 * @param path the step curve as an SVG path; empty where nothing is measurable
 * @param band its range from P5 to P95 as a closed SVG path; empty where it cannot be known
 * @param marks the marked thresholds
 * @param xTicks thresholds
 * @param yTicks shares
 */
public record ThresholdChart(
        String title,
        String description,
        String path,
        String band,
        List<Mark> marks,
        List<Tick> xTicks,
        List<Tick> yTicks) {
    /** The width of the drawing. */
    public static final int WIDTH = 720;

    /** The height of the drawing. */
    public static final int HEIGHT = 290;

    /** Where the curve's area starts from the left. */
    public static final int LEFT = 56;

    /** Where it ends. */
    public static final int RIGHT = 690;

    /** Where it starts from above. */
    public static final int TOP = 16;

    /** Where it ends. */
    public static final int BOTTOM = 232;

    private static final int LINE = 16;
    private static final int LABEL_WIDTH = 130;

    /**
     * A marked threshold.
     *
     * @param x its place
     * @param y the place of the share
     * @param label threshold and share
     * @param labelX where the label starts
     * @param labelY a line of its own for each label, so that labels of close thresholds do not meet
     */
    public record Mark(String x, String y, String label, String labelX, String labelY) {}

    /** Copies the lists. */
    public ThresholdChart {
        marks = List.copyOf(marks);
        xTicks = List.copyOf(xTicks);
        yTicks = List.copyOf(yTicks);
    }

    /** Draws the curve of an exposure. */
    public static ThresholdChart of(Exposure exposure) {
        List<ThresholdPoint> known = exposure.curve().stream()
                .filter(point -> point.share().isPresent())
                .toList();
        double highest =
                known.stream().mapToDouble(ThresholdChart::percent).max().orElse(0);
        Axis x = new Axis(false, 0, Math.max(200, highest), LEFT, RIGHT);
        Axis y = new Axis(false, 0, 1, BOTTOM, TOP);
        return new ThresholdChart(
                title(exposure),
                description(exposure),
                path(known, x, y),
                exposure.measured()
                        .map(measured -> band(exposure, measured, x, y))
                        .orElse(""),
                marks(marked(exposure), x, y),
                ticks(x, highest),
                Stream.of(0.0, 0.25, 0.5, 0.75, 1.0)
                        .map(share -> new Tick(y.place(share), PercentText.share(share), ""))
                        .toList());
    }

    private static List<ThresholdPoint> marked(Exposure exposure) {
        return Stream.concat(Stream.of(20, 25).map(ThresholdChart::threshold), Stream.of(exposure.threshold()))
                .distinct()
                .sorted(Comparator.comparing(Threshold::ratio))
                .map(exposure::at)
                .flatMap(Optional::stream)
                .filter(point -> point.share().isPresent())
                .toList();
    }

    private static Threshold threshold(int percent) {
        return Threshold.ofPercent(BigDecimal.valueOf(percent));
    }

    private static double percent(ThresholdPoint point) {
        return point.threshold().ratio().doubleValue() * 100;
    }

    private static double share(ThresholdPoint point) {
        return point.share().orElseThrow().fraction();
    }

    private static String title(Exposure exposure) {
        return "At a threshold of 20 % the affected share is " + shareAt(20, exposure) + ", at 25 % it is "
                + shareAt(25, exposure);
    }

    private static String shareAt(int percent, Exposure exposure) {
        return exposure.at(threshold(percent))
                .flatMap(ThresholdPoint::share)
                .map(share -> PercentText.share(share.fraction()))
                .orElse("not known");
    }

    private static String description(Exposure exposure) {
        List<ThresholdPoint> curve = exposure.curve();
        String ends = curve.isEmpty()
                ? ""
                : " It runs from a threshold of " + curve.get(0).threshold().percent() + " % to "
                        + curve.get(curve.size() - 1).threshold().percent() + " %.";
        return "Step curve of the share of measurable sites that count as affected, over the threshold." + ends
                + " The table below holds its main points.";
    }

    /** Between two thresholds, where the curve is not computed, the share of the lower one is drawn. */
    private static String path(List<ThresholdPoint> points, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        for (ThresholdPoint point : points) {
            String at = x.place(percent(point));
            String height = y.place(share(point));
            path.append(path.isEmpty() ? "M" + at + " " + height : "H" + at + "V" + height);
        }
        return path.toString();
    }

    private static String band(Exposure exposure, MeasuredExposure measured, Axis x, Axis y) {
        if (measured.curve().isEmpty() || !measured.isQuotable()) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < measured.curve().size(); i++) {
            corner(exposure, i, measured.curve().get(i).p95(), x, y, path);
        }
        for (int i = measured.curve().size() - 1; i >= 0; i--) {
            corner(exposure, i, measured.curve().get(i).p05(), x, y, path);
        }
        return path.append("Z").toString();
    }

    private static void corner(Exposure exposure, int i, int count, Axis x, Axis y, StringBuilder path) {
        ThresholdPoint point = exposure.curve().get(i);
        path.append(path.isEmpty() ? "M" : "L")
                .append(x.place(percent(point)))
                .append(" ")
                .append(y.place((double) count / Math.max(1, point.measurable())));
    }

    /** Labels stand right of their line, and right of the next line where that one is close. */
    private static List<Mark> marks(List<ThresholdPoint> points, Axis x, Axis y) {
        List<Mark> marks = new ArrayList<>();
        double anchor = Double.POSITIVE_INFINITY;
        for (int i = points.size() - 1; i >= 0; i--) {
            double at = x.at(percent(points.get(i)));
            anchor = anchor - at < LABEL_WIDTH ? anchor : at;
            marks.add(0, mark(points.get(i), at, y, anchor, TOP + 12.0 + LINE * i));
        }
        return marks;
    }

    private static Mark mark(ThresholdPoint point, double at, Axis y, double anchor, double labelY) {
        String label = point.threshold().percent() + " %: " + point.affected() + " of " + point.measurable();
        return new Mark(
                Axis.tenth(at),
                y.place(share(point)),
                label,
                Axis.tenth(Math.min(anchor, RIGHT - LABEL_WIDTH) + 8),
                Axis.tenth(labelY));
    }

    private static List<Tick> ticks(Axis x, double highest) {
        double step = Math.max(50, Math.ceil(highest / 8 / 50) * 50);
        return Stream.iterate(0.0, at -> at <= x.to(), at -> at + step)
                .map(at -> new Tick(
                        x.place(at), Math.round(at) + " %", PercentText.factor(threshold((int) Math.round(at)))))
                .toList();
    }
}
