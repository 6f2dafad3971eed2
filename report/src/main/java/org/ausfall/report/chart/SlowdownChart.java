package org.ausfall.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.MeasuredExposure;
import org.ausfall.core.exposure.SiteCertainty;
import org.ausfall.core.exposure.SiteFinding;
import org.ausfall.core.exposure.SiteState;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.report.wording.Counted;
import org.ausfall.report.wording.PercentText;
import org.ausfall.report.wording.SixDigits;

/**
 * Every site with a known slowdown as a dot, worst on top, on a logarithmic axis of the factor; sites that were down in a strip of
 * their own. Filled dots and thick crosses are published or measured, hollow and thin ones reconstructed.
 *
 * @param title the finding
 * @param description the chart in words
 * @param height the height of the drawing; its width is {@link #WIDTH}
 * @param dots the sites with a slowdown
 * @param down the sites that were down
 * @param ticks the axis
 * @param thresholdX the place of the threshold
 * @param thresholdLabel its label
 * @param bottom where the axis lies
 * @param notDrawn affected or not by their state alone, so without a place on the axis
 */
public record SlowdownChart(
        String title,
        String description,
        String height,
        List<Dot> dots,
        List<Dot> down,
        List<Tick> ticks,
        String thresholdX,
        String thresholdLabel,
        String bottom,
        int notDrawn) {
    /** The width of the drawing. */
    public static final int WIDTH = 720;

    /** Where the dots start, below the strip of the sites that were down. */
    public static final int TOP = 66;

    private static final int LEFT = 24;
    private static final int RIGHT = 700;
    private static final int LABEL_GAP = 8;
    private static final double LINE = 14;
    private static final double TALLEST_STEP = 7;
    private static final int MOST_NAMES = 30;
    private static final int TALLEST = 640;
    private static final int LABELLED_DOWN = 6;
    private static final int LONGEST_LABEL = 24;

    /**
     * One site.
     *
     * @param x its place
     * @param y its place
     * @param kind {@code affected}, {@code unaffected} or {@code down}, and {@code hollow} where reconstructed
     * @param label its name where there is room for it; else empty
     * @param labelX where the name starts, or ends where {@code leftward}
     * @param leftward whether the name stands to the left of the dot
     * @param whisker its 90 % range as an SVG path; empty where none is known
     */
    public record Dot(String x, String y, String kind, String label, String labelX, boolean leftward, String whisker) {}

    /** Copies the lists. */
    public SlowdownChart {
        dots = List.copyOf(dots);
        down = List.copyOf(down);
        ticks = List.copyOf(ticks);
    }

    /** Whether ranges are drawn. */
    public boolean hasRanges() {
        return dots.stream().anyMatch(dot -> !dot.whisker().isEmpty());
    }

    /** Draws the sites of an exposure. */
    public static SlowdownChart of(Exposure exposure, String label) {
        List<SiteFinding> drawn = exposure.ranking().stream()
                .filter(site -> site.slowdown().isPresent() && site.state() != SiteState.DOWN)
                .toList();
        Axis axis = axis(drawn, exposure.threshold().factor().doubleValue());
        List<Double> heights = heights(drawn);
        double bottom = TOP + Math.max(40, sum(heights)) + 6;
        List<SiteFinding> down = exposure.sites().stream()
                .filter(site -> site.state() == SiteState.DOWN)
                .toList();
        return new SlowdownChart(
                title(exposure, label),
                description(exposure, drawn),
                Axis.tenth(bottom + 52),
                dots(exposure, drawn, axis, heights),
                down(down),
                axis.ticks().stream()
                        .map(factor -> new Tick(axis.place(factor), SixDigits.format(factor) + "x", percent(factor)))
                        .toList(),
                axis.place(exposure.threshold().factor().doubleValue()),
                "threshold +" + exposure.threshold().percent() + " % (" + PercentText.factor(exposure.threshold())
                        + ")",
                Axis.tenth(bottom),
                exposure.measurable() - drawn.size() - down.size());
    }

    private static String title(Exposure exposure, String label) {
        return exposure.affected() + " of " + exposure.measurable() + " measurable " + label + " took at least "
                + PercentText.factor(exposure.threshold()) + " as long or did not answer";
    }

    private static String description(Exposure exposure, List<SiteFinding> drawn) {
        String worst = drawn.stream()
                .findFirst()
                .flatMap(site -> site.slowdown()
                        .map(slowdown ->
                                "; the slowest is " + site.retailer().name() + " with " + PercentText.of(slowdown)))
                .orElse("");
        return "Dot plot of load time during the outage relative to before, one dot a site, worst on top, logarithmic axis. "
                + Counted.of(drawn.size(), "site has", "sites have") + " a figure and "
                + Counted.of(exposure.down(), "was", "were") + " down" + worst + ". The table below holds every value.";
    }

    private static Axis axis(List<SiteFinding> drawn, double threshold) {
        double lowest = drawn.stream().mapToDouble(SlowdownChart::factor).min().orElse(1);
        double highest = drawn.stream().mapToDouble(SlowdownChart::factor).max().orElse(2);
        double from = Math.max(0.01, Math.min(0.8, lowest * 0.9));
        double to = Math.max(2.5, Math.max(threshold, highest) * 1.15);
        return new Axis(true, from, to, LEFT, RIGHT);
    }

    private static double factor(SiteFinding site) {
        return site.slowdown().map(Slowdown::factor).orElse(1.0);
    }

    private static String percent(double factor) {
        double percent = SixDigits.round((factor - 1) * 100);
        return (percent > 0 ? "+" : "") + SixDigits.format(percent) + " %";
    }

    /** A site with a name on it needs a line of text, unless there are too many of them. */
    private static List<Double> heights(List<SiteFinding> drawn) {
        double step = drawn.isEmpty() ? 0 : Math.min(TALLEST_STEP, (double) TALLEST / drawn.size());
        boolean fewNames = drawn.stream().filter(site -> !site.reconstructed()).count() <= MOST_NAMES;
        return drawn.stream()
                .map(site -> fewNames && !site.reconstructed() ? LINE : step)
                .toList();
    }

    private static double sum(List<Double> heights) {
        return heights.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static List<Dot> dots(Exposure exposure, List<SiteFinding> drawn, Axis axis, List<Double> heights) {
        Map<String, SiteCertainty> measured =
                exposure.measured().map(MeasuredExposure::byRetailer).orElse(Map.of());
        List<Dot> dots = new ArrayList<>();
        double top = TOP;
        double lastLabel = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < drawn.size(); i++) {
            SiteFinding site = drawn.get(i);
            double y = top + heights.get(i) / 2;
            boolean named = !site.reconstructed() && y - lastLabel >= LINE;
            lastLabel = named ? y : lastLabel;
            dots.add(dot(site, axis.at(factor(site)), y, named, whisker(measured, site, axis, y)));
            top += heights.get(i);
        }
        return dots;
    }

    /** A line across the range in which nine of ten replicates of the slowdown lie. */
    private static String whisker(Map<String, SiteCertainty> measured, SiteFinding site, Axis axis, double y) {
        return Optional.ofNullable(measured.get(site.retailer().id()))
                .filter(SiteCertainty::hasRange)
                .map(known -> known.evidence().replicates())
                .map(known -> "M" + axis.place(1 + known.quantile(0.05)) + " " + Axis.tenth(y) + "H"
                        + axis.place(1 + known.quantile(0.95)))
                .orElse("");
    }

    private static Dot dot(SiteFinding site, double x, double y, boolean named, String whisker) {
        boolean leftward = x > WIDTH / 2.0;
        double labelX = leftward ? x - LABEL_GAP : x + LABEL_GAP;
        return new Dot(
                Axis.tenth(x),
                Axis.tenth(y),
                kind(site),
                named ? name(site) : "",
                Axis.tenth(labelX),
                leftward,
                whisker);
    }

    private static String kind(SiteFinding site) {
        String state = site.state().isAffected() ? "affected" : "unaffected";
        return site.reconstructed() ? state + " hollow" : state;
    }

    private static List<Dot> down(List<SiteFinding> sites) {
        double slot = (double) (RIGHT - LEFT) / Math.max(4, sites.size());
        return IntStream.range(0, sites.size())
                .mapToObj(i -> {
                    double x = LEFT + LABEL_GAP + slot * i;
                    String label = sites.size() <= LABELLED_DOWN ? name(sites.get(i)) : "";
                    String kind = sites.get(i).reconstructed() ? "down hollow" : "down";
                    return new Dot(Axis.tenth(x), "34", kind, label, Axis.tenth(x + LABEL_GAP), false, "");
                })
                .toList();
    }

    private static String name(SiteFinding site) {
        String name = site.retailer().name();
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_LABEL
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "\u2026";
    }
}
