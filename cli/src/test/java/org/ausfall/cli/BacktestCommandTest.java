package org.ausfall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.cli.Commands.HOME;
import static org.ausfall.cli.Commands.lines;
import static org.ausfall.cli.Commands.run;
import static org.ausfall.cli.Commands.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an analyst meets who asks how right the estimates were. */
class BacktestCommandTest {
    private static final String HEADER =
            "event,company,amount,currency,measure,kind,source,date,rate,rate_source,rate_date,meaning\n";

    private final Locale locale = Locale.getDefault();

    @TempDir
    Path dir;

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
    }

    private Commands.Outcome backtest(String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("backtest", "--out", dir.resolve("out").toString()), Stream.of(more))
                .toArray(String[]::new);
        return run(arguments);
    }

    private Path written(String file) {
        return dir.resolve("out/backtest").resolve(file);
    }

    private Commands.Outcome withActuals(String... rows) {
        Path file = dir.resolve("quarter.csv");
        write(file, HEADER + String.join("\n", rows) + "\n");
        return backtest("--draws", "1000", "--actuals", file.toString());
    }

    private List<String> reported() {
        return lines(written("reported.csv"));
    }

    @Test
    void pastOutages_areHeldByRangesThatSaySomething() {
        Commands.Outcome outcome = backtest();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        List<String> coverage = score("coverage_90");
        assertThat(Integer.parseInt(coverage.get(5))).isEqualTo(14);
        assertThat(Integer.parseInt(coverage.get(4))).isBetween(11, 14);
        assertThat(Double.parseDouble(score("median_ratio_of_ends_90").get(1))).isLessThanOrEqualTo(8);
        assertThat(outcome.out())
                .contains("Of 14 losses that companies later reported")
                .contains("Roblox")
                .contains("scorecard.html");
    }

    private List<String> score(String measure) {
        return lines(written("scores.csv")).stream()
                .map(row -> List.of(row.split(",", -1)))
                .filter(cells -> cells.get(0).equals(measure))
                .findFirst()
                .orElseThrow();
    }

    /** Reports quote the scores in the data folder; after a change of method or data, copy out/backtest/scores.csv there. */
    @Test
    void scoresThatReportsQuote_areFresh() throws IOException {
        backtest();
        assertThat(written("scores.csv")).hasSameTextualContentAs(HOME.resolve("data/backtest/scores.csv"));
        String line = "90 % ranges held " + score("coverage_90").get(4) + " of 14 losses companies later reported";
        Commands.Outcome report =
                run("report", "--draws", "100", "--out", dir.resolve("out").toString());
        Path folder = dir.resolve("out/aws-s3-2017-02-28");
        assertThat(report.out().replace("\n", " ")).contains(line);
        assertThat(Files.readString(folder.resolve("report.html"))).contains(line);
        assertThat(Files.readString(folder.resolve("report.json"))).contains("\"track_record\"");
    }

    @Test
    void priorsAlone_areWider() {
        backtest("--draws", "1000");
        double learned = Double.parseDouble(score("median_ratio_of_ends_90").get(1));
        assertThat(backtest("--no-leave-one-out", "--draws", "1000").exit()).isZero();
        assertThat(Double.parseDouble(score("median_ratio_of_ends_90").get(1))).isGreaterThan(2 * learned);
    }

    @Test
    void laterFigure_standsBesideTheEstimate_whichStaysByteForByte() throws IOException {
        backtest("--draws", "1000");
        byte[] card = Files.readAllBytes(written("scorecard.csv"));
        byte[] json = Files.readAllBytes(written("scorecard.json"));
        byte[] scores = Files.readAllBytes(written("scores.csv"));
        Commands.Outcome outcome = withActuals(
                "tsmc-2018-08,TSMC,85000000,USD,lost_revenue,company-reported,report of Q3,2018-11-30,,,,net");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("Reported since: the 90 % ranges made before held 1 of 1 loss.");
        assertThat(reported()).hasSize(2);
        assertThat(reported().get(1)).contains(",inside,");
        assertThat(Files.readString(written("scorecard.html"))).contains("<h2 id=\"since\">Reported since</h2>");
        assertThat(Files.readAllBytes(written("scorecard.csv"))).isEqualTo(card);
        assertThat(Files.readAllBytes(written("scorecard.json"))).isEqualTo(json);
        assertThat(Files.readAllBytes(written("scores.csv"))).isEqualTo(scores);
    }

    @Test
    void estimateOfAReport_isReadNotRemade() throws IOException {
        run("report", "--draws", "100", "--out", dir.resolve("out").toString());
        Path losses = dir.resolve("out/aws-s3-2017-02-28/losses.csv");
        byte[] before = Files.readAllBytes(losses);
        String id = lines(losses).stream()
                .map(row -> row.split(",", -1)[0])
                .filter(cell -> cell.startsWith("retailer-"))
                .findFirst()
                .orElseThrow();
        Commands.Outcome outcome = withActuals(
                "aws-s3-2017-02-28," + id + ",900000000,USD,lost_revenue,company-reported,made up,2017-05-01,,,,");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(reported().get(1)).contains("aws-s3-2017-02-28/losses.csv", ",above,");
        assertThat(Files.readAllBytes(losses)).isEqualTo(before);
    }

    @Test
    void correctedFigure_counts_andTheEarlierStaysVisible() {
        Commands.Outcome outcome = withActuals(
                "hanes-2022-05,Hanesbrands,90000000,USD,lost_revenue,company-reported,first word,2022-06-30,,,,",
                "hanes-2022-05,Hanesbrands,100000000,USD,lost_revenue,company-reported,half-year report,2022-08-11,,,,");
        assertThat(outcome.exit()).isZero();
        assertThat(reported().get(1)).contains("2022-06-30", "corrected");
        assertThat(reported().get(2)).contains("2022-08-11", "inside");
        assertThat(outcome.out()).contains("corrected on 2022-08-11").contains("held 1 of 1 loss");
    }

    @Test
    void otherCurrency_isRefusedWithTheReason_unlessARateIsGiven() {
        Commands.Outcome refused = withActuals(
                "ms-2025-04,Marks & Spencer,324000000,GBP,lost_revenue,company-reported,half-year,2025-11-05,,,,");
        assertThat(refused.exit()).isEqualTo(65);
        assertThat(refused.err()).contains("quarter.csv:2: currency: 'GBP'").contains("rates are not guessed");
        assertThat(dir.resolve("out")).doesNotExist();
        Commands.Outcome used = withActuals(
                "ms-2025-04,Marks & Spencer,324000000,GBP,lost_revenue,company-reported,half-year,2025-11-05,1.31,an example,2025-11-05,");
        assertThat(used.exit()).isZero();
        assertThat(reported().get(1)).contains("GBP,1.31,an example,2025-11-05,424440000");
    }

    @Test
    void profit_isKeptApart() {
        Commands.Outcome outcome = withActuals(
                "hanes-2022-05,Hanesbrands,35000000,USD,profit,company-reported,half-year report,2022-08-11,,,,");
        assertThat(outcome.exit()).isZero();
        assertThat(reported().get(1)).contains(",35000000,,,,").contains("kept_apart");
        assertThat(outcome.out()).contains("Reported since: 1 figure, none of which can be compared with an estimate.");
    }

    @Test
    void unknownEvent_isLeftOutWithTheReason() {
        String good = "hanes-2022-05,Hanesbrands,100000000,USD,lost_revenue,company-reported,report,2022-08-11,,,,";
        String unknown = "nowhere-2030,Nobody,100000000,USD,lost_revenue,company-reported,report,2030-08-11,,,,";
        Commands.Outcome both = withActuals(good, unknown);
        assertThat(both.exit()).isZero();
        assertThat(both.err()).contains("left out: quarter.csv:3: event: 'nowhere-2030': unknown_name");
        assertThat(reported()).hasSize(2);
        Commands.Outcome alone = withActuals(unknown);
        assertThat(alone.exit()).isEqualTo(65);
        assertThat(alone.err()).contains("no estimate was made");
    }

    @Test
    void missingFiles_exit66() {
        assertThat(backtest("--actuals", dir.resolve("no.csv").toString()).exit())
                .isEqualTo(66);
        assertThat(backtest("--data", dir.resolve("no").toString()).exit()).isEqualTo(66);
    }

    @ParameterizedTest
    @CsvSource({
        "--draws, 5, between 100",
        "--threads, 0, between 1",
        "--seed, x, seed",
    })
    void wrongOption_isExplained_andExits2(String option, String value, String expected) {
        Commands.Outcome outcome = backtest(option, value);
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(expected);
    }

    @Test
    void worldsAndActuals_excludeEachOther() {
        Commands.Outcome outcome = backtest("--synthetic", "--actuals", "x.csv");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(backtest("--synthetic", "--worlds", "3").exit()).isEqualTo(2);
    }

    @Test
    void threadsAndLocale_changeNothing() throws IOException {
        backtest("--threads", "1", "--draws", "1000");
        List<byte[]> first = bytes();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        backtest("--threads", "3", "--draws", "1000");
        List<byte[]> second = bytes();
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).isEqualTo(first.get(i));
        }
    }

    private List<byte[]> bytes() throws IOException {
        List<byte[]> bytes = new ArrayList<>();
        for (String file : List.of("scorecard.html", "scorecard.csv", "scores.csv", "models.csv", "scorecard.json")) {
            bytes.add(Files.readAllBytes(written(file)));
        }
        return bytes;
    }

    /** A smoke test with few worlds; the verdict proper needs 500, see docs/score-card.md. */
    @Test
    void fewWorlds_areCoveredRoughly_theSameOnAnyThread() {
        String[] few = {"backtest", "--synthetic", "--worlds", "40", "--draws", "200"};
        Commands.Outcome outcome = run(few);
        assertThat(outcome.exit()).isIn(0, 1);
        assertThat(outcome.out()).contains("40 made-up outages as believed").contains("hold");
        double covered = Double.parseDouble(lineOf(outcome, "well specified  ").split(" +", -1)[5]);
        double twisted = Double.parseDouble(lineOf(outcome, "misspecified  ").split(" +", -1)[4]);
        assertThat(covered).isBetween(0.75, 1.0);
        assertThat(twisted).isBetween(0.7, 1.0);
        assertThat(run("backtest", "--synthetic", "--worlds", "40", "--draws", "200", "--threads", "1")
                        .out())
                .isEqualTo(outcome.out());
    }

    private static String lineOf(Commands.Outcome outcome, String start) {
        return outcome.out()
                .lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
