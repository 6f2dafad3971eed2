package org.ausfall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.cli.Commands.copyOfFounding;
import static org.ausfall.cli.Commands.lines;
import static org.ausfall.cli.Commands.run;
import static org.ausfall.cli.Commands.summary;
import static org.ausfall.cli.Commands.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an analyst meets when something is wrong: exit code, message, and nothing half-written. */
class ReportCommandTest {
    @TempDir
    Path dir;

    private Commands.Outcome report(Path event, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "report",
                                "--draws",
                                "100",
                                "--out",
                                dir.resolve("out").toString(),
                                event.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return run(arguments);
    }

    private Path reported() {
        return dir.resolve("out/aws-s3-2017-02-28");
    }

    @ParameterizedTest
    @CsvSource({
        "--threshold, 20, ambiguous",
        "--threshold, abc, not a threshold",
        "--draws, 5, between 100",
        "--draws, x, draws",
        "--draws, 2000000, and 1000000",
        "--profile, mine, choose apica-2017",
        "--threads, 0, between 1",
        "--max-bad-rows, 500%, between 0",
        "--nonsense, 1, nonsense"
    })
    void wrongOption_isExplained_andExits2(String option, String value, String expected) {
        Commands.Outcome outcome =
                run("report", option, value, "--out", dir.resolve("out").toString());
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(expected);
        assertThat(dir.resolve("out")).doesNotExist();
    }

    @Test
    void noCommand_showsUsage_andExits2() {
        Commands.Outcome outcome = run();
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("Usage: ausfall").contains("report");
    }

    @Test
    void help_namesEveryOptionAndExitCode() {
        assertThat(run("report", "--help").out())
                .contains("--threshold", "--draws", "--seed", "--max-bad-rows", "Default: 20%");
        assertThat(run("--help").out()).contains("66", "73");
        assertThat(run("--version").out()).startsWith("ausfall ");
    }

    @Test
    void missingFolder_exits66() {
        Commands.Outcome outcome = report(dir.resolve("nowhere"));
        assertThat(outcome.exit()).isEqualTo(66);
        assertThat(outcome.err()).contains("no such folder").contains("nowhere");
    }

    @Test
    void missingFile_exits66_andNamesIt() throws Exception {
        Path event = copyOfFounding(dir, "event.yaml", line -> line);
        Files.delete(event.resolve("slowdowns.csv"));
        Commands.Outcome outcome = report(event);
        assertThat(outcome.exit()).isEqualTo(66);
        assertThat(outcome.err()).contains("slowdowns.csv").contains("missing_file");
        assertThat(dir.resolve("out")).doesNotExist();
    }

