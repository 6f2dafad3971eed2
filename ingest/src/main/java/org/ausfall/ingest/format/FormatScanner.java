package org.ausfall.ingest.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ProbeScan;
import org.ausfall.ingest.probe.ProbeScanner;
import org.ausfall.ingest.probe.ScannedFile;

/**
 * Reads measurements in any known format, however large: plain own CSV by {@link ProbeScanner}, everything else by the descriptor of
 * its format, into one set of measurements.
 */
public final class FormatScanner {
    private final ProbeScanner scanner;
    private final ReadOptions options;

    private FormatScanner(ProbeScanner scanner, ReadOptions options) {
        this.scanner = scanner;
        this.options = options;
    }

    /** Reads as the scanner says, and as the options say where files do not say it themselves. */
    public static FormatScanner of(ProbeScanner scanner, ReadOptions options) {
        return new FormatScanner(scanner, options);
    }

    /**
     * Reads all inputs as one set of measurements. Refused as by {@link ProbeScanner#scan}; if the format of a file cannot be known;
     * and if durations of several kinds came together, which must not be compared with each other.
     */
    public Checked<FormatScan> scan(List<ProbeInput> inputs, Consumer<Problem> quarantine) {
        Sources sources = Sources.of(inputs, options, scanner.limits());
        if (!sources.problems().isEmpty()) {
            sources.problems().forEach(quarantine);
            return Checked.refused(sources.problems());
        }
        Checked<ProbeScan> checked = scanner.scan(sources.own(), sources.others(), quarantine);
        if (checked.value().isEmpty()) {
            return Checked.refused(checked.problems());
        }
        ProbeScan scan = checked.value().get();
        List<ReadAs> readAs = sources.readAs();
        Map<Optional<MetricKind>, Long> kinds = kinds(scan, readAs);
        if (kinds.size() > 1) {
            Problem mixed = mixed(kinds);
            quarantine.accept(mixed);
            scan.close();
            return Checked.refused(List.of(mixed));
        }
        Optional<MetricKind> kind =
                kinds.keySet().stream().findFirst().orElse(Optional.empty()).or(options::kind);
        return Checked.of(new FormatScan(scan, inOrder(scan.files(), inputs), readAs, kind), checked.problems());
    }

    /** What the rows are durations of. Plain own CSV does not say; it is what the analyst says it is. */
    private Map<Optional<MetricKind>, Long> kinds(ProbeScan scan, List<ReadAs> readAs) {
        Map<Optional<MetricKind>, Long> kinds = new LinkedHashMap<>();
        readAs.forEach(file -> file.kinds().forEach((kind, rows) -> kinds.merge(kind, rows, Long::sum)));
        long others = readAs.stream().mapToLong(ReadAs::good).sum();
        long own = scan.files().stream().mapToLong(ScannedFile::goodRows).sum() - others;
        if (own > 0) {
            kinds.merge(options.kind(), own, Long::sum);
        }
        return kinds;
    }

    private static Problem mixed(Map<Optional<MetricKind>, Long> kinds) {
        List<String> found = new ArrayList<>();
        kinds.forEach((kind, rows) ->
                found.add(rows + " rows of " + kind.map(MetricKind::code).orElse("a kind nobody states")));
        return Problem.file(
                Place.of(""),
                String.join(", ", found),
                Reason.CONTRADICTION,
                "durations of different kinds must not be compared with each other; choose one with --kind, or read them"
                        + " apart");
    }

    private static List<ScannedFile> inOrder(List<ScannedFile> files, List<ProbeInput> inputs) {
        List<String> names = inputs.stream().map(ProbeInput::name).toList();
        return files.stream()
                .sorted(Comparator.comparingInt(file -> names.indexOf(file.name())))
                .toList();
    }
}
