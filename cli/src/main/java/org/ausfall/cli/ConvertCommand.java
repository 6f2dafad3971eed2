package org.ausfall.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.ingest.format.Conversion;
import org.ausfall.ingest.format.ReadAs;
import org.ausfall.ingest.format.ReadOptions;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.report.wording.Counted;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ausfall convert}: measurements of any format in, own CSV out. */
final class ConvertCommand implements Subcommand {
    private static final int SHOWN_PROBLEMS = 20;

    private final Surroundings surroundings;

    private final NamedInputs files = new NamedInputs();

    private final Given<Path> out = Given.of(
            Path.class,
            OptionSpec.builder("--out")
                    .paramLabel("FILE")
                    .required(true)
                    .description("The file to write, replaced if it exists; compressed if its name ends in .gz."));

    private final FormatOptions formats = new FormatOptions();

    private final BadRowsOption maxBadRows = new BadRowsOption();

    private final ScanOptions scan = new ScanOptions();

    private final QuietOption quiet = new QuietOption();

    private final CommandSpec spec;

    ConvertCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        spec = Usage.of(
                this,
                "convert",
                List.of(
                        "Turns measurements of any known format into one file of own CSV, which other commands read back",
                        "without loss."),
                List.of(
                        "",
                        "Examples:",
                        "  ausfall convert results.jtl --out results.csv",
                        "  ausfall convert 'probes*.json' --out probes.csv.gz",
                        "  ausfall convert acme.csv --format acme.yaml --zone Europe/Berlin --out acme-canonical.csv"),
                files,
                out,
                formats,
                maxBadRows,
                scan,
                quiet);
    }

    @Override
    public CommandSpec spec() {
        return spec;
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
        Path aside = out.value()
                .resolveSibling("." + out.value().getFileName() + "."
                        + ProcessHandle.current().pid() + ".tmp");
        try {
            ByteProgress progress = new ByteProgress(quiet.terminal(surroundings), surroundings.clock());
            return convert(new Conversion(options, limits, progress, scan.dedupe()), aside);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private void checkOut() {
        if (out.value().toString().endsWith(".zst")) {
            throw Usage.mistake(spec, "--out " + out.value() + ": .zst is only read; write .csv or .csv.gz");
        }
        if (Files.exists(out.value()) && !Files.isRegularFile(out.value())) {
            throw Usage.mistake(
                    spec, "--out " + out.value() + ": a folder or device, which would be replaced; name a file");
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
        Files.move(aside, out.value(), StandardCopyOption.REPLACE_EXISTING);
        if (!quiet.given()) {
            tell(converted.value().get(), bad);
        }
        return Exit.OK;
    }

    private OutputStream target(Path aside) throws IOException {
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16);
        return out.value().toString().endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file;
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
                        + " rejected.\nConverted: " + out.value());
    }
}
