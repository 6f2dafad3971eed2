package org.ausfall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ausfall.core.analysis.Analysis;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.analysis.Settings;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.exposure.AffectedProfile;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.core.simulation.Workers;
import org.ausfall.ingest.BackTestDirectory;
import org.ausfall.ingest.Input;
import org.ausfall.ingest.InputDirectory;
import org.ausfall.ingest.Scanning;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.report.ReportWriter;
import org.ausfall.report.RunRecord;
import org.ausfall.report.console.ConsoleSummary;
import org.ausfall.report.csv.ProblemRows;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code ausfall report}: event folders in, report folders out. */
final class ReportCommand implements Subcommand {
    static final String FOUNDING_EVENT = "aws-s3-2017-02-28";

    private final Surroundings surroundings;

    private final Given<List<Path>> eventDirs = Given.listOf(
            Path.class,
            PositionalParamSpec.builder()
                    .paramLabel("EVENT_DIR")
                    .arity("0..*")
                    .description(
                            "Folders with event.yaml and slowdowns.csv or measurements/; see data/README.md. Default: the founding case."));

    private final DataOption data = new DataOption();

    private final Given<Path> out = Given.of(
            Path.class,
            OptionSpec.builder("--out")
                    .paramLabel("DIR")
                    .defaultValue("out")
                    .description("Where reports go, a folder an event. Default: ${DEFAULT-VALUE}"));

    private final Given<Threshold> threshold = Given.of(
            Threshold.class,
            OptionSpec.builder("--threshold")
                    .paramLabel("PERCENT")
                    .defaultValue("20%")
                    .converters(new FromText<>(Threshold::parse))
                    .description("From which slowdown on a site counts as affected. Default: ${DEFAULT-VALUE}"));

    private final Given<AffectedProfile> profile = Given.of(
            AffectedProfile.class,
            OptionSpec.builder("--profile")
                    .paramLabel("NAME")
                    .defaultValue("apica-2017")
                    .converters(new FromText<>(AffectedProfile::parse))
                    .description(
                            "What counts as affected. Default: ${DEFAULT-VALUE}",
                            "  apica-2017  slower by the threshold, or down",
                            "  strict      also by 100 ms, and beyond chance; needs raw measurements"));

    private final Given<List<Path>> assumptionSets = Given.listOf(
            Path.class,
            OptionSpec.builder("--assumptions")
                    .paramLabel("FILE")
                    .description(
                            "Believe what this file says instead of single rows of reference/beliefs.csv; may be given more than once.",
                            "The report lists what was replaced. See docs/guide/what-it-cost.md."));

    private final Given<List<String>> populationsBy = Given.listOf(
            String.class,
            OptionSpec.builder("--population-by")
                    .paramLabel("COLUMN")
                    .description(
                            "Sum losses also by the values of this column of companies.csv or retailers.csv, such as one you added;",
                            "may be given more than once. Scopes in summary.csv are COLUMN:value."));

    private final Given<SensitivityChoice> sensitivity = Given.of(
            SensitivityChoice.class,
            OptionSpec.builder("--sensitivity")
                    .paramLabel("HOW")
                    .defaultValue("none")
                    .converters(new FromText<>(SensitivityChoice::parse))
                    .description(
                            "What moves the losses. Default: ${DEFAULT-VALUE}",
                            "  tornado  each belief at its 5th and 95th percentile, over 1,024 draws",
                            "  sobol    that over all draws and by sector, and shares of variance; slow"));

    private final Given<String> shareBy = Given.of(
            String.class,
            OptionSpec.builder("--share-by")
                    .paramLabel("COLUMN")
                    .description(
                            "Give the share by the values of this column of retailers.csv too. Default: sector, category, "
                                    + "industry or segment, if there is one"));

    private final Given<Integer> draws = Given.of(
            int.class,
            OptionSpec.builder("--draws")
                    .paramLabel("N")
                    .defaultValue("10000")
                    .description("Simulated outcomes, 100 to 1000000. Default: ${DEFAULT-VALUE}"));

    private final SeedOption seed = new SeedOption();

    private final ThreadsOption threads = new ThreadsOption();

    private final BadRowsOption maxBadRows = new BadRowsOption();

    private final ScanOptions scan = new ScanOptions();

    private final FormatOptions formats = new FormatOptions();

