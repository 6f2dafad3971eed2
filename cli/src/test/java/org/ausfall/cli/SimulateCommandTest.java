package org.ausfall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.cli.Commands.lines;
import static org.ausfall.cli.Commands.run;
import static org.ausfall.cli.Commands.summary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated measurements, measured and reported, give back what they were made from. */
class SimulateCommandTest {
    private static final String WINDOW = "2017-02-28T17:37:00Z/2017-02-28T21:54:00Z";

    @TempDir
    Path dir;

    private Commands.Outcome simulate(String out, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "simulate",
                                Commands.FOUNDING.toString(),
                                "--rows",
                                "240000",
                                "--locations",
                                "4",
                                "--baseline-days",
                                "2",
                                "--out",
                                out),
                        Stream.of(more))
                .toArray(String[]::new);
        return run(arguments);
    }

    private Path demonstration(String... more) {
        Path folder = dir.resolve("demo");
        Commands.Outcome outcome = simulate(folder.toString(), more);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return folder;
    }

    private static double[] sorted(List<String> rows, int slowdown) {
        return rows.stream()
                .skip(1)
                .map(row -> row.split(",", -1)[slowdown])
                .filter(text -> !text.isEmpty())
                .mapToDouble(Double::parseDouble)
                .sorted()
                .toArray();
    }

    /** A row without quotes, so that it can be split: sources hold commas. */
    private static double[] published() {
        return lines(Commands.FOUNDING.resolve("slowdowns.csv")).stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .filter(cells -> !cells[3].isEmpty() || !cells[5].isEmpty())
                .mapToDouble(cells -> cells[3].isEmpty()
                        ? Double.parseDouble(cells[5]) / 100
                        : Double.parseDouble(cells[3]) / Double.parseDouble(cells[2]) - 1)
                .sorted()
                .toArray();
    }

    /**
     * A median of n values with noise of sd .1 is off by .1 x 1.2533 / sqrt(n): with some 49 during the outage and 341 before at each
     * of 4 locations, a site's factor by about .012 of itself; 6 times that holds for every site.
     */
    @Test
    void simulateThenMeasure_givesTheSlowdownsBack() {
        Path demo = demonstration();
        Path out = dir.resolve("measured");
        run("measure", demo + "/measurements/*.csv", "--window", WINDOW, "--timeline", "none", "--out", out.toString());
        double[] measured = sorted(lines(out.resolve("sites.csv")), 10);
        double[] expected = published();
        double[] worst = Arrays.copyOfRange(measured, measured.length - 40, measured.length);
        double[] worstExpected = Arrays.copyOfRange(expected, expected.length - 40, expected.length);
        assertThat(IntStream.range(0, 40)
                        .mapToDouble(i -> Math.abs((1 + worst[i]) / (1 + worstExpected[i]) - 1))
                        .max()
                        .orElseThrow())
                .isLessThan(0.07);
        assertThat(lines(out.resolve("sites.csv")))
                .filteredOn(row -> row.endsWith(",down"))
                .hasSize(3);
    }

    @Test
    void reportOfADemonstration_countsWhatItWasMadeFrom_andSaysWhatItIs() throws IOException {
        Path demo = demonstration("--gzip");
        Path out = dir.resolve("out");
        Commands.Outcome outcome = run("report", demo.toString(), "--draws", "500", "--out", out.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        Path report = out.resolve("demonstration-2017-02-28");
        assertThat(Integer.parseInt(summary(report, "affected_retailers", "demonstration-shops")
                        .get(2)))
                .isBetween(51, 57);
        assertThat(summary(report, "down_retailers", "demonstration-shops").get(2))
                .isEqualTo("3");
        assertThat(summary(report, "measurable_retailers", "demonstration-shops")
                        .get(2))
                .isEqualTo("100");
        assertThat(outcome.out())
                .contains("Demonstration: simulated outage")
                .contains("placebo")
                .contains("of the same length in the days before")
                .doesNotContain("can be known")
                .contains("this is a demonstration")
                .doesNotContain("S&P 500");
        String json = Files.readString(report.resolve("report.json"), StandardCharsets.UTF_8);
        assertThat(json)
                .contains("\"crc32c\"")
                .contains("\"rejected_rows\" : 0")
                .contains("same hours of up to 7 days");
        assertThat(Files.readString(report.resolve("report.html"), StandardCharsets.UTF_8))
                .contains("CRC32C")
                .contains("made up for this demonstration");
    }

    @Test
    void demonstration_namesNobody() throws IOException {
        Path demo = demonstration();
        List<String> names = lines(Commands.HOME.resolve("data/reference/retailers.csv")).stream()
                .skip(1)
                .map(row -> row.split(",", -1)[1].toLowerCase(Locale.ROOT))
                .filter(name -> !name.startsWith("retailer"))
                .toList();
        try (Stream<Path> files = Files.walk(demo)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
                assertThat(names).as(file.toString()).noneMatch(text::contains);
            }
        }
        assertThat(Files.readString(demo.resolve("event.yaml"), StandardCharsets.UTF_8))
                .contains("demonstration: true");
    }

    @Test
    void sameSeed_givesTheSameBytes_andAnotherDoesNot() throws IOException {
        String first = simulate("-").out();
        assertThat(simulate("-").out()).isEqualTo(first);
        assertThat(simulate("-", "--seed", "2").out()).isNotEqualTo(first);
        assertThat(Files.readString(demonstration().resolve("measurements/measurements.csv"), StandardCharsets.UTF_8))
                .isEqualTo(first);
        assertThat(first.lines().count()).isEqualTo(240_001);
    }

    @Test
    void tooFewRows_areRefused_withTheNumberNeeded() {
        Commands.Outcome outcome = run(
                "simulate",
                Commands.FOUNDING.toString(),
                "--rows",
                "20000",
                "--out",
                dir.resolve("few").toString());
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("need at least");
        assertThat(dir.resolve("few")).doesNotExist();
    }

    @Test
    void fullFolder_isNotOverwritten() {
        Commands.write(dir.resolve("full/thesis.txt"), "mine");
        assertThat(simulate(dir.resolve("full").toString()).exit()).isEqualTo(73);
        assertThat(dir.resolve("full/thesis.txt")).hasContent("mine");
    }
}