    @Test
    void strict_onSummaries_isRefusedWithTheReason() {
        Commands.Outcome outcome = report(Commands.FOUNDING, "--profile", "strict");
        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err()).contains("raw measurements");
        assertThat(dir.resolve("out")).doesNotExist();
    }

    @Test
    void windowWithoutZone_isRefused_withLineAndKey() {
        Path event = copyOfFounding(
                dir,
                "event.yaml",
                line -> line.replace("start: \"2017-02-28T17:37:00Z\"", "start: \"2017-02-28T17:37:00\""));
        Commands.Outcome outcome = report(event);
        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err())
                .contains("event.yaml:")
                .contains("window.start")
                .contains("no_zone");
    }

    @Test
    void badRow_isQuarantined_shown_andLeavesTheDenominator() {
        Path event = copyOfFounding(
                dir, "slowdowns.csv", row -> row.startsWith("target,") ? row.replace(",4198,", ",-4198,") : row);
        Commands.Outcome outcome = report(event);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(summary(reported(), "affected_retailers", "top100-retailers").get(2))
                .isEqualTo("53");
        assertThat(summary(reported(), "measurable_retailers", "top100-retailers")
                        .get(2))
                .isEqualTo("99");
        assertThat(lines(reported().resolve("problems.csv")))
                .anyMatch(row -> row.contains("slowdowns.csv") && row.contains("before_ms") && row.contains("-4198"));
        assertThat(outcome.out()).contains("53 of 99").contains("1 row rejected");
    }

    @Test
    void shareOf150Percent_isRejected() {
        Path event = copyOfFounding(
                dir,
                "slowdowns.csv",
                row -> row.startsWith("target,") ? row.replace(",4198,45798,,", ",4198,45798,1.5,") : row);
        report(event);
        assertThat(lines(reported().resolve("problems.csv")))
                .anyMatch(row -> row.contains("availability") && row.contains("1.5"));
        assertThat(summary(reported(), "measurable_retailers", "top100-retailers")
                        .get(2))
                .isEqualTo("99");
    }

    @Test
    void tooManyBadRows_refuseTheRun_unlessAllowed() {
        Path event = copyOfFounding(
                dir,
                "slowdowns.csv",
                row -> row.startsWith("retailer-0") ? row.replace("retailer-0", "stranger-0") : row);
        Commands.Outcome refused = report(event);
        assertThat(refused.exit()).isEqualTo(65);
        assertThat(refused.err()).contains("too_many_bad_rows");
        assertThat(dir.resolve("out")).doesNotExist();
        assertThat(report(event, "--max-bad-rows", "100%").exit()).isZero();
    }

    @Test
    void foreignFolder_isNotReplaced_andExits73() {
        write(reported().resolve("thesis.txt"), "mine");
        Commands.Outcome outcome = report(Commands.FOUNDING);
        assertThat(outcome.exit()).isEqualTo(73);
        assertThat(reported().resolve("thesis.txt")).hasContent("mine");
    }

    @Test
    void reportTwice_replacesTheFirst_andLeavesNothingBeside() throws Exception {
        assertThat(report(Commands.FOUNDING).exit()).isZero();
        assertThat(report(Commands.FOUNDING, "--seed", "5").exit()).isZero();
        try (Stream<Path> files = Files.list(dir.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsOnly("aws-s3-2017-02-28", ".ausfall.lock");
        }
    }

    @Test
    void eventsThatShareTime_areBothReported_withANote() {
        Path other = copyOfFounding(dir, "event.yaml", line -> line.startsWith("id: ") ? "id: second" : line);
        Commands.Outcome outcome = report(Commands.FOUNDING, other.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(lines(dir.resolve("out/second/problems.csv"))).anyMatch(row -> row.contains("overlapping_window"));
    }

    @Test
    void sameIdTwice_isRefused_andTheFirstStillReported() {
        Path copy = copyOfFounding(dir, "event.yaml", line -> line);
        Commands.Outcome outcome = report(Commands.FOUNDING, copy.toString());
        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err()).contains("already given");
        assertThat(reported().resolve("summary.csv")).exists();
    }

    @Test
    void quiet_printsNothing() {
        Commands.Outcome outcome = report(Commands.FOUNDING, "--quiet");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void wrongOption_isSaidInTwoLines() {
        assertThat(run("report", "--draws", "x").err().lines()).hasSize(2);
    }

    @Test
    void fullStandardOutput_exits73() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("no space left");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(
                new String[] {
                    "report", "--draws", "100", "--out", dir.resolve("out").toString()
                },
                new Surroundings(
                        InputStream.nullInputStream(),
                        new PrintStream(full, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Clock.systemUTC(),
                        Commands.HOME,
                        false));
        assertThat(exit).isEqualTo(73);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("standard output");
    }

    @Test
    void noRowsAtAll_areUnknown_notZero() {
        Path event = copyOfFounding(dir, "event.yaml", line -> line);
        write(
                event.resolve("slowdowns.csv"),
                lines(Commands.FOUNDING.resolve("slowdowns.csv")).get(0) + "\n");
        Commands.Outcome outcome = report(event);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(summary(reported(), "gross_loss", "top100-retailers").subList(2, 5))
                .containsOnly("");
        assertThat(summary(reported(), "affected_retailers", "top100-retailers").get(2))
                .isEmpty();
        assertThat(outcome.out()).contains("not known").contains("None of the 100");
    }

    @Test
    void reconstruct_ofAnotherEvent_doesNotRewriteSharedRetailers() {
        Commands.copy(Commands.HOME.resolve("data"), dir.resolve("data"));
        Path event = copyOfFounding(dir, "slowdowns.csv", row -> row.startsWith("target,") ? "" : row);
        Commands.Outcome outcome = run(
                "reconstruct", event.toString(), "--data", dir.resolve("data").toString());
        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err()).contains("retailers.csv of its own");
        assertThat(dir.resolve("data/reference/retailers.csv"))
                .hasSameTextualContentAs(Commands.HOME.resolve("data/reference/retailers.csv"));
    }
}
