package org.ausfall.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.reconstruction.SimulatedMeasurements;
import org.ausfall.core.reconstruction.SimulatedSite;
import org.ausfall.ingest.BadRowLimit;
import org.ausfall.ingest.Demonstration;
import org.ausfall.ingest.Input;
import org.ausfall.ingest.InputDirectory;
import org.ausfall.ingest.csv.MeasurementsCsv;
import org.ausfall.report.folder.OutputRefused;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ausfall simulate}: the measurements that an event's summaries could have been made from. */
final class SimulateCommand implements Subcommand {
    private static final long MOST_ROWS = 4_000_000_000L;

    private final Surroundings surroundings;

    private final Given<Path> eventDir = Given.eventDir();

    private final DataOption data = new DataOption();

    private final Given<Long> rows = Given.of(
            long.class,
            OptionSpec.builder("--rows").paramLabel("N").required(true).description("How many measurements."));

    private final SeedOption seed = new SeedOption();

    private final Given<Integer> locations = Given.of(
            int.class,
            OptionSpec.builder("--locations")
                    .paramLabel("N")
                    .defaultValue("20")
                    .description("From how many locations each site is measured. Default: ${DEFAULT-VALUE}"));

    private final Given<Integer> baselineDays = Given.of(
            int.class,
            OptionSpec.builder("--baseline-days")
                    .paramLabel("N")
                    .defaultValue("22")
                    .description("How many days before the outage the measurements begin. Default: ${DEFAULT-VALUE}"));

    private final Given<Double> restless = Given.of(
            double.class,
            OptionSpec.builder("--restless")
                    .paramLabel("SHARE")
                    .defaultValue("0")
                    .description(
                            "The share of sites, 0 to 0.5, that are up to 60 %% slower for four hours at any time before the "
                                    + "outage, as happens on normal days. Default: ${DEFAULT-VALUE}"));

    private final Given<Boolean> gzip =
            Given.flag(OptionSpec.builder("--gzip").description("Compress the measurements."));

    private final Given<String> out = Given.of(
            String.class,
            OptionSpec.builder("--out")
                    .paramLabel("DIR")
                    .required(true)
                    .description(
                            "The event folder to make; must not exist or be empty. - writes only the measurements, to "
                                    + "standard output."));

    private final CommandSpec spec;

    SimulateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        spec = Usage.of(
                this,
                "simulate",
                List.of(
                        "Makes up raw measurements that agree with the slowdowns.csv of an event, for demonstrations and tests.",
                        "Sites get neutral names. What it writes is a complete event folder, titled as a demonstration, that",
                        "'ausfall report' reads. Same event, options and seed: same bytes."),
                List.of(
                        "",
                        "Examples:",
                        "  ausfall simulate data/events/aws-s3-2017-02-28 --rows 2000000 --out my/demonstration",
                        "  ausfall report my/demonstration",
                        "  ausfall simulate data/events/aws-s3-2017-02-28 --rows 2000000 --out - |",
                        "      ausfall measure - --window 2017-02-28T17:37:00Z/2017-02-28T21:54:00Z --out out/measured"),
                eventDir,
                data,
                rows,
                seed,
                locations,
                baselineDays,
                restless,
                gzip,
                out);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        checkOptions();
        Checked<Input> input =
                InputDirectory.of(eventDir.value(), data.folder(surroundings)).read(BadRowLimit.DEFAULT);
        if (input.value().isEmpty()) {
            return refuse(input.problems());
        }
        Evidence evidence = input.value().get().evidence();
        if (evidence.raw().isPresent() || evidence.sites().isEmpty()) {
            surroundings.say(eventDir.value() + " has no slowdowns.csv with rows to make measurements from");
            return Exit.DATA;
        }
        List<SimulatedSite> sites =
                SimulatedSite.of(evidence.sites(), evidence.event().publishedThreshold(), seed.seed());
        SimulatedMeasurements measurements = measurements(evidence, sites);
        if (out.value().equals("-")) {
            BufferedOutputStream stream = new BufferedOutputStream(surroundings.out(), 1 << 16);
            MeasurementsCsv.write(measurements, stream);
            stream.flush();
            return Exit.OK;
        }
        publish(new Demonstration(evidence.event(), sites, seed.seed()), measurements);
        surroundings
                .out()
                .println(rows.value() + " simulated measurements of " + sites.size() + " invented sites in "
                        + out.value() + "\nReport them: ausfall report " + out.value());
        return Exit.OK;
    }

    private void checkOptions() {
        if (rows.value() < 1 || rows.value() > MOST_ROWS) {
            throw Usage.mistake(spec, "--rows must be between 1 and " + MOST_ROWS + ", was " + rows.value());
        }
        if (locations.value() < 1 || locations.value() > 99) {
            throw Usage.mistake(spec, "--locations must be between 1 and 99, was " + locations.value());
        }
        if (baselineDays.value() < 1 || baselineDays.value() > 90) {
            throw Usage.mistake(spec, "--baseline-days must be between 1 and 90, was " + baselineDays.value());
        }
        if (!(restless.value() >= 0 && restless.value() <= 0.5)) {
            throw Usage.mistake(spec, "--restless must be between 0 and 0.5, was " + restless.value());
        }
        if (out.value().equals("-") && gzip.value()) {
            throw Usage.mistake(spec, "--gzip makes no sense on standard output; pipe it through gzip");
        }
    }

    private SimulatedMeasurements measurements(Evidence evidence, List<SimulatedSite> sites) {
        try {
            return new SimulatedMeasurements(
                    sites,
                    evidence.event().window(),
                    evidence.event().reads(),
                    locations.value(),
                    Duration.ofDays(baselineDays.value()),
                    rows.value(),
                    restless.value(),
                    seed.seed());
        } catch (IllegalArgumentException e) {
            throw Usage.mistake(spec, e.getMessage() + "; use more --rows, fewer --locations or fewer --baseline-days");
        }
    }

    private int refuse(List<Problem> problems) {
        surroundings.say(eventDir.value() + " cannot be simulated:");
        problems.stream()
                .filter(problem -> problem.effect() == Problem.Effect.FILE_REFUSED)
                .forEach(problem -> surroundings.err().println("  " + problem));
        boolean missing = problems.stream()
                .anyMatch(problem ->
                        problem.effect() == Problem.Effect.FILE_REFUSED && problem.reason() == Reason.MISSING_FILE);
        return missing ? Exit.NO_INPUT : Exit.DATA;
    }

    /** Writes aside and moves into place in one act, so that a folder that stands there is whole. */
    private void publish(Demonstration demonstration, SimulatedMeasurements measurements) throws IOException {
        Path target = Path.of(out.value()).toAbsolutePath().normalize();
        refuseFull(target);
        Path parent = Files.createDirectories(target.resolveSibling(".").normalize());
        Path aside = Files.createTempDirectory(parent, "." + target.getFileName() + ".");
        try {
            demonstration.write(aside, measurements, made(), gzip.value());
            Files.deleteIfExists(target);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(aside);
        }
    }

    private String made() {
        return "Made by ausfall " + Version.text() + ": simulate --rows " + rows.value() + " --seed " + seed.recorded()
                + " --locations " + locations.value() + " --baseline-days " + baselineDays.value()
                + (restless.value() == 0 ? "" : " --restless " + restless.value());
    }

    private void refuseFull(Path target) throws IOException {
        if (Files.notExists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new OutputRefused(out.value() + " is not a folder; name another folder for the output");
        }
        try (Stream<Path> entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw new OutputRefused(out.value() + " is not empty; remove it or name another folder for the output");
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
