package org.ausfall.core.precision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.Downtime;
import org.ausfall.core.measurement.SeveritySeries;
import org.ausfall.core.measurement.SiteMeasurement;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.simulation.Seed;

/**
 * What the samples of one site say at any threshold, in a few kilobytes.
 *
 * @param locations its locations, by name
 * @param slotsLeftOut how many windows of its baselines were no normal times and left out
 * @param slowness by how much it was slower: the medians over locations; empty where that cannot be told
 * @param shift the Hodges-Lehmann shift over all locations, relative to the usual duration, with a 90 % interval
 * @param worst its worst half hour
 * @param downtimes when it was down
 * @param replicates what its slowdown could as well have come out as
 * @param placebo what it did in each window of {@link PlaceboWindow#of}, in the same order
 * @param severity the outage bin by bin
 * @param course the same with some time before and after it
 * @param normalCourses the placebo windows at the same hours bin by bin, in the order of {@link PlaceboWindow#of}; empty where it was not
 *     measured
 * @param slots what it did in the windows of its baselines
 */
public record SiteEvidence(
        List<LocationEvidence> locations,
        int slotsLeftOut,
        Optional<Slowness> slowness,
        Optional<Shift> shift,
        Optional<Worst> worst,
        List<Downtime> downtimes,
        Replicates replicates,
        List<PlaceboValue> placebo,
        SeveritySeries severity,
        SeveritySeries course,
        List<Optional<SeveritySeries>> normalCourses,
        List<NormalDays.Slot> slots) {
    /** Measurements that begin this part of a window after it still cover it. */
    private static final int COVERED = 20;

    private static final Duration LONGEST_MARGIN = Duration.ofHours(6);

    /** Copies the lists. */
    public SiteEvidence {
        locations = List.copyOf(locations);
        downtimes = List.copyOf(downtimes);
        placebo = List.copyOf(placebo);
        normalCourses = List.copyOf(normalCourses);
        slots = List.copyOf(slots);
    }

    /** What its locations were compared with; of several baselines each, joined by "; ". */
    public String baselineLevel() {
        return locations.stream()
                .map(LocationEvidence::baselineLevel)
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    /**
     * A site's evidence with the measurement it rests on, which is large.
     *
     * @param measured how it answered before and during
     * @param evidence what that says
     */
    public record Found(SiteMeasurement measured, SiteEvidence evidence) {}

    /**
     * Works one site out. Depends on nothing but its samples and these arguments.
     *
     * @param windows what is compared with what
     * @param outages windows of baselines that were no normal times for many sites, see {@link NormalDays#outages}
     * @param seed where the random streams start
     */
    public static Found of(Site site, ComparedWindows windows, List<OutageWindow> outages, Seed seed) {
        List<NormalDays.Slot> slots = NormalDays.slots(site, windows);
        List<OutageWindow> out = NormalDays.out(slots, outages);
        ComparedWindows normal = NormalDays.without(windows, out, slots);
        ComparedSite compared = ComparedSite.of(site, normal);
        RankSum rankSum = new RankSum();
        OutageWindow event = windows.event();
        Instant first = NormalDays.first(site, event).minus(event.duration().dividedBy(COVERED));
        Placebo placebo = new Placebo(site, new PlaceboBaselines(windows, first, outages), rankSum);
        List<PlaceboWindow> normalDays = PlaceboWindow.of(event);
        SiteMeasurement measured = compared.measured();
        SeveritySeries.Usual usual = measured.usual();
        return new Found(
                measured,
                new SiteEvidence(
                        IntStream.range(0, site.series().size())
                                .mapToObj(i -> compared.location(i, rankSum))
                                .toList(),
                        NormalDays.leftOut(windows, normal),
                        Slowness.middle(measured.locations().stream()
                                .flatMap(location -> Slowness.of(location).stream())
                                .toList()),
                        compared.shift(rankSum),
                        Worst.find(site.series(), event, usual),
                        measured.downtimes(),
                        Replicates.of(compared, site.name(), seed),
                        normalDays.stream()
                                .map(day -> placebo.value(day.window()))
                                .toList(),
                        SeveritySeries.of(site.series(), event, SeveritySeries.BIN, usual),
                        SeveritySeries.of(site.series(), around(event), SeveritySeries.BIN, usual),
                        normalDays.stream()
                                .filter(PlaceboWindow::sameHours)
                                .map(day -> placebo.course(day.window()))
                                .toList(),
                        slots));
    }

    /** The outage with half its length before and after, at least an hour and at most six, in whole bins. */
    private static OutageWindow around(OutageWindow event) {
        long bin = SeveritySeries.BIN.toMillis();
        long half = Math.max(Duration.ofHours(1).toMillis(), event.duration().toMillis() / 2);
        long margin = (Math.min(LONGEST_MARGIN.toMillis(), half) + bin - 1) / bin * bin;
        return new OutageWindow(event.start().minusMillis(margin), event.end().plusMillis(margin));
    }
}
