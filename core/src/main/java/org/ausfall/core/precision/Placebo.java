package org.ausfall.core.precision;

import java.util.List;
import java.util.Optional;
import org.ausfall.core.measurement.Baseline;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.SeveritySeries;
import org.ausfall.core.measurement.SiteMeasurement;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Slowdown;

/** What the method says of one site on days before the outage. */
final class Placebo {
    private final Site site;
    private final PlaceboBaselines baselines;
    private final RankSum rankSum;

    Placebo(Site site, PlaceboBaselines baselines, RankSum rankSum) {
        this.site = site;
        this.baselines = baselines;
        this.rankSum = rankSum;
    }

    private Optional<ComparedWindows> windows(OutageWindow window) {
        if (window.start().isBefore(baselines.first())) {
            return Optional.empty();
        }
        List<Baseline> normal = baselines.of(window);
        return normal.isEmpty() ? Optional.empty() : Optional.of(new ComparedWindows(window, normal));
    }

    PlaceboValue value(OutageWindow window) {
        return windows(window).map(this::value).orElse(PlaceboValue.UNKNOWN);
    }

    private PlaceboValue value(ComparedWindows windows) {
        SiteMeasurement measured = site.measure(windows);
        if (measured.isDown()) {
            return PlaceboValue.DOWN;
        }
        return measured.slowdown()
                .map(slowdown -> value(slowdown, excessMs(measured), windows))
                .orElse(PlaceboValue.UNKNOWN);
    }

    private PlaceboValue value(Slowdown slowdown, double excessMs, ComparedWindows windows) {
        // Ranking all durations is the one costly step, and without an excess there is nothing to rank for.
        boolean clear = excessMs > 0 && ComparedSite.of(site, windows).isClear(rankSum);
        return new PlaceboValue(PlaceboValue.State.MEASURED, (float) slowdown.ratio(), (float) excessMs, clear);
    }

    private static double excessMs(SiteMeasurement measured) {
        double[] excess = measured.locations().stream()
                .flatMap(location -> location.slowdown().stream())
                .mapToDouble(slowdown -> slowdown.change().doubleValue())
                .toArray();
        return Slowness.median(excess, excess.length);
    }

    /** The window bin by bin; empty where it cannot be compared with anything. */
    Optional<SeveritySeries> course(OutageWindow window) {
        return windows(window)
                .map(windows -> SeveritySeries.of(
                        site.series(),
                        window,
                        SeveritySeries.BIN,
                        site.measure(windows).usual()));
    }
}
