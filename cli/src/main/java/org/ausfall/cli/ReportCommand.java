package org.ausfall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import org.ausfall.core.simulation.Seed;
import org.ausfall.ingest.BackTestDirectory;
import org.ausfall.ingest.BadRowLimit;
import org.ausfall.ingest.Input;
import org.ausfall.ingest.InputDirectory;
import org.ausfall.report.ReportWriter;
import org.ausfall.report.RunRecord;
import org.ausfall.report.console.ConsoleSummary;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code ausfall report}: event folders in, report folders out. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Says who was touched by an outage and what it cost, as HTML, CSV and JSON.",
            "Without an event folder it reports the founding case, Amazon S3 on 28 February 2017."
        },
        footer = {
            "",
            "Examples:",
            "  ausfall report",
            "  ausfall report --threshold 25%% my/event",
            "  ausfall report --draws 100000 --seed 7 --out /tmp/reports my/event"
        })
final class ReportCommand implements Callable<Integer> {
    static final String FOUNDING_EVENT = "aws-s3-2017-02-28";
    private static final int SHOWN_PROBLEMS = 20;

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "EVENT_DIR",
            description = "Folders with event.yaml and slowdowns.csv; see data/README.md. Default: the founding case.")
    private List<Path> eventDirs = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Reference data. Default: the data folder of the program.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Where reports go, a folder an event. Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("out");

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            defaultValue = "20%",
            converter = ThresholdText.class,
            description = "From which slowdown on a site counts as affected. Default: ${DEFAULT-VALUE}")
    private Threshold threshold = Threshold.parse("20%");

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "apica-2017",
            converter = ProfileName.class,
            description = {
                "What counts as affected. Default: ${DEFAULT-VALUE}",
                "  apica-2017  slower by the threshold, or down",
                "  strict      also by 100 ms, and beyond chance; needs raw measurements"
            })
    private AffectedProfile profile = AffectedProfile.APICA_2017;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Simulated outcomes, 100 to 10000000. Default: ${DEFAULT-VALUE}")
    private int draws = 10_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Where the random streams start; same seed, same bytes. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many processors to use; does not change the result. Default: all")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--max-bad-rows",
            paramLabel = "PERCENT",
            defaultValue = "5%",
            converter = BadRowLimitText.class,
            description =
                    "Refuse a file with more bad rows than that (one is always allowed). Default: ${DEFAULT-VALUE}")
    private BadRowLimit maxBadRows = BadRowLimit.DEFAULT;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but errors.")
    private boolean quiet;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** An event folder and what was read from it. */
    private record Event(Path folder, Input input) {}

    @Override
    public Integer call() {
        Settings settings = settings();
        Path dataDir = dataDir();
        List<Path> folders =
                eventDirs.isEmpty() ? List.of(dataDir.resolve("events").resolve(FOUNDING_EVENT)) : eventDirs;
        int worst = Exit.OK;
        List<Event> events = new ArrayList<>();
        for (Path folder : folders) {
            worst = Math.max(worst, read(folder, dataDir, events));
        }
        worst = Math.max(worst, refuseRepeatedIds(events));
        for (int i = 0; i < events.size(); i++) {
            worst = Math.max(worst, report(events, i, settings));
        }
        return worst;
    }

    private Path dataDir() {
        return data.orElse(surroundings.home().resolve("data"));
    }

    private Settings settings() {
        if (threads < 1 || threads > 1024) {
            throw usage("--threads must be between 1 and 1024, was " + threads);
        }
        try {
            return new Settings(threshold, profile, draws, new Seed(seed));
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private int read(Path folder, Path dataDir, List<Event> events) {
        for (Path needed : List.of(folder, dataDir)) {
            if (!Files.isDirectory(needed)) {
                surroundings.say("no such folder: " + needed);
                return Exit.NO_INPUT;
            }
        }
        Checked<Input> input = InputDirectory.of(folder, dataDir).read(maxBadRows);
        if (input.value().isPresent()) {
            events.add(new Event(folder, input.value().get()));
            return Exit.OK;
        }
        surroundings.say(folder + " cannot be reported:");
        tell(input.problems());
        boolean missing = input.problems().stream()
                .anyMatch(problem ->
                        problem.effect() == Problem.Effect.FILE_REFUSED && problem.reason() == Reason.MISSING_FILE);
        return missing ? Exit.NO_INPUT : Exit.DATA;
    }

    private void tell(List<Problem> problems) {
        List<Problem> refusals = problems.stream()
                .filter(problem -> problem.effect() == Problem.Effect.FILE_REFUSED)
                .toList();
        List<Problem> others = problems.stream()
                .filter(problem -> problem.effect() == Problem.Effect.ROW_REJECTED)
                .toList();
        refusals.forEach(problem -> surroundings.err().println("  " + problem));
        others.stream()
                .limit(SHOWN_PROBLEMS)
                .forEach(problem -> surroundings.err().println("  " + problem));
        if (others.size() > SHOWN_PROBLEMS) {
            surroundings.err().println("  ... and " + (others.size() - SHOWN_PROBLEMS) + " more bad rows");
        }
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
        BackTestDirectory.Past past = BackTestDirectory.of(dataDir()).readTrackRecord();
        Evidence evidence =
                noteOverlaps(input.evidence(), events.subList(0, index)).withProblems(past.problems());
        Optional<String> refusal = Analysis.refusal(evidence, settings);
        if (refusal.isPresent()) {
            surroundings.say(refusal.get());
            return Exit.DATA;
        }
        Progress progress = new Progress(
                surroundings.talksToTerminal() && !quiet ? Optional.of(surroundings.err()) : Optional.empty(),
                surroundings.clock(),
                "simulating " + evidence.event().id());
        Findings findings = Analysis.run(evidence, input.assumptions(), settings, new ThreadWorkers(threads, progress));
        RunRecord run = new RunRecord(
                Version.text(),
                options(events.get(index).folder()),
                threads,
                Runtime.version().toString(),
                started,
                surroundings.clock().instant());
        Path folder = ReportWriter.write(findings, past.record(), run, out);
        if (!quiet) {
            surroundings.out().print(ConsoleSummary.render(findings, past.record(), folder.toString(), 100));
            surroundings.out().flush();
        }
        return Exit.OK;
    }

    private static Evidence noteOverlaps(Evidence evidence, List<Event> earlier) {
        List<Problem> notes = earlier.stream()
                .map(event -> event.input().evidence().event())
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
        options.put("data", data.map(Path::toString).orElse("(the program's own)"));
        options.put("out", out.toString());
        options.put("threshold", threshold.percent() + "%");
        options.put("profile", profile.code());
        options.put("draws", String.valueOf(draws));
        options.put("seed", String.valueOf(seed));
        options.put("max-bad-rows", maxBadRows.toString());
        return options;
    }

    static final class ThresholdText implements ITypeConverter<Threshold> {
        @Override
        public Threshold convert(String text) {
            try {
                return Threshold.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    static final class BadRowLimitText implements ITypeConverter<BadRowLimit> {
        @Override
        public BadRowLimit convert(String text) {
            try {
                return BadRowLimit.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    static final class ProfileName implements ITypeConverter<AffectedProfile> {
        @Override
        public AffectedProfile convert(String text) {
            for (AffectedProfile profile : AffectedProfile.values()) {
                if (profile.code().equals(text)) {
                    return profile;
                }
            }
            throw new TypeConversionException("no profile '" + text + "'; choose apica-2017 or strict");
        }
    }
}
