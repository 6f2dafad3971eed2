package org.ausfall.report.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ausfall.core.exposure.ShareAt;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.report.wording.PercentText;

/**
 * The share of sites over the threshold bin by bin, with the outage window shaded and the range of normal days as a band.
 *
 * @param title the finding
 * @param description the chart in words
 * @param path the share as an SVG path; a gap where nothing was measured
 * @param band the range of normal days as a closed SVG path; empty where no normal day is known
 * @param windowX where the outage window starts
 * @param windowWidth how wide it is
 * @param xTicks times, UTC
 * @param yTicks shares
 */
public record ShareChart(
        String title,
        String description,
        String path,
        String band,
        String windowX,
        String windowWidth,
        List<Tick> xTicks,
        List<Tick> yTicks) {
    /** The width of the drawing. */
    public static final int WIDTH = 720;

    /** The height of the drawing. */
    public static final int HEIGHT = 260;

    /** Where the area starts from the left. */
    public static final int LEFT = 56;

    /** Where it ends. */
    public static final int RIGHT = 690;

    /** Where it starts from above. */
    public static final int TOP = 16;

    /** Where it ends. */
    public static final int BOTTOM = 220;

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<Integer> HOURS = List.of(1, 2, 3, 6, 12, 24, 48, 96, 192, 384);
    private static final int MOST_TICKS = 10;
    private static final long HOUR = 3_600_000;

    /** Copies the lists. */
    public ShareChart {
        xTicks = List.copyOf(xTicks);
        yTicks = List.copyOf(yTicks);
    }

    /**
     * Draws shares over time, after the outage as long as something was measured.
     *
     * @param all at least one, at equal distances
     */
    public static ShareChart of(List<ShareAt> all, OutageWindow window, String percent) {
        List<ShareAt> shares = drawn(all, window);
        double first = millis(shares.get(0).start());
        double last = millis(shares.get(shares.size() - 1).start());
        double bin = shares.size() > 1 ? (last - first) / (shares.size() - 1) : 300_000;
        Axis x = new Axis(false, first, last + bin, LEFT, RIGHT);
        Axis y = new Axis(false, 0, 1, BOTTOM, TOP);
        double from = x.at(millis(window.start()));
        return new ShareChart(
                title(shares, percent),
                "Line of the share of sites at least " + percent + " % slower or mostly unanswered, every "
                        + Math.round(bin / 60_000) + " minutes. Every value is in share-over-time.csv.",
                steps(shares, x, y, bin),
                band(shares, x, y),
                Axis.tenth(from),
                Axis.tenth(x.at(millis(window.end())) - from),
                ticks(x),
                Stream.of(0.0, 0.25, 0.5, 0.75, 1.0)
                        .map(share -> new Tick(y.place(share), PercentText.share(share), ""))
                        .toList());
    }

    private static List<ShareAt> drawn(List<ShareAt> all, OutageWindow window) {
        int size = all.size();
        while (size > 1
                && all.get(size - 1).share().isEmpty()
                && !all.get(size - 1).start().isBefore(window.end())) {
            size--;
        }
        return all.subList(0, size);
    }

    private static String title(List<ShareAt> shares, String percent) {
        return shares.stream()
                .filter(share -> share.share().isPresent())
                .max(Comparator.comparingDouble((ShareAt share) -> share.share().orElse(0))
                        .thenComparing(ShareAt::start, Comparator.reverseOrder()))
                .map(worst -> "At the worst time, " + CLOCK.format(worst.start()) + " UTC, " + worst.above() + " of "
                        + worst.measured() + " sites were at least " + percent + " % slower or mostly unanswered")
                .orElse("No site was measured at the time of the outage");
    }

    private static double millis(Instant moment) {
        return moment.toEpochMilli();
    }

    private static String steps(List<ShareAt> shares, Axis x, Axis y, double bin) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (ShareAt share : shares) {
            if (share.share().isPresent()) {
                String height = y.place(share.share().getAsDouble());
                path.append(drawing ? "V" + height : "M" + x.place(millis(share.start())) + " " + height)
                        .append("H")
                        .append(x.place(millis(share.start()) + bin));
            }
            drawing = share.share().isPresent();
        }
        return path.toString();
    }

    private static String band(List<ShareAt> shares, Axis x, Axis y) {
        List<ShareAt> known =
                shares.stream().filter(share -> share.normalHigh().isPresent()).toList();
        if (known.isEmpty()) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        edge(known, ShareAt::normalHigh, x, y, path);
        List<ShareAt> back = known.stream()
                .sorted(Comparator.comparing(ShareAt::start).reversed())
                .toList();
        edge(back, ShareAt::normalLow, x, y, path);
        return path.append("Z").toString();
    }

    private static void edge(
            List<ShareAt> shares, Function<ShareAt, OptionalDouble> end, Axis x, Axis y, StringBuilder path) {
        for (ShareAt share : shares) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(x.place(millis(share.start())))
                    .append(" ")
                    .append(y.place(end.apply(share).orElse(0)));
        }
    }

    /** Full hours, few enough to be read. */
    private static List<Tick> ticks(Axis x) {
        long step = HOUR
                * HOURS.stream()
                        .filter(hours -> (x.to() - x.from()) / (HOUR * hours) <= MOST_TICKS)
                        .findFirst()
                        .orElse(768);
        long first = Math.floorDiv((long) x.from() + step - 1, step) * step;
        return Stream.iterate(first, at -> at <= x.to(), at -> at + step)
                .map(at -> new Tick(x.place(at), CLOCK.format(Instant.ofEpochMilli(at)), ""))
                .toList();
    }
}