    private final Given<Path> sites = Given.of(
            Path.class,
            OptionSpec.builder("--sites")
                    .paramLabel("FILE")
                    .description(
                            "How measurements call the retailers' sites: CSV with the columns site,retailer.",
                            "Default: aliases.csv of the event, if there is one."));

    private final QuietOption quiet = new QuietOption();

    private final CommandSpec spec;

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        spec = Usage.of(
                this,
                "report",
                List.of(
                        "Says who was touched by an outage and what it cost, as HTML, CSV and JSON.",
                        "Without an event folder it reports the founding case, Amazon S3 on 28 February 2017."),
                List.of(
                        "",
                        "Examples:",
                        "  ausfall report",
                        "  ausfall report --threshold 25%% my/event",
                        "  ausfall report --draws 100000 --seed 7 --out /tmp/reports my/event",
                        "  ausfall report --sensitivity tornado",
                        "  ausfall report --assumptions data/assumptions/xi-experiments-only.csv"),
                eventDirs,
                data,
                out,
                threshold,
                profile,
                assumptionSets,
                populationsBy,
                sensitivity,
                shareBy,
                draws,
                seed,
                threads,
                maxBadRows,
                scan,
                formats,
                sites,
                quiet);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    /** An event folder, what was read from it, and the rows of its raw measurements that could not be used. */
    private record Event(Path folder, Input input, ProblemRows rejected) {}

    @Override
    public Integer call() {
        Settings settings = settings();
        ScanLimits limits = scan.limits();
        Path dataDir = data.folder(surroundings);
        List<Path> folders = eventDirs.value().isEmpty()
                ? List.of(dataDir.resolve("events").resolve(FOUNDING_EVENT))
                : eventDirs.value();
        int worst = Exit.OK;
        List<Event> events = new ArrayList<>();
        try (Rejected rejected = new Rejected()) {
            for (Path folder : folders) {
                worst = Math.max(worst, read(folder, dataDir, limits, events, rejected.next()));
            }
            worst = Math.max(worst, refuseRepeatedIds(events));
            for (int i = 0; i < events.size(); i++) {
                worst = Math.max(worst, report(events, i, settings));
            }
            return worst;
        }
    }

    /** Rejected rows of all events, which wait until their reports are written. */
    private static final class Rejected implements AutoCloseable {
        private final List<ProblemRows> all = new ArrayList<>();

        ProblemRows next() {
            ProblemRows rows = ProblemRows.aside();
            all.add(rows);
            return rows;
        }

        @Override
        public void close() {
            all.forEach(ProblemRows::close);
        }
    }

    private Settings settings() {
        return Usage.checked(
                spec,
                () -> new Settings(
                        threshold.value(),
                        profile.value(),
                        draws.value(),
                        seed.seed(),
                        shareBy.find(),
                        populationsBy.value()));
    }

    private int read(Path folder, Path dataDir, ScanLimits limits, List<Event> events, ProblemRows rejected) {
        for (Path needed : List.of(folder, dataDir)) {
            if (!Files.isDirectory(needed)) {
                surroundings.say("no such folder: " + needed);
                return Exit.NO_INPUT;
            }
        }
        Checked<Input> input;
        try (ByteProgress progress = new ByteProgress(quiet.terminal(surroundings), surroundings.clock())) {
            InputDirectory directory = InputDirectory.of(folder, dataDir)
                    .withScanning(new Scanning(threads.count(), progress, rejected, limits, scan.dedupe(), seed.seed()))
                    .withAssumptionSets(assumptionSets.value())
                    .withFormats(formats.read());
            input = sites.find().map(directory::withAliases).orElse(directory).read(maxBadRows.limit());
        }
        input.problems().stream()
                .filter(problem -> !quiet.given() && problem.reason() == Reason.READ_AS)
                .forEach(note -> surroundings.say(note.place().file() + ": " + note.detail()));
        if (input.value().isPresent()) {
            events.add(new Event(folder, input.value().get(), rejected));
            return Exit.OK;
        }
        return Refusals.tellAll(folder + " cannot be reported:", input.problems(), surroundings);
    }

