package org.ausfall.core.measurement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ausfall.core.quantity.Slowdown;

/**
 * What one site did, over its locations.
 *
 * @param site the site's name in the measurements
 * @param locations its locations, in the order of their names
 */
public record SiteMeasurement(String site, List<LocationMeasurement> locations) {
    /** Orders the locations. */
    public SiteMeasurement {
        List<LocationMeasurement> ordered = new ArrayList<>(locations);
        ordered.sort((a, b) -> a.location().compareTo(b.location()));
        locations = Collections.unmodifiableList(ordered);
    }

    /** The baselines of all locations in one; for display, because locations must not be mixed inside one comparison. */
    public WindowSummary pooledBaseline() {
        return pooled(LocationMeasurement::baseline);
    }

    /** The outage as seen from all locations in one; for display. */
    public WindowSummary pooledEvent() {
        return pooled(LocationMeasurement::event);
    }

    private WindowSummary pooled(Function<LocationMeasurement, WindowSummary> window) {
        List<WindowSummary> summaries = new ArrayList<>();
        for (LocationMeasurement location : locations) {
            summaries.add(window.apply(location));
        }
        return WindowSummary.combine(summaries);
    }

    /** What each location usually takes, at all times, in the order of the locations. */
    public SeveritySeries.Usual usual() {
        double[] micros =
                locations.stream().mapToDouble(LocationMeasurement::usualMicros).toArray();
        return (location, at) -> micros[location];
    }

    /** Whether at least one location is measurable; only those take part in the slowdown. */
    public boolean isMeasurable() {
        return locations.stream().anyMatch(LocationMeasurement::isMeasurable);
    }

    /**
     * The median of the slowdowns of the locations that have one; of an even number, the mean of the two in the middle, exactly.
     * Empty if there is none.
     */
    public Optional<Slowdown> slowdown() {
        List<LocationMeasurement.Medians> sorted = new ArrayList<>();
        for (LocationMeasurement location : locations) {
            Optional<LocationMeasurement.Medians> medians = location.medians();
            if (medians.isPresent()) {
                sorted.add(medians.get());
            }
        }
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        sorted.sort(LocationMeasurement.Medians::compare);
        Slowdown upper = sorted.get(sorted.size() / 2).slowdown();
        return Optional.of(
                sorted.size() % 2 == 1
                        ? upper
                        : mean(sorted.get(sorted.size() / 2 - 1).slowdown(), upper));
    }

    private static Slowdown mean(Slowdown a, Slowdown b) {
        return new Slowdown(
                a.change().multiply(b.base()).add(b.change().multiply(a.base())),
                a.base().multiply(b.base()).multiply(BigDecimal.valueOf(2)));
    }

    /** Whether the site was down at some time of the outage. */
    public boolean isDown() {
        return !downtimes().isEmpty();
    }

    /**
     * When the site was down: at least half of the locations that watched it in earnest during the outage were down at the same time, and
     * at least two if there are two.
     */
    public List<Downtime> downtimes() {
        List<Edge> edges = edges();
        if (edges.isEmpty()) {
            return List.of();
        }
        int watching = 0;
        for (LocationMeasurement location : locations) {
            watching += location.event().outcomes().inEarnest() > 0 ? 1 : 0;
        }
        int needed = Math.max((watching + 1) / 2, Math.min(watching, 2));
        List<Downtime> found = new ArrayList<>();
        int down = 0;
        Instant start = Instant.MIN;
        for (Edge edge : edges) {
            boolean was = down >= needed;
            down += edge.change();
            if (!was && down >= needed) {
                start = edge.at();
            } else if (was && down < needed) {
                found.add(
                        new Downtime(start, edge.at().equals(Instant.MAX) ? Optional.empty() : Optional.of(edge.at())));
            }
        }
        return found;
    }

    /** A location going down (+1) or coming back (-1). */
    private record Edge(Instant at, int change) {}

    private List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (LocationMeasurement location : locations) {
            for (Downtime downtime : location.downtimes()) {
                edges.add(new Edge(downtime.start(), 1));
                edges.add(new Edge(downtime.end().orElse(Instant.MAX), -1));
            }
        }
        // At one moment the returns come first: downtimes that only touch are not at the same time.
        edges.sort(Comparator.comparing(Edge::at).thenComparing(Edge::change));
        return edges;
    }
}
