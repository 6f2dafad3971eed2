package org.ausfall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ausfall.core.detection.Detection;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.ingest.OutageSearch;
import org.ausfall.ingest.format.FirstMeasurement;
import org.ausfall.ingest.format.FormatScan;
import org.ausfall.ingest.format.FormatScanner;
import org.ausfall.ingest.format.ReadOptions;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ProbeScan;
import org.ausfall.ingest.probe.ProbeScanner;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.report.RunRecord;
import org.ausfall.report.console.DetectionSummary;
import org.ausfall.report.csv.ProblemRows;
import org.ausfall.report.measured.DetectedRun;
import org.ausfall.report.measured.DetectionFiles;
import org.ausfall.report.measured.MeasurementFiles;
import org.ausfall.report.wording.Counted;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ausfall detect}: raw measurements in, the windows of outages out. */
final class DetectCommand implements Subcommand {
    private final Surroundings surroundings;

    private final NamedInputs files = new NamedInputs();

    private final Given<Threshold> threshold = Given.of(
            Threshold.class,
            OptionSpec.builder("--threshold")
                    .paramLabel("PERCENT")
                    .defaultValue("20%")
                    .converters(new FromText<>(Threshold::parse))
                    .description("From which slowdown on a measurement counts as slow. Default: ${DEFAULT-VALUE}"));

    private final Given<Bin> bin = Given.of(
            Bin.class,
            OptionSpec.builder("--bin")
                    .paramLabel("BIN")
                    .defaultValue("auto")
                    .converters(new FromText<>(Bin::parseOrAuto))
                    .description(
                            "The step in which time is looked at, as in 30s, 5m or 1h; auto, or less than the polling",
                            "interval, is the polling interval."));

    private final FormatOptions formats = new FormatOptions();

    private final ThreadsOption threads = new ThreadsOption();

    private final BadRowsOption maxBadRows = new BadRowsOption();

    private final ScanOptions scan = new ScanOptions();

    private final Given<Path> out = Given.of(
            Path.class,
            OptionSpec.builder("--out")
                    .paramLabel("DIR")
                    .description(
                            "A folder for windows.csv, sites.csv (who took part), share.csv (over time),",
                            "problems.csv and run.json; replaced as a whole. Default: none"));

    private final QuietOption quiet = new QuietOption();

    private final CommandSpec spec;

    DetectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        spec = Usage.of(
                this,
                "detect",
                List.of(
                        "Finds outages in raw measurements without being told when they were: stretches of time in which",
                        "many sites were slower than usual, or failing, at once. Reads what 'ausfall measure' reads.",
                        "Says when each began and ended, give or take a polling interval, who took part, how sure that",
                        "is, and the --window to pass on to 'ausfall measure'."),
                List.of(
                        "",
                        "Usual is what a site took at that hour of the day on the days around, from the same location;",
                        "with fewer than 5 days, what it took in the hours around. An outage takes at least 15 %% of the",
                        "sites and three of them, two polls, and more than half of the locations. Finding none is no",
                        "error: the exit code is 0 either way.",
                        "",
                        "Examples:",
                        "  ausfall detect probes.csv",
                        "  ausfall detect 'probes-*.csv.gz' --threshold 50%% --out out/detected",
                        "  zcat probes.gz | ausfall detect - --bin 5m"),
                files,
                threshold,
                bin,
                formats,
                threads,
                maxBadRows,
                scan,
                out,
                quiet);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        Instant started = surroundings.clock().instant();
        if (files.tellMissing(surroundings)) {
            return Exit.NO_INPUT;
        }
        ScanLimits limits = scan.limits();
        ReadOptions as = formats.read();
        try {
            List<ProbeInput> inputs = files.open(surroundings.in());
            if (out.find().isEmpty()) {
                print(look(inputs, limits, as, started, problem -> {}));
            } else {
                DetectionFiles.folder(out.value()).publish(aside -> write(inputs, limits, as, started, aside));
            }
            return Exit.OK;
        } catch (RefusedMeasurements refused) {
            return refused.tell(surroundings);
        }
    }

    private void write(List<ProbeInput> inputs, ScanLimits limits, ReadOptions as, Instant started, Path folder)
            throws IOException {
        try (ProblemRows problems = MeasurementFiles.problems(folder)) {
            DetectedRun run = look(inputs, limits, as, started, problems);
            DetectionFiles.write(folder, run);
            print(run);
        }
    }

    private DetectedRun look(
            List<ProbeInput> inputs, ScanLimits limits, ReadOptions as, Instant started, Consumer<Problem> problems) {
        Optional<Instant> first = FirstMeasurement.find(inputs, as, limits);
        try (ByteProgress progress = new ByteProgress(quiet.terminal(surroundings), surroundings.clock())) {
            ProbeScanner scanner = ProbeScanner.around(first.orElse(Instant.EPOCH))
                    .withLimits(limits)
                    .withThreads(threads.count())
                    .withProgress(progress);
            FormatScan scanned =
                    RefusedMeasurements.orScan(FormatScanner.of(scanner, as), inputs, maxBadRows.limit(), problems);
            if (!quiet.given()) {
                FormatOptions.tell(scanned.readAs(), surroundings.err());
            }
            try (ProbeScan found = scanned.scan()) {
                checkBeginning(first, found);
                Detection detection =
                        OutageSearch.in(found, scan.dedupe(), bin.value().length(), threshold.value());
                List<InputFile> read = scanned.files().stream()
                        .map(file -> file.listed(Optional.empty()))
                        .toList();
                return new DetectedRun(record(started), read, found.problemCounts(), found.notKept(), detection);
            }
        }
    }

    /** Without a beginning to look around, all measurements would pass for lying too far away. */
    private static void checkBeginning(Optional<Instant> first, ProbeScan found) {
        boolean used = found.files().stream().anyMatch(file -> file.goodRows() > 0);
        if (first.isEmpty() && used) {
            throw new RefusedMeasurements(List.of(Problem.file(
                    Place.of(found.files().get(0).name()),
                    "",
                    Reason.MISSING_VALUE,
                    "the beginning of the input does not show when measurements begin; give the file instead of -,"
                            + " or ausfall convert it first")));
        }
    }

    private void print(DetectedRun run) {
        if (quiet.given()) {
            return;
        }
        long rows = run.inputs().stream().mapToLong(InputFile::rowsRead).sum();
        long bad = run.inputs().stream().mapToLong(InputFile::rowsRejected).sum();
        surroundings.out().println(rows + " rows read, " + bad + " rejected.");
        if (run.notLookedAt() > 0) {
            surroundings
                    .out()
                    .println(Counted.of(run.notLookedAt(), "measurement lies", "measurements lie")
                            + " more than 49 days before or 50 days after the first one and "
                            + Counted.word(run.notLookedAt(), "was", "were") + " not looked at.");
        }
        DetectionSummary.of(run.detection(), files.names()).forEach(surroundings.out()::println);
        out.find()
                .ifPresent(folder -> surroundings
                        .out()
                        .println("\nDetected: " + folder
                                + "/windows.csv  (+ sites.csv, share.csv, problems.csv, run.json)"));
    }

    private RunRecord record(Instant started) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("command", "detect");
        options.put("files", String.join(" ", files.names()));
        options.putAll(formats.recorded());
        options.put("threshold", threshold.value().percent() + "%");
        options.put("bin", bin.value().text());
        options.put("dedupe", String.valueOf(scan.dedupe()));
        options.put("max-bad-rows", maxBadRows.limit().toString());
        out.find().ifPresent(folder -> options.put("out", folder.toString()));
        return surroundings.record(options, threads, started);
    }
}
