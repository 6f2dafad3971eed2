package org.ausfall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ausfall.cli.Commands.FOUNDING;
import static org.ausfall.cli.Commands.HOME;
import static org.ausfall.cli.Commands.copyOfFounding;
import static org.ausfall.cli.Commands.lines;
import static org.ausfall.cli.Commands.run;
import static org.ausfall.cli.Commands.summary;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The case the product exists for, on its own data, through the command. */
class FoundingCaseTest {
    private static final String SHOPS = "top100-retailers";

    @TempDir
    static Path out;

    private static Path report;
    private static Commands.Outcome outcome;

    @BeforeAll
    static void reportTheFoundingCase() {
        outcome = run("report", "--out", out.toString());
        report = out.resolve("aws-s3-2017-02-28");
    }

    @Test
    void report_isWritten_andSaysSo() {
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("54 of 100").contains("report.html");
        assertThat(List.of(
                        "report.html",
                        "summary.csv",
                        "retailers.csv",
                        "losses.csv",
                        "problems.csv",
                        "report.json",
                        "run.json"))
                .allSatisfy(name -> assertThat(report.resolve(name)).isNotEmptyFile());
    }

    @Test
    void counts_comeOutOfTheComputation() {
        assertThat(summary(report, "affected_retailers", SHOPS))
                .containsExactly("affected_retailers", SHOPS, "54", "", "", "count", "reconstructed");
        assertThat(summary(report, "measurable_retailers", SHOPS).get(2)).isEqualTo("100");
        assertThat(summary(report, "down_retailers", SHOPS).get(2)).isEqualTo("3");
        assertThat(summary(report, "affected_share", SHOPS))
                .containsExactly("affected_share", SHOPS, "0.54", "", "", "fraction", "reconstructed");
    }

    @Test
    void healingOneShop_gives53(@TempDir Path copies) {
        Path event = copyOfFounding(copies, "slowdowns.csv", row -> row.startsWith("target,") ? heal(row) : row);
        run(
                "report",
                "--quiet",
                "--draws",
                "100",
                "--out",
                copies.resolve("out").toString(),
                event.toString());
        assertThat(summary(copies.resolve("out/aws-s3-2017-02-28"), "affected_retailers", SHOPS)
                        .get(2))
                .isEqualTo("53");
    }

    private static String heal(String row) {
        String[] cells = row.split(",", -1);
        cells[3] = cells[2];
        return String.join(",", cells);
    }

    @Test
    void threshold25_equalsAnIndependentRecount(@TempDir Path elsewhere) {
        run("report", "--quiet", "--draws", "100", "--threshold", "25%", "--out", elsewhere.toString());
        assertThat(summary(elsewhere.resolve("aws-s3-2017-02-28"), "affected_retailers", SHOPS)
                        .get(2))
                .isEqualTo(String.valueOf(recount(new BigDecimal("1.25"))));
        assertThat(recount(new BigDecimal("1.20"))).isEqualTo(54);
    }

    /** Counts straight from the rows: retailer,name,before_ms,during_ms,availability,slowdown_pct,state_published,... */
    private static long recount(BigDecimal factor) {
        return lines(FOUNDING.resolve("slowdowns.csv")).stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .filter(cells -> {
                    if (!cells[2].isEmpty() && !cells[3].isEmpty()) {
                        return new BigDecimal(cells[3]).compareTo(factor.multiply(new BigDecimal(cells[2]))) >= 0;
                    }
                    if (!cells[5].isEmpty()) {
                        return new BigDecimal(cells[5])
                                        .movePointLeft(2)
                                        .add(BigDecimal.ONE)
                                        .compareTo(factor)
                                >= 0;
                    }
                    return cells[6].equals("down");
                })
                .count();
    }

    @Test
    void losses_haveRangesInOrder_andStandBesideWhatWasPublished() {
        for (String scope : List.of(SHOPS, "sp500", "financial-services", "sector:Energy")) {
            for (String measure : List.of("gross_loss", "net_loss")) {
                List<String> row = summary(report, measure, scope);
                double median = Double.parseDouble(row.get(2));
                assertThat(Double.parseDouble(row.get(3))).isLessThan(median).isNotNegative();
                assertThat(Double.parseDouble(row.get(4))).isGreaterThan(median);
            }
        }
        assertThat(lines(report.resolve("summary.csv")))
                .contains(
                        "loss,sp500,150000000,,,USD,published:Cyence",
                        "loss,financial-services,160000000,,,USD,published:Cyence");
    }

    @Test
    void flat8760_ofTheSp500_isRevenueTimesHours() {
        // 10.64 tn a year / 8760 h x 257 min = 5,202 m; see the sanity arithmetic of the facts.
        double flat =
                Double.parseDouble(summary(report, "flat8760_loss", "sp500").get(2));
        assertThat(flat / 1e6).isCloseTo(5202.3, within(0.5));
    }

    @Test
    void namedRetailers_carryOnlyPublishedFigures() {
        List<String> named = lines(FOUNDING.resolve("slowdowns.csv")).stream()
                .skip(1)
                .filter(row -> !row.contains(",reconstructed,"))
                .toList();
        assertThat(named).hasSize(15);
        assertThat(lines(FOUNDING.resolve("slowdowns.csv")).stream()
                        .filter(row -> row.contains(",reconstructed,"))
                        .map(row -> row.substring(0, row.indexOf(','))))
                .hasSize(85)
                .allMatch(id -> id.matches("retailer-[0-9]{3}"));
        assertThat(named.stream().filter(row -> row.startsWith("express,")))
                .singleElement()
                .satisfies(row -> assertThat(row).contains(",,,,,down,"));
    }

    @Test
    void reconstructCommand_reproducesTheShippedFiles(@TempDir Path copies) throws Exception {
        Commands.copy(HOME.resolve("data"), copies.resolve("data"));
        Path event = copies.resolve("data/events/aws-s3-2017-02-28");
        Commands.Outcome made = run(
                "reconstruct",
                event.toString(),
                "--data",
                copies.resolve("data").toString());
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(Files.readString(event.resolve("slowdowns.csv")))
                .isEqualTo(Files.readString(FOUNDING.resolve("slowdowns.csv")));
        assertThat(Files.readString(copies.resolve("data/reference/retailers.csv")))
                .isEqualTo(Files.readString(HOME.resolve("data/reference/retailers.csv")));
    }

    @Test
    void meansOverTheSlowedSites_areThePublishedOnes() {
        List<String[]> slowed = lines(FOUNDING.resolve("slowdowns.csv")).stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .filter(cells -> !cells[2].isEmpty())
                .filter(cells ->
                        new BigDecimal(cells[3]).compareTo(new BigDecimal(cells[2]).multiply(new BigDecimal("1.2")))
                                >= 0)
                .toList();
        assertThat(slowed).hasSize(50);
        assertThat(slowed.stream().mapToLong(cells -> Long.parseLong(cells[2])).sum())
                .isEqualTo(50 * 13_000L);
        assertThat(slowed.stream().mapToLong(cells -> Long.parseLong(cells[3])).sum())
                .isEqualTo(50 * 42_700L);
    }
}
