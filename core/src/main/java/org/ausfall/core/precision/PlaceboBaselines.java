package org.ausfall.core.precision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ausfall.core.measurement.Baseline;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.quantity.OutageWindow;

/**
 * What a placebo window is compared with: windows that lie as far from it as those of the outage's baselines lie from the outage. Where a
 * baseline has several windows they are taken from either side, nearest first, because before the first days nothing was measured.
 *
 * @param compared how the outage is compared
 * @param first when measurements began
 * @param out windows that were no normal times; nothing that overlaps them serves
 */
record PlaceboBaselines(ComparedWindows compared, Instant first, List<OutageWindow> out) {
    /** The placebo window against its baselines; empty if there are none. */
    List<Baseline> of(OutageWindow placebo) {
        List<Baseline> found = new ArrayList<>();
        for (Baseline baseline : compared.baselines()) {
            List<OutageWindow> windows = windows(baseline, placebo);
            if (!windows.isEmpty()) {
                found.add(new Baseline(baseline.level(), windows, baseline.fewest()));
            }
        }
        return found;
    }

    private List<OutageWindow> windows(Baseline baseline, OutageWindow placebo) {
        List<OutageWindow> nearest = baseline.windows().stream()
                .flatMap(
                        window -> candidates(window, placebo, baseline.windows().size() > 1))
                .filter(window -> !window.start().isBefore(first))
                .filter(window -> !window.overlaps(placebo))
                .filter(window -> !window.end().isAfter(compared.event().start()))
                .filter(window -> out.stream().noneMatch(window::overlaps))
                .sorted(Comparator.comparingLong((OutageWindow window) -> distance(window, placebo))
                        .thenComparing(OutageWindow::start))
                .toList();
        List<OutageWindow> apart = new ArrayList<>();
        for (OutageWindow window : nearest) {
            if (apart.size() < baseline.windows().size() && apart.stream().noneMatch(window::overlaps)) {
                apart.add(window);
            }
        }
        return apart;
    }

    /** The window as far from the placebo as it was from the outage, and its mirror image on the other side. */
    private Stream<OutageWindow> candidates(OutageWindow window, OutageWindow placebo, boolean bothSides) {
        OutageWindow event = compared.event();
        long moved = placebo.start().toEpochMilli() - event.start().toEpochMilli();
        long apart = event.start().toEpochMilli() - window.start().toEpochMilli();
        OutageWindow before = PlaceboWindow.moved(window, moved);
        return bothSides ? Stream.of(before, PlaceboWindow.moved(before, 2 * apart)) : Stream.of(before);
    }

    private static long distance(OutageWindow window, OutageWindow placebo) {
        return Math.abs(window.start().toEpochMilli() - placebo.start().toEpochMilli());
    }
}
