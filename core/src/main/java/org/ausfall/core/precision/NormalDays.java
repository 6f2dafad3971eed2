package org.ausfall.core.precision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ausfall.core.measurement.Baseline;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.SiteMeasurement;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Slowdown;

/**
 * Keeps times that were not normal out of the baselines. Only baselines of several windows are looked at, each of their windows against
 * the others of the same baseline; where more than a minority would go, all stay, because then nobody can say what was normal.
 */
public final class NormalDays {
    /** From which slowdown on a window is out for a single site. */
    static final double SITE_SLOWDOWN = 0.5;

    /** From which slowdown on a site counts towards an outage of many. */
    static final double POOLED_SLOWDOWN = 0.2;

    private static final double POOLED_SHARE = 0.1;
    private static final int POOLED_SITES = 3;

    private NormalDays() {}

    /**
     * What a site did in a window of a baseline, against the other windows of the same baseline.
     *
     * @param level the name of the baseline
     * @param window the window
     * @param measurable whether anything can be said
     * @param slow whether it was down, or at least 20 % slower
     * @param out whether it was down, or at least 50 % slower: no normal time for this site
     */
    public record Slot(String level, OutageWindow window, boolean measurable, boolean slow, boolean out) {}

    /** All windows of all baselines of several windows. */
    static List<Slot> slots(Site site, ComparedWindows windows) {
        return windows.baselines().stream()
                .filter(baseline -> baseline.windows().size() > 1)
                .flatMap(baseline -> baseline.windows().stream().map(window -> slot(site, window, baseline)))
                .toList();
    }

    private static Slot slot(Site site, OutageWindow window, Baseline baseline) {
        List<OutageWindow> others = baseline.windows().stream()
                .filter(other -> !other.equals(window))
                .toList();
        SiteMeasurement measured =
                site.measure(new ComparedWindows(window, List.of(new Baseline(baseline.level(), others, 0))));
        double slowdown = measured.slowdown().map(Slowdown::ratio).orElse(Double.NaN);
        boolean down = measured.isDown();
        return new Slot(
                baseline.level(),
                window,
                down || !Double.isNaN(slowdown),
                down || slowdown >= POOLED_SLOWDOWN,
                down || slowdown >= SITE_SLOWDOWN);
    }

    /** The windows that are no normal times for a site: its own, and those of many sites. */
    static List<OutageWindow> out(List<Slot> slots, List<OutageWindow> outages) {
        return Stream.concat(slots.stream().filter(Slot::out).map(Slot::window), outages.stream())
                .distinct()
                .toList();
    }

    /** How many different windows have no place in a baseline of the second that they have in the first. */
    static int leftOut(ComparedWindows all, ComparedWindows normal) {
        Set<OutageWindow> gone = new HashSet<>();
        for (int i = 0; i < all.baselines().size(); i++) {
            List<OutageWindow> kept = normal.baselines().get(i).windows();
            all.baselines().get(i).windows().stream()
                    .filter(window -> !kept.contains(window))
                    .forEach(gone::add);
        }
        return gone.size();
    }

    /**
     * The baselines without the windows that are out; a baseline that would lose half of those in which the site was measured, or
     * more, keeps all.
     */
    static ComparedWindows without(ComparedWindows windows, List<OutageWindow> out, List<Slot> slots) {
        return new ComparedWindows(
                windows.event(),
                windows.baselines().stream()
                        .map(baseline -> without(baseline, out, slots))
                        .toList());
    }

    private static Baseline without(Baseline baseline, List<OutageWindow> out, List<Slot> slots) {
        List<OutageWindow> measured = slots.stream()
                .filter(slot -> slot.level().equals(baseline.level()) && slot.measurable())
                .map(Slot::window)
                .toList();
        long normal = measured.stream().filter(window -> !out.contains(window)).count();
        List<OutageWindow> left = baseline.windows().stream()
                .filter(window -> !out.contains(window))
                .toList();
        return 2 * normal > measured.size() ? new Baseline(baseline.level(), left, baseline.fewest()) : baseline;
    }

    /**
     * The windows in which many sites were slow or down at once: at least 3, and by 10 % of the measurable sites more than in the
     * window in the middle of the same baseline. Windows in which nothing was measured are neither. They are out for all sites.
     */
    public static List<OutageWindow> outages(ComparedWindows windows, List<SiteEvidence> sites) {
        List<OutageWindow> found = new ArrayList<>();
        for (Baseline baseline : windows.baselines()) {
            List<Pooled> pooled = baseline.windows().stream()
                    .map(window -> Pooled.of(baseline.level(), window, sites))
                    .filter(slot -> slot.measurable() > 0)
                    .toList();
            double[] shares =
                    pooled.stream().mapToDouble(Pooled::share).sorted().toArray();
            pooled.stream()
                    .filter(slot -> slot.share() >= shares[(shares.length - 1) / 2] + POOLED_SHARE)
                    .filter(slot -> slot.slow() >= POOLED_SITES)
                    .forEach(slot -> found.add(slot.window()));
        }
        return found.stream().distinct().toList();
    }

    /** A window of a baseline over all sites. */
    private record Pooled(OutageWindow window, long slow, long measurable) {
        static Pooled of(String level, OutageWindow window, List<SiteEvidence> sites) {
            List<Slot> slots = sites.stream()
                    .flatMap(site -> site.slots().stream())
                    .filter(slot -> slot.level().equals(level) && slot.window().equals(window))
                    .toList();
            return new Pooled(
                    window,
                    slots.stream().filter(Slot::slow).count(),
                    slots.stream().filter(Slot::measurable).count());
        }

        double share() {
            return (double) slow / measurable;
        }
    }

    /** The first moment of which there is a sample; the start of the outage where there is none before it. */
    static Instant first(Site site, OutageWindow event) {
        return site.series().stream()
                .filter(series -> series.size() > 0)
                .map(series -> Instant.ofEpochMilli(series.epochMillis(0)))
                .min(Instant::compareTo)
                .filter(first -> first.isBefore(event.start()))
                .orElse(event.start());
    }
}
