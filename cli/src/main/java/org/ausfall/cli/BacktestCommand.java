package org.ausfall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ausfall backtest}: how right the method was. */
final class BacktestCommand implements Subcommand {
    private static final int PAST_DRAWS = 10_000;
    private static final int WORLD_DRAWS = 1_000;

    private final Surroundings surroundings;

    private final DataOption data = new DataOption();

    private final Given<Path> out = Given.of(
            Path.class,
            OptionSpec.builder("--out")
                    .paramLabel("DIR")
                    .defaultValue("out")
                    .description("Where the folder backtest goes, and where reports lie. Default: ${DEFAULT-VALUE}"));

    private final Given<Path> actuals = Given.of(
            Path.class,
            OptionSpec.builder("--actuals")
                    .paramLabel("FILE")
                    .description(
                            "What companies have reported since (CSV; see docs/guide/after-the-quarter.md). It is put beside the",
                            "estimates made before, which stay as they are."));

    private final Given<Boolean> leaveOneOut = Given.flag(OptionSpec.builder("--leave-one-out")
            .negatable(true)
            .defaultValue("true")
            .fallbackValue("true")
            .description(
                    "Learn severity and recapture from all other outages (the default); --no-leave-one-out estimates",
                    "from the priors alone."));

    private final Given<Boolean> synthetic = Given.flag(OptionSpec.builder("--synthetic")
            .description(
                    "Instead: estimate made-up outages of which the truth is known. Exit code 1 if the ranges do not hold",
                    "what they promise."));

    private final Given<Integer> worlds = Given.of(
            int.class,
            OptionSpec.builder("--worlds")
                    .paramLabel("N")
                    .defaultValue("500")
                    .description(
                            "Made-up outages that are as believed, and as many that are not. Default: ${DEFAULT-VALUE}"));

    private final Given<Integer> draws = Given.of(
            Integer.class,
            OptionSpec.builder("--draws")
                    .paramLabel("N")
                    .description(
                            "Simulated outcomes of each outage, 100 to 1000000. Default: 10000, with --synthetic 1000"));

    private final SeedOption seed = new SeedOption();

    private final ThreadsOption threads = new ThreadsOption();

    private final QuietOption quiet = new QuietOption();

    private final CommandSpec spec;

    BacktestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        spec = Usage.of(
                this,
                "backtest",
                List.of(
                        "Says how right the estimates were: past outages beside what companies later reported, as HTML, CSV and JSON;",
                        "with --synthetic, made-up outages of which the truth is known, with a verdict."),
                List.of(
                        "",
                        "Examples:",
                        "  ausfall backtest",
                        "  ausfall backtest --actuals quarter.csv",
                        "  ausfall backtest --synthetic"),
                data,
                out,
                actuals,
                leaveOneOut,
                synthetic,
                worlds,
                draws,
                seed,
                threads,
                quiet);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        if (synthetic.value() && actuals.find().isPresent()) {
            throw Usage.mistake(spec, "--actuals has no meaning for made-up outages; leave out --synthetic");
        }
        return synthetic.value() ? tryWorlds() : scorePast();
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
        return Usage.checked(
                spec, () -> new WorldTrial.Plan(worlds.value(), draws.find().orElse(WORLD_DRAWS), seed.seed()));
    }

    private BackTest.Settings settings() {
        return Usage.checked(
                spec,
                () -> new BackTest.Settings(leaveOneOut.value(), draws.find().orElse(PAST_DRAWS), seed.seed()));
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
        if (actuals.find().isPresent()) {
            Checked<BackTestDirectory.Later> read =
                    BackTestDirectory.readLater(actuals.value(), past.value().get(), out.value());
            List<Problem> bad = rejected(read.problems());
            if (read.value().isEmpty() || read.value().get().figures().isEmpty()) {
                return refused(actuals.value() + " has no figure that can be used:", read.problems());
            }
            later = compare(read.value().get(), card);
            bad.forEach(problem -> surroundings.say("left out: " + problem));
        }
        RunRecord run = surroundings.record(options(settings), threads, started);
        Path folder = ScoreCardWriter.write(card, later, run, out.value());
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
        options.put("out", out.value().toString());
        options.put("actuals", actuals.find().map(Path::toString).orElse("(none)"));
        options.put("leave-one-out", String.valueOf(settings.leaveOneOut()));
        options.put("draws", String.valueOf(settings.draws()));
        options.put("seed", seed.recorded());
        return options;
    }
}
