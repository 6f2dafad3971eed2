package org.ausfall.core.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;

/**
 * Detection tried on many made-up worlds of one kind.
 *
 * @param kind the kind
 * @param verdicts one a world
 */
record DetectionTrial(WorldKind kind, List<Verdict> verdicts) {
    /**
     * How it went in one world.
     *
     * @param outages how many were found
     * @param dated whether the only one found has both ends within the tolerance; false if there is no truth or not one outage
     * @param recall which part of the touched sites was named
     * @param precision which part of the named sites was touched
     */
    record Verdict(int outages, boolean dated, double recall, double precision) {}

    /** Tries it on so many worlds. */
    static DetectionTrial of(WorldKind kind, int worlds, Seed seed) {
        Streams streams = new Streams(seed);
        return new DetectionTrial(
                kind,
                IntStream.range(0, worlds)
                        .parallel()
                        .mapToObj(world -> verdict(kind, streams, world))
                        .toList());
    }

    private static Verdict verdict(WorldKind kind, Streams streams, int number) {
        MonitoredWorld world = kind.world(streams.of(kind.name(), number));
        Optional<WorldKind.Truth> truth = kind.happen(world);
        List<DetectedOutage> found = detect(world.measure(), world).outages();
        return truth.filter(there -> found.size() == 1)
                .map(there -> compare(kind, world, there, found.get(0)))
                .orElseGet(() -> new Verdict(found.size(), false, 0, 0));
    }

    static Detection detect(SortedMap<String, SortedMap<String, SampleSeries>> measured, MonitoredWorld world) {
        Duration interval = Duration.ofMillis(world.interval);
        Detector detector =
                new Detector(new Marking(Bins.containing(world.origin(), interval), interval, Threshold.parse("20%")));
        for (Map.Entry<String, SortedMap<String, SampleSeries>> site : measured.entrySet()) {
            detector.add(detector.marking().site(site.getKey(), site.getValue()));
        }
        return detector.detect();
    }

    private static Verdict compare(WorldKind kind, MonitoredWorld world, WorldKind.Truth truth, DetectedOutage found) {
        long tolerance = (long) kind.tolerance * world.interval;
        Set<String> touched = truth.touched().stream().map(MonitoredWorld::name).collect(Collectors.toSet());
        double hits = found.participants().stream()
                .filter(site -> touched.contains(site.site()))
                .count();
        return new Verdict(
                1,
                isNear(found.window().start(), truth.from(), tolerance)
                        && isNear(found.window().end(), truth.to(), tolerance),
                hits / touched.size(),
                hits / found.participants().size());
    }

    private static boolean isNear(Instant found, long truth, long tolerance) {
        return Math.abs(found.toEpochMilli() - truth) <= tolerance;
    }

    /** In which part of the worlds the verdict is right: one outage, well dated; or none, where there is none. */
    double right() {
        long right = verdicts.stream()
                .filter(verdict -> kind.tolerance == 0 ? verdict.outages() == 0 : verdict.dated())
                .count();
        return (double) right / verdicts.size();
    }

    static String header() {
        return "| worlds | n | right | no outage found | more than one | sites named of those touched | touched of those named |\n"
                + "|---|---|---|---|---|---|---|";
    }

    /** A row of the table in docs/method.md. */
    String row() {
        List<Verdict> one = verdicts.stream()
                .filter(verdict -> kind.tolerance > 0 && verdict.outages() == 1)
                .toList();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %d | %d | %s | %s |",
                kind.meaning,
                verdicts.size(),
                100 * right(),
                count(0, 0),
                count(2, Integer.MAX_VALUE),
                percent(one.stream().mapToDouble(Verdict::recall).average().stream()
                        .boxed()
                        .toList()),
                percent(one.stream().mapToDouble(Verdict::precision).average().stream()
                        .boxed()
                        .toList()));
    }

    private long count(int least, int most) {
        return verdicts.stream()
                .filter(verdict -> verdict.outages() >= least && verdict.outages() <= most)
                .count();
    }

    private static String percent(List<Double> average) {
        return average.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * average.get(0));
    }
}
