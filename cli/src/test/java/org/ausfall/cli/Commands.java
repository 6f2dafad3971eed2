package org.ausfall.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Runs commands as a user would, on the repository's own data or on copies of it. */
final class Commands {
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    static final Path FOUNDING = HOME.resolve("data/events/aws-s3-2017-02-28");

    private Commands() {}

    record Outcome(int exit, String out, String err) {}

    static Outcome run(String... arguments) {
        return run(new byte[0], arguments);
    }

    /** Runs a command that may read standard input. */
    static Outcome run(byte[] in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(
                arguments,
                new Surroundings(
                        new ByteArrayInputStream(in),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
                        HOME,
                        false));
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A copy of the founding event under {@code parent}, each line of one file changed. */
    static Path copyOfFounding(Path parent, String file, UnaryOperator<String> line) {
        Path copy = parent.resolve("event");
        copy(FOUNDING, copy);
        Path changed = copy.resolve(file);
        write(changed, String.join("\n", lines(changed).stream().map(line).toList()) + "\n");
        return copy;
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path source : files.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of the first row of a summary with that measure and scope. */
    static List<String> summary(Path report, String measure, String scope) {
        return lines(report.resolve("summary.csv")).stream()
                .map(row -> List.of(row.split(",", -1)))
                .filter(cells -> cells.get(0).equals(measure) && cells.get(1).equals(scope))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + measure + " of " + scope + " in " + report));
    }
}
