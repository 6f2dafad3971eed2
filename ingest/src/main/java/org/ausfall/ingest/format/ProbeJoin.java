package org.ausfall.ingest.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.problem.Problem;
import org.ausfall.ingest.probe.Measurement;
import org.ausfall.ingest.probe.MeasurementSink;

/** The points of one probe, metric by metric and file by file, and how they become measurements. */
final class ProbeJoin {
    /** Prometheus looks back so far for the last scrape. */
    private static final long LOOKBACK_MILLIS = 5 * 60_000L;

    private static final String ALONE = "points without a success at that time";

    private final Map<ProbeMetric, List<Segment>> segments = new EnumMap<>(ProbeMetric.class);

    private record Segment(int file, Points points) {}

    ProbeJoin() {
        for (ProbeMetric metric : ProbeMetric.values()) {
            segments.put(metric, new ArrayList<>());
        }
    }

    void add(ProbeMetric metric, int file, Points points) {
        of(metric).add(new Segment(file, points));
    }

    private List<Segment> of(ProbeMetric metric) {
        return segments.getOrDefault(metric, List.of());
    }

    boolean hasSuccess() {
        return of(ProbeMetric.SUCCESS).stream()
                .anyMatch(segment -> segment.points().size() > 0);
    }

    /** A file whose points are not in the order of time, in which they could not be found. */
    Optional<Integer> unorderedFile() {
        return segments.values().stream()
                .flatMap(List::stream)
                .filter(segment -> !segment.points().isOrdered())
                .map(Segment::file)
                .findFirst();
    }

    /** Rejects everything, because nothing names the probe. */
    void reject(IntFunction<Problem> problem, MeasurementSink sink, List<Tally> tallies) {
        segments.values().stream().flatMap(List::stream).forEach(segment -> {
            for (int i = 0; i < segment.points().size(); i++) {
                tallies.get(segment.file()).bad();
                sink.reject(problem.apply(segment.file()));
            }
        });
    }

    /** Hands on a measurement for each success, and counts what became of all points. */
    void join(String site, String location, MeasurementSink sink, List<Tally> tallies) {
        for (Segment success : of(ProbeMetric.SUCCESS)) {
            Tally tally = tallies.get(success.file());
            for (int i = 0; i < success.points().size(); i++) {
                if (repeatsScrape(success.points(), i)) {
                    tally.skip("repeats of the scrape before");
                } else {
                    tally.good(Optional.of(MetricKind.CHECK));
                    sink.take(measurement(site, location, success.points(), i, tally));
                }
            }
        }
        count(ProbeMetric.DURATION, tallies);
        count(ProbeMetric.STATUS, tallies);
    }

    private void count(ProbeMetric metric, List<Tally> tallies) {
        for (Segment segment : of(metric)) {
            Tally tally = tallies.get(segment.file());
            for (int i = 0; i < segment.points().size(); i++) {
                if (Double.isNaN(find(ProbeMetric.SUCCESS, segment.points().time(i)))) {
                    tally.skip(ALONE);
                } else {
                    tally.good(Optional.of(MetricKind.CHECK));
                }
            }
        }
    }

    /** The same duration to the last digit is the same scrape, seen at two steps. */
    private boolean repeatsScrape(Points success, int i) {
        if (i == 0 || success.time(i) - success.time(i - 1) > LOOKBACK_MILLIS) {
            return false;
        }
        double duration = find(ProbeMetric.DURATION, success.time(i));
        return success.value(i) == success.value(i - 1) && duration == find(ProbeMetric.DURATION, success.time(i - 1));
    }

    private double find(ProbeMetric metric, long time) {
        for (Segment segment : of(metric)) {
            double value = segment.points().at(time);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return Double.NaN;
    }

    private Measurement measurement(String site, String location, Points success, int i, Tally tally) {
        long time = success.time(i);
        double code = find(ProbeMetric.STATUS, time);
        int status = Double.isNaN(code) ? Measurement.NONE : (int) code;
        boolean up = success.value(i) == 1;
        Outcome outcome =
                up ? Effect.OK.outcome(status == 0 ? Measurement.NONE : status) : Effect.FAILED.outcome(status);
        double seconds = find(ProbeMetric.DURATION, time);
        int micros = outcome == Outcome.OK && !Double.isNaN(seconds) ? micros(seconds, tally) : Measurement.NONE;
        Outcome known = outcome == Outcome.OK && micros == Measurement.NONE ? Outcome.REACHABLE : outcome;
        return new Measurement(time, site, location, micros, known, status, Optional.of(MetricKind.CHECK), 1);
    }

    private static int micros(double seconds, Tally tally) {
        BigDecimal micros = ProbeMetric.seconds(seconds).movePointRight(6);
        BigDecimal whole = micros.setScale(0, RoundingMode.HALF_UP);
        if (whole.compareTo(micros) != 0) {
            tally.rounded();
        }
        return whole.intValueExact();
    }
}
