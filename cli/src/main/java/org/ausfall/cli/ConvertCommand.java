package org.ausfall.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.ingest.format.Conversion;
import org.ausfall.ingest.format.ReadAs;
import org.ausfall.ingest.format.ReadOptions;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.report.wording.Counted;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ausfall convert}: measurements of any format in, own CSV out. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Turns measurements of any known format into one file of own CSV, which other commands read back",
            "without loss."
        },
        footer = {
            "",
            "Examples:",
            "  ausfall convert results.jtl --out results.csv",
            "  ausfall convert 'probes*.json' --out probes.csv.gz",
            "  ausfall convert acme.csv --format acme.yaml --zone Europe/Berlin --out acme-canonical.csv"
        })
final class ConvertCommand implements Callable<Integer> {
    private static final int SHOWN_PROBLEMS = 20;

    private final Surroundings surroundings;

    @Mixin
    private NamedInputs files = new NamedInputs();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file to write, replaced if it exists; compressed if its name ends in .gz.")
    private Path out = Path.of("out.csv");

    @Mixin
    private FormatOptions formats = new FormatOptions();

    @Mixin
    private BadRowsOption maxBadRows = new BadRowsOption();

    @Mixin
    private ScanOptions scan = new ScanOptions();

    @Mixin
    private QuietOption quiet = new QuietOption();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    ConvertCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (files.tellMissing(surroundings)) {
            return Exit.NO_INPUT;
        }
        ReadOptions options = formats.read();
        ScanLimits limits = scan.limits();
        checkOut();
        // Not a temporary file of the library's, which nobody else may read.
        Path aside = out.resolveSibling(
                "." + out.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            ByteProgress progress = new ByteProgress(quiet.terminal(surroundings), surroundings.clock());
            return convert(new Conversion(options, limits, progress, scan.dedupe()), aside);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private void checkOut() {
        if (out.toString().endsWith(".zst")) {
            throw Usage.mistake(spec, "--out " + out + ": .zst is only read; write .csv or .csv.gz");
        }
        if (Files.exists(out) && !Files.isRegularFile(out)) {
            throw Usage.mistake(spec, "--out " + out + ": a folder or device, which would be replaced; name a file");
        }
    }

    private int convert(Conversion conversion, Path aside) throws IOException {
        List<Problem> bad = new ArrayList<>();
        Checked<Conversion.Converted> converted;
        try (OutputStream target = target(aside)) {
            converted = conversion.convert(files.open(surroundings.in()), target, problem -> {
                if (bad.size() < SHOWN_PROBLEMS) {
                    bad.add(problem);
                }
            });
        }
        List<Problem> tooBad = converted
                .value()
                .map(done -> maxBadRows.limit().check(done.files()))
                .orElse(List.of());
        if (converted.value().isEmpty() || !tooBad.isEmpty()) {
            List<Problem> all = new ArrayList<>(tooBad);
            all.addAll(converted.problems());
            return Refusals.tell("the measurements cannot be converted:", all, surroundings);
        }
        if (converted.value().get().readAs().stream().mapToLong(ReadAs::good).sum() == 0) {
            return Refusals.tell("there is no measurement to convert:", bad, surroundings);
        }
        Files.move(aside, out, StandardCopyOption.REPLACE_EXISTING);
        if (!quiet.given()) {
            tell(converted.value().get(), bad);
        }
        return Exit.OK;
    }

    private OutputStream target(Path aside) throws IOException {
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16);
        return out.toString().endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file;
    }

    private void tell(Conversion.Converted done, List<Problem> bad) {
        FormatOptions.tell(done.readAs(), surroundings.err());
        bad.forEach(problem -> surroundings.err().println("  left out: " + problem));
        long good = done.readAs().stream().mapToLong(ReadAs::good).sum();
        long badRows = done.readAs().stream().mapToLong(ReadAs::bad).sum();
        surroundings
                .out()
                .println(Counted.of(done.written(), "measurement", "measurements") + " written from "
                        + Counted.of(good, "row", "rows") + ", " + badRows
                        + " rejected.\nConverted: " + out);
    }
}
