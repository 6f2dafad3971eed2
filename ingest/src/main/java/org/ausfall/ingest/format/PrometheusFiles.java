package org.ausfall.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.FileContent;
import org.ausfall.ingest.probe.MeasurementSink;
import org.ausfall.ingest.probe.MeasurementSource;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.ingest.probe.ScanRefusal;
import org.ausfall.ingest.probe.ScannedFile;

/**
 * Answers of Prometheus to range queries, joined over all files: each success with the duration and status at the same time and labels.
 * Points are held, at 16 bytes each, until all files were read, because the metrics of a probe stand far apart.
 */
final class PrometheusFiles implements MeasurementSource {
    /** A quarter of the memory, when arrays have just grown. */
    private static final long MOST_POINTS = Runtime.getRuntime().maxMemory() / 4 / 32;

    /** Labels that tell two servers apart that scrape the same probe, so that one can fail. */
    private static final Set<String> REPLICAS = Set.of("replica", "prometheus_replica", "prometheus");

    private final List<ProbeInput> inputs;
    private final List<Decision> decisions;
    private final ScanLimits limits;
    private final ReadOptions options;
    private final Map<Map<String, String>, ProbeJoin> probes = new LinkedHashMap<>();
    private final Map<List<String>, Map<String, String>> named = new HashMap<>();
    private final List<Tally> tallies = new ArrayList<>();
    private final List<ReadAs> readAs = new ArrayList<>();
    private long points;

    PrometheusFiles(List<ProbeInput> inputs, List<Decision> decisions, ScanLimits limits, ReadOptions options) {
        this.inputs = List.copyOf(inputs);
        this.decisions = List.copyOf(decisions);
        this.limits = limits;
        this.options = options;
    }

    @Override
    public List<ProbeInput> inputs() {
        return inputs;
    }

    @Override
    public boolean deduped() {
        return true;
    }

    List<ReadAs> readAs() {
        return readAs;
    }

