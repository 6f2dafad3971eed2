package org.ausfall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.reconstruction.Reconstruction;
import org.ausfall.core.reconstruction.ReconstructionTargets;
import org.ausfall.core.simulation.Seed;
import org.ausfall.ingest.BadRowLimit;
import org.ausfall.ingest.Input;
import org.ausfall.ingest.InputDirectory;
import org.ausfall.ingest.csv.RetailersCsv;
import org.ausfall.ingest.csv.SlowdownsCsv;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ausfall reconstruct}: completes a population from its published totals. */
final class ReconstructCommand implements Subcommand {
    private final Surroundings surroundings;

    private final Given<Path> eventDir = Given.eventDir();

    private final DataOption data = new DataOption();

    private final Given<Long> seed = Given.of(
            long.class,
            OptionSpec.builder("--seed")
                    .paramLabel("N")
                    .defaultValue("20170228")
                    .description("Where the random streams start. Default: ${DEFAULT-VALUE}"));

    private final CommandSpec spec;

    ReconstructCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        spec = Usage.of(
                this,
                "reconstruct",
                List.of(
                        "Completes a population of which only totals are published.",
                        "Adds neutral rows, marked reconstructed, to slowdowns.csv and retailers.csv so that all totals under",
                        "'reconstruction' in event.yaml hold exactly. Known rows are kept; rows that are already reconstructed",
                        "are made anew. Same input and seed, same files."),
                List.of(),
                eventDir,
                data,
                seed);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        Path dataDir = data.folder(surroundings);
        if (!Files.isDirectory(eventDir.value())) {
            surroundings.say("no such folder: " + eventDir.value());
            return Exit.NO_INPUT;
        }
        InputDirectory directory = InputDirectory.of(eventDir.value(), dataDir);
        Checked<Input> input = directory.read(BadRowLimit.DEFAULT);
        Checked<ReconstructionTargets> targets = directory.readReconstructionTargets();
        List<Problem> problems = targets.value().isEmpty() ? targets.problems() : input.problems();
        boolean bad = problems.stream().anyMatch(problem -> problem.effect() != Problem.Effect.NOTED);
        if (input.value().isEmpty() || targets.value().isEmpty() || bad) {
            surroundings.say(eventDir.value() + " cannot be completed; every row must be good first:");
            problems.forEach(problem -> surroundings.err().println("  " + problem));
            return Exit.DATA;
        }
        Evidence evidence = input.value().get().evidence();
        List<String> strangers = strangers(evidence);
        if (!strangers.isEmpty()) {
            surroundings.say(
                    directory.retailersFile() + " lists retailers that are not of this event (" + strangers.get(0)
                            + " and " + (strangers.size() - 1) + " more); give the event a retailers.csv of its own");
            return Exit.DATA;
        }
        Reconstruction.Population population;
        try {
            population = Reconstruction.complete(
                    targets.value().get(),
                    evidence.retailers(),
                    evidence.sites(),
                    evidence.event().publishedThreshold(),
                    new Seed(seed.value()));
        } catch (IllegalArgumentException e) {
            surroundings.say("the totals cannot hold: " + e.getMessage());
            return Exit.DATA;
        }
        StringBuilder slowdowns = new StringBuilder();
        SlowdownsCsv.write(population.sites(), slowdowns);
        StringBuilder retailers = new StringBuilder();
        RetailersCsv.write(population.retailers(), retailers);
        replace(directory.slowdownsFile(), slowdowns, directory.retailersFile(), retailers);
        long made = population.sites().stream()
                .filter(site -> site.provenance() == Provenance.RECONSTRUCTED)
                .count();
        surroundings
                .out()
                .println(made + " of " + population.sites().size() + " retailers reconstructed in "
                        + directory.slowdownsFile() + " and " + directory.retailersFile());
        return Exit.OK;
    }

    /** Known retailers without a row in this event: the list serves another event and must not be rewritten. */
    private static List<String> strangers(Evidence evidence) {
        Set<String> seen =
                evidence.sites().stream().map(SiteSummary::retailerId).collect(Collectors.toSet());
        return evidence.retailers().stream()
                .map(Retailer::id)
                .filter(id -> !seen.contains(id))
                .toList();
    }

    /** Writes both files aside before either is replaced, so that a full disk changes nothing. */
    private static void replace(Path first, CharSequence firstText, Path second, CharSequence secondText)
            throws IOException {
        Path firstAside = aside(first, firstText);
        Path secondAside = aside(second, secondText);
        Files.move(firstAside, first, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.move(secondAside, second, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path aside(Path file, CharSequence text) throws IOException {
        Path aside = file.resolveSibling("." + file.getFileName() + ".new");
        Files.writeString(aside, text, StandardCharsets.UTF_8);
        return aside;
    }
}