    private int refuseRepeatedIds(List<Event> events) {
        Map<String, Path> seen = new LinkedHashMap<>();
        int worst = Exit.OK;
        for (Event event : List.copyOf(events)) {
            String id = event.input().evidence().event().id();
            Path first = seen.putIfAbsent(id, event.folder());
            if (first != null) {
                surroundings.say(event.folder() + ": event " + id + " is already given by " + first
                        + "; one of them needs another id");
                events.remove(event);
                worst = Exit.DATA;
            }
        }
        return worst;
    }

    private int report(List<Event> events, int index, Settings settings) {
        Instant started = surroundings.clock().instant();
        Input input = events.get(index).input();
        BackTestDirectory.Past past =
                BackTestDirectory.of(data.folder(surroundings)).readTrackRecord();
        Evidence evidence = noteOverlaps(input.evidence(), events).withProblems(past.problems());
        Optional<String> refusal = Analysis.refusal(evidence, settings);
        if (refusal.isPresent()) {
            surroundings.say(refusal.get());
            return Exit.DATA;
        }
        Optional<String> shortage = shortage(evidence, settings.draws());
        if (shortage.isPresent()) {
            surroundings.say(shortage.get());
            return Exit.USAGE;
        }
        Progress progress = new Progress(
                quiet.terminal(surroundings),
                surroundings.clock(),
                "simulating " + evidence.event().id());
        Workers workers = new ThreadWorkers(threads.count(), progress);
        Findings estimated = Analysis.run(evidence, input.assumptions(), settings, workers);
        Findings findings = sensitivity
                .value()
                .effort()
                .map(effort -> Analysis.explain(estimated, effort, workers))
                .orElse(estimated);
        RunRecord run = surroundings.record(options(events.get(index).folder()), threads, started);
        Path folder = ReportWriter.write(
                findings, past.record(), run, out.value(), events.get(index).rejected());
        if (!quiet.given()) {
            surroundings.out().print(ConsoleSummary.render(findings, past.record(), folder.toString(), 100));
            surroundings.out().flush();
        }
        return Exit.OK;
    }

    /** Why so many draws would not fit into memory: two single-precision numbers a company and draw, with room for the rest. */
    private static Optional<String> shortage(Evidence evidence, int draws) {
        long needed =
                8L * draws * (evidence.companies().size() + evidence.retailers().size());
        long available = Runtime.getRuntime().maxMemory();
        return needed < available * 0.7
                ? Optional.empty()
                : Optional.of(draws + " draws need about " + needed / 1_000_000 + " MB of memory, "
                        + available / 1_000_000 + " MB are available; use fewer --draws, or more memory with "
                        + "AUSFALL_JAVA_OPTS=-Xmx" + (needed / 700_000_000 + 1) + "g");
    }

    private static Evidence noteOverlaps(Evidence evidence, List<Event> all) {
        List<Problem> notes = all.stream()
                .map(event -> event.input().evidence().event())
                .filter(event -> !event.id().equals(evidence.event().id()))
                .filter(event -> event.window().overlaps(evidence.event().window()))
                .map(event -> Problem.note(
                        Place.of(evidence.event().id() + "/event.yaml").withColumn("window"),
                        evidence.event().window().start() + "/"
                                + evidence.event().window().end(),
                        Reason.OVERLAPPING_WINDOW,
                        "shares time with event " + event.id() + "; their losses must not be added"))
                .collect(Collectors.toList());
        return notes.isEmpty() ? evidence : evidence.withProblems(notes);
    }

    private Map<String, String> options(Path folder) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("event", folder.toString());
        options.put("data", data.recorded());
        options.put("out", out.value().toString());
        options.put("threshold", threshold.value().percent() + "%");
        options.put("profile", profile.value().code());
        if (!assumptionSets.value().isEmpty()) {
            options.put(
                    "assumptions",
                    assumptionSets.value().stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        if (!populationsBy.value().isEmpty()) {
            options.put("population-by", String.join(", ", populationsBy.value()));
        }
        options.put("sensitivity", sensitivity.value().toString());
        shareBy.find().ifPresent(column -> options.put("share-by", column));
        options.put("draws", String.valueOf(draws.value()));
        options.put("seed", seed.recorded());
        options.put("max-bad-rows", maxBadRows.limit().toString());
        options.put("dedupe", String.valueOf(scan.dedupe()));
        options.putAll(formats.recorded());
        sites.find().ifPresent(file -> options.put("sites", file.toString()));
        return options;
    }
}