    @Override
    public List<ScannedFile> read(MeasurementSink sink) {
        checkKind();
        List<FileContent> contents = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            tallies.add(new Tally());
            contents.add(read(i, sink));
        }
        checkSuccess();
        checkOrder();
        for (Map.Entry<Map<String, String>, ProbeJoin> probe : probes.entrySet()) {
            join(probe.getKey(), probe.getValue(), sink);
        }
        List<ScannedFile> files = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            files.add(finish(i, contents.get(i)));
        }
        return files;
    }

    private void checkKind() {
        boolean other = options.kind().isPresent() && !options.kind().equals(Optional.of(MetricKind.CHECK));
        if (other) {
            throw refused(
                    inputs.get(0).name(), "", Reason.UNKNOWN_NAME, "this format has only durations of kind check");
        }
    }

    private static ScanRefusal refused(String file, String value, Reason reason, String detail) {
        return new ScanRefusal(Problem.file(Place.of(file), value, reason, detail));
    }

    private FileContent read(int file, MeasurementSink sink) {
        String name = inputs.get(file).name();
        FileContent content = FileContent.open(inputs.get(file), limits);
        try {
            RangeAnswer.read(name, decisions.get(file).encoding().utf8(content), new Taker(file, sink));
        } catch (IOException damage) {
            throw refused(name, "", Reason.UNREADABLE_FILE, "the file is damaged or cut off: " + damage.getMessage());
        }
        sink.advance(content.newBytes());
        return content;
    }

    private ScannedFile finish(int file, FileContent content) {
        Tally tally = tallies.get(file);
        readAs.add(tally.readAs(
                inputs.get(file).name(),
                decisions.get(file).descriptor().id(),
                decisions.get(file).why()));
        try {
            return content.finish(tally.used(), tally.badRows(), tally.blankLines(), tally.roundings());
        } catch (IOException broken) {
            throw refused(
                    inputs.get(file).name(), "", Reason.UNREADABLE_FILE, "cannot be read: " + broken.getMessage());
        }
    }

    private void checkSuccess() {
        boolean success = probes.values().stream().anyMatch(ProbeJoin::hasSuccess);
        if (!success) {
            throw refused(
                    inputs.get(0).name(),
                    probes.isEmpty() ? "" : ProbeMetric.DURATION.metric(),
                    Reason.MISSING_VALUE,
                    "no probe_success: without it the durations of failures would pass for answers; query"
                            + " {__name__=~\"probe_success|probe_duration_seconds|probe_http_status_code\"}");
        }
    }

    private void checkOrder() {
        for (Map.Entry<Map<String, String>, ProbeJoin> probe : probes.entrySet()) {
            Optional<Integer> unordered = probe.getValue().unorderedFile();
            if (unordered.isPresent()) {
                throw refused(
                        inputs.get(unordered.get()).name(),
                        String.valueOf(new TreeMap<>(probe.getKey())),
                        Reason.MALFORMED,
                        "the values of a series are not in the order of time, or two have the same; sort them, or use"
                                + " the answer of Prometheus as it came");
            }
        }
    }

    private void join(Map<String, String> labels, ProbeJoin probe, MeasurementSink sink) {
        List<String> names = List.copyOf(labels.keySet());
        Descriptor descriptor = decisions.get(0).descriptor();
        Columns columns = new Columns(names, Set.of());
        Cells cells = column -> labels.getOrDefault(names.get(column), "");
        try {
            String site = new Names("site", descriptor.site(), "", columns, List.of()).read(cells);
            String location = new Names(
                            "location", descriptor.location(), descriptor.defaultLocation(), columns, List.of())
                    .read(cells);
            checkOnlyProbe(site, location, labels);
            probe.join(site, location, sink, tallies);
        } catch (Misfit misfit) {
            probe.reject(
                    file -> Problem.row(
                            Place.of(inputs.get(file).name()).withColumn(misfit.column()),
                            "",
                            String.valueOf(new TreeMap<>(labels)),
                            misfit.reason(),
                            misfit.detail()),
                    sink,
                    tallies);
        }
    }

    /** Two probes of one name would count once a time, and a success of the one hide a failure of the other. */
    private void checkOnlyProbe(String site, String location, Map<String, String> labels) {
        TreeMap<String, String> own = new TreeMap<>(labels);
        own.keySet().removeAll(REPLICAS);
        Map<String, String> other = named.putIfAbsent(List.of(site, location), own);
        if (other != null && !other.equals(own)) {
            throw refused(
                    inputs.get(0).name(),
                    site,
                    Reason.CONTRADICTION,
                    "several probes of " + site + ": " + other + " and " + own
                            + "; ask for one of them, as in probe_success{job=\"...\"}");
        }
    }

    /** Sorts the points of one file by probe and metric. */
    private final class Taker implements RangeAnswer.Taker {
        private final int file;
        private final MeasurementSink sink;
        private final TimeReader times = new TimeReader(List.of(), Optional.empty());
        private Optional<ProbeMetric> metric = Optional.empty();
        private Points current = new Points();

        Taker(int file, MeasurementSink sink) {
            this.file = file;
            this.sink = sink;
        }

        @Override
        public void series(Map<String, String> labels) {
            metric = ProbeMetric.find(labels.getOrDefault("__name__", ""));
            labels.remove("__name__");
            current = new Points();
            metric.ifPresent(known -> probes.computeIfAbsent(Map.copyOf(labels), any -> new ProbeJoin())
                    .add(known, file, current));
        }

        @Override
        public void point(String seconds, String value, long line) {
            Tally tally = tallies.get(file);
            tally.row();
            if (metric.isEmpty()) {
                tally.skip("other metrics");
                return;
            }
            try {
                current.add(times.read("time", seconds), metric.get().value(value));
                count();
            } catch (Misfit misfit) {
                tally.bad();
                sink.reject(Problem.row(
                        new Place(inputs.get(file).name(), line, misfit.column()),
                        "",
                        misfit.value(),
                        misfit.reason(),
                        misfit.detail()));
            }
        }

        private void count() {
            if (++points > MOST_POINTS) {
                throw refused(
                        inputs.get(file).name(),
                        "",
                        Reason.TOO_LARGE,
                        "more than " + MOST_POINTS + " points, which must be held in memory to be joined; read fewer"
                                + " files at a time, or give the program more memory");
            }
        }
    }
}
