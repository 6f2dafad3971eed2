package org.ausfall.ingest.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.Measurement;
import org.ausfall.ingest.probe.ScanRefusal;

/**
 * Holds measurements of which only one counts at each site, location and time among those of a kind, until all were seen: the one that {@link Sample} puts
 * first, a success before a failure.
 */
final class Repeats {
    /** What fits into a quarter of the memory at some 200 bytes each. */
    private static final long MOST = Runtime.getRuntime().maxMemory() / 4 / 200;

    private final Map<Key, Measurement> first = new LinkedHashMap<>();

    private record Key(String site, String location, long epochMillis, Optional<MetricKind> kind) {}

    void add(Measurement one) {
        first.merge(
                new Key(one.site(), one.location(), one.epochMillis(), one.kind()),
                one,
                (known, more) -> result(more) < result(known) ? more : known);
        if (first.size() > MOST) {
            throw new ScanRefusal(Problem.file(
                    Place.of(""),
                    "",
                    Reason.TOO_LARGE,
                    "more than " + MOST
                            + " measurements of a format that may repeat them, which must be held in memory;"
                            + " convert fewer at a time, or give the program more memory"));
        }
    }

    private static int result(Measurement one) {
        return one.outcome() == Outcome.OK ? Sample.ok(one.micros()) : Sample.of(one.outcome());
    }

    /** Hands on what counts, in the order in which it was first seen. */
    void drain(Consumer<Measurement> sink) {
        first.values().forEach(sink);
        first.clear();
    }
}
