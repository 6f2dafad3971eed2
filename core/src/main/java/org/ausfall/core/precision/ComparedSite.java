package org.ausfall.core.precision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.measurement.Baseline;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.LocationMeasurement;
import org.ausfall.core.measurement.SiteMeasurement;

/** One site against its baselines, with the single durations of the locations that have a slowdown. */
final class ComparedSite {
    /** The level of all intervals of shifts. */
    static final double LEVEL = 0.9;

    /** Durations relative to the usual one of their location are counted in millionths. */
    private static final double PARTS = 1e6;

    private final SiteMeasurement measured;
    private final List<Optional<MovingBlocks.Pair>> pairs = new ArrayList<>();

    private ComparedSite(SiteMeasurement measured) {
        this.measured = measured;
    }

    static ComparedSite of(Site site, ComparedWindows windows) {
        ComparedSite compared = new ComparedSite(site.measure(windows));
        for (int i = 0; i < site.series().size(); i++) {
            LocationMeasurement location = compared.measured.locations().get(i);
            compared.pairs.add(
                    location.slowdown().isEmpty()
                            ? Optional.empty()
                            : Optional.of(new MovingBlocks.Pair(
                                    BlockedDurations.of(
                                            site.series().get(i),
                                            used(location, windows).windows()),
                                    BlockedDurations.of(site.series().get(i), List.of(windows.event())))));
        }
        return compared;
    }

    private static Baseline used(LocationMeasurement location, ComparedWindows windows) {
        return windows.baselines().stream()
                .filter(baseline -> baseline.level().equals(location.baselineLevel()))
                .findFirst()
                .orElseThrow();
    }

    SiteMeasurement measured() {
        return measured;
    }

    /** The locations that have a slowdown. */
    List<MovingBlocks.Pair> pairs() {
        return pairs.stream().flatMap(Optional::stream).toList();
    }

    LocationEvidence location(int i, RankSum rankSum) {
        LocationMeasurement location = measured.locations().get(i);
        return new LocationEvidence(
                location.location(),
                location.baselineLevel(),
                location.baseline().n(),
                location.event().n(),
                location.event().ok(),
                Slowness.of(location),
                location.event().outcomes().availability(),
                pairs.get(i)
                        .map(pair -> rankSum.compare(
                                        pair.during().sorted(), pair.before().sorted(), LEVEL)
                                .times(0.001)));
    }

    /**
     * The shift of all durations, each relative to the usual one of its location, so that locations are aligned before their durations
     * are ranked together (Hodges and Lehmann 1962); as a ratio.
     */
    Optional<Shift> shift(RankSum rankSum) {
        List<MovingBlocks.Pair> known = pairs();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(rankSum.compare(aligned(known, true), aligned(known, false), LEVEL)
                        .times(1 / PARTS));
    }

    /** Whether the lower end of the interval of {@link #shift} lies above zero. */
    boolean isClear(RankSum rankSum) {
        List<MovingBlocks.Pair> known = pairs();
        return !known.isEmpty() && rankSum.isAbove(aligned(known, true), aligned(known, false), LEVEL);
    }

    private static int[] aligned(List<MovingBlocks.Pair> pairs, boolean during) {
        int[] all = new int
                [pairs.stream().mapToInt(pair -> durations(pair, during).size()).sum()];
        int filled = 0;
        for (MovingBlocks.Pair pair : pairs) {
            double unit = PARTS / Math.max(MovingBlocks.SHORTEST, pair.before().median());
            for (int micros : durations(pair, during).sorted()) {
                all[filled++] = (int) Math.min(Integer.MAX_VALUE, Math.rint(micros * unit));
            }
        }
        Arrays.sort(all);
        return all;
    }

    private static BlockedDurations durations(MovingBlocks.Pair pair, boolean during) {
        return during ? pair.during() : pair.before();
    }
}
