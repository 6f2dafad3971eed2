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
import org.ausfall.core.backtest.BackTest;
import org.ausfall.core.backtest.Comparison;
import org.ausfall.core.backtest.EarlierEstimate;
import org.ausfall.core.backtest.LaterReports;
import org.ausfall.core.backtest.PastOutages;
import org.ausfall.core.backtest.ScoreCard;
import org.ausfall.core.backtest.WorldTrial;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.BackTestDirectory;
import org.ausfall.ingest.BadRowLimit;
import org.ausfall.ingest.Input;
import org.ausfall.ingest.InputDirectory;
import org.ausfall.report.RunRecord;
import org.ausfall.report.ScoreCardWriter;
import org.ausfall.report.console.ScoreCardSummary;
import org.ausfall.report.console.WorldTrialSummary;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ausfall backtest}: how right the method was. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Says how right the estimates were: past outages beside what companies later reported, as HTML, CSV and JSON;",
            "with --synthetic, made-up outages of which the truth is known, with a verdict."
        },
        footer = {
            "",
            "Examples:",
            "  ausfall backtest",
            "  ausfall backtest --actuals quarter.csv",
            "  ausfall backtest --synthetic"
        })
final class BacktestCommand implements Callable<Integer> {
    private static final int PAST_DRAWS = 10_000;
    private static final int WORLD_DRAWS = 1_000;

    private final Surroundings surroundings;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Where the folder backtest goes, and where reports lie. Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("out");

    @Option(
            names = "--actuals",
            paramLabel = "FILE",
            description = {
                "What companies have reported since (CSV; see docs/guide/after-the-quarter.md). It is put beside the",
                "estimates made before, which stay as they are."
            })
    private Optional<Path> actuals = Optional.empty();

    @Option(
            names = "--leave-one-out",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = {
                "Learn severity and recapture from all other outages (the default); --no-leave-one-out estimates",
                "from the priors alone."
            })
    private boolean leaveOneOut = true;

    @Option(
            names = "--synthetic",
            description = {
                "Instead: estimate made-up outages of which the truth is known. Exit code 1 if the ranges do not hold",
                "what they promise."
            })
    private boolean synthetic;

    @Option(
            names = "--worlds",
            paramLabel = "N",
            defaultValue = "500",
            description = "Made-up outages that are as believed, and as many that are not. Default: ${DEFAULT-VALUE}")
    private int worlds = 500;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Simulated outcomes of each outage, 100 to 1000000. Default: 10000, with --synthetic 1000")
    private Optional<Integer> draws = Optional.empty();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private QuietOption quiet = new QuietOption();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    BacktestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (synthetic && actuals.isPresent()) {
            throw Usage.mistake(spec, "--actuals has no meaning for made-up outages; leave out --synthetic");
        }
        return synthetic ? tryWorlds() : scorePast();
    }

    private Path dataDir() {
        return data.folder(surroundings);
    }

    private int tryWorlds() {
        WorldTrial.Plan plan = plan();
        Path event = dataDir().resolve("events").resolve(ReportCommand.FOUNDING_EVENT);
        Checked<Input> input = InputDirectory.of(event, dataDir()).read(BadRowLimit.DEFAULT);
        if (input.value().isEmpty()) {
            return refused(dataDir() + " cannot be used:", input.problems());
        }
        Progress progress =
                new Progress(quiet.terminal(surroundings), surroundings.clock(), "making and estimating worlds");
        WorldTrial trial =
                WorldTrial.run(input.value().get().assumptions(), plan, new ThreadWorkers(threads.count(), progress));
        if (!quiet.given()) {
            surroundings.out().print(WorldTrialSummary.render(trial, plan));
            surroundings.out().flush();
        }
        return trial.holds() ? Exit.OK : Exit.GATE;
    }

    private WorldTrial.Plan plan() {
        return Usage.checked(spec, () -> new WorldTrial.Plan(worlds, draws.orElse(WORLD_DRAWS), seed.seed()));
    }

    private BackTest.Settings settings() {
        return Usage.checked(spec, () -> new BackTest.Settings(leaveOneOut, draws.orElse(PAST_DRAWS), seed.seed()));
    }

    private int scorePast() {
        BackTest.Settings settings = settings();
        Instant started = surroundings.clock().instant();
        Checked<PastOutages> past = BackTestDirectory.of(dataDir()).read(BadRowLimit.DEFAULT);
        if (past.value().isEmpty()) {
            return refused(dataDir().resolve("backtest") + " cannot be used:", past.problems());
        }
        ScoreCard card = BackTest.run(past.value().get(), settings);
        LaterReports later = LaterReports.NONE;
        if (actuals.isPresent()) {
            Checked<BackTestDirectory.Later> read =
                    BackTestDirectory.readLater(actuals.get(), past.value().get(), out);
            List<Problem> bad = rejected(read.problems());
            if (read.value().isEmpty() || read.value().get().figures().isEmpty()) {
                return refused(actuals.get() + " has no figure that can be used:", read.problems());
            }
            later = compare(read.value().get(), card);
            bad.forEach(problem -> surroundings.say("left out: " + problem));
        }
        RunRecord run = surroundings.record(options(settings), threads, started);
        Path folder = ScoreCardWriter.write(card, later, run, out);
        if (!quiet.given()) {
            surroundings.out().print(ScoreCardSummary.render(card, later, folder.toString(), 100));
            surroundings.out().flush();
        }
        return Exit.OK;
    }

    private static LaterReports compare(BackTestDirectory.Later read, ScoreCard card) {
        List<EarlierEstimate> estimates = new ArrayList<>(read.estimates());
        card.estimates().stream().map(EarlierEstimate::of).forEach(estimates::add);
        return new LaterReports(Comparison.of(read.figures(), estimates), read.inputs(), read.problems());
    }

    private static List<Problem> rejected(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.effect() == Problem.Effect.ROW_REJECTED)
                .toList();
    }

    private int refused(String what, List<Problem> problems) {
        surroundings.say(what);
        problems.forEach(problem -> surroundings.err().println("  " + problem));
        boolean missing = problems.stream()
                .anyMatch(problem ->
                        problem.effect() == Problem.Effect.FILE_REFUSED && problem.reason() == Reason.MISSING_FILE);
        return missing || !Files.isDirectory(dataDir()) ? Exit.NO_INPUT : Exit.DATA;
    }

    private Map<String, String> options(BackTest.Settings settings) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("data", data.recorded());
        options.put("out", out.toString());
        options.put("actuals", actuals.map(Path::toString).orElse("(none)"));
        options.put("leave-one-out", String.valueOf(settings.leaveOneOut()));
        options.put("draws", String.valueOf(settings.draws()));
        options.put("seed", seed.recorded());
        return options;
    }
}
