package org.ausfall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.cli.Commands.lines;
import static org.ausfall.cli.Commands.run;
import static org.ausfall.cli.Commands.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three weeks of single measurements: the count gets a range, normal days are counted by the same method, and each measure is told. */
class WhoWasTouchedTest {
    private static final Instant START =
            OffsetDateTime.parse("2026-03-24T12:00:00Z").toInstant();
    private static final int BINS = 24;
    private static final List<String> SITES = List.of("steady", "slow", "tiny", "trap", "edge", "gone");

    @TempDir
    static Path dir;

    @BeforeAll
    static void makeEvent() {
        write(dir.resolve("event/event.yaml"), """
                id: own-outage
                title: Own outage
                window: {start: "2026-03-24T12:00:00Z", end: "2026-03-24T14:00:00Z", given_by: us}
                published_threshold: 20%
                population: {scope: own-shops, label: shops, sector: Consumer Discretionary}
                recovery:
                  reads: [{at: "2026-03-24T12:00:00Z", missing: 1}, {at: "2026-03-24T14:00:00Z", missing: 0}]
                  writes: [{at: "2026-03-24T12:00:00Z", missing: 1}, {at: "2026-03-24T14:00:00Z", missing: 0}]
                """);
        StringBuilder retailers = new StringBuilder(
                "retailer,name,domain,ticker,web_sales_usd_m,year,provenance,source,sector,country\n");
        for (String site : SITES) {
            String sector = site.length() == 4 ? "Toys" : "Books";
            retailers.append(site + "," + site + " shop,,,100,2025,reported,own books," + sector + ",DE\n");
        }
        write(dir.resolve("event/retailers.csv"), retailers.toString());
        write(dir.resolve("event/measurements/a.csv"), measurements());
    }

    /** Every five minutes from three places over 22 days; a week before the outage all sites took three times as long. */
    private static String measurements() {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("timestamp,site,location,duration_ms,status\n");
        for (int bin = -22 * 288; bin < BINS + 12; bin++) {
            Instant at = START.plus(Duration.ofMinutes(5L * bin));
            boolean during = bin >= 0 && bin < BINS;
            boolean weekBefore = bin >= -7 * 288 && bin < -7 * 288 + BINS;
            for (String site : SITES) {
                for (String place : List.of("ams", "fra", "nyc")) {
                    boolean fails = during && site.equals("gone");
                    double ms = usual(site) * (during ? factor(site, bin) : weekBefore ? 3 : 1);
                    double noise = Math.exp(0.03 * random.nextGaussian());
                    text.append(at)
                            .append(',')
                            .append(site)
                            .append(',')
                            .append(place)
                            .append(',');
                    text.append(fails ? "" : Math.round(1000 * ms * noise) / 1000.0);
                    text.append(fails ? ",0\n" : ",200\n");
                }
            }
        }
        return text.toString();
    }

    private static double usual(String site) {
        return site.equals("tiny") ? 100 : 1000;
    }

    /** The trap: three pages in four take a quarter less time, every fourth makes the mean up for it. */
    private static double factor(String site, int bin) {
        return switch (site) {
            case "slow", "tiny" -> 1.5;
            case "edge" -> 1.2;
            case "trap" -> bin % 4 == 0 ? 1.75 : 0.75;
            default -> 1;
        };
    }

    private static Commands.Outcome report(String out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "report",
                dir.resolve("event").toString(),
                "--draws",
                "100",
                "--out",
                dir.resolve(out).toString()));
        arguments.addAll(List.of(more));
        Commands.Outcome outcome = run(arguments.toArray(String[]::new));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome;
    }

    private static String summary(Path folder, String measure, String scope) {
        return Commands.summary(folder, measure, scope).get(2);
    }

    private static String cell(String out, String id, String column) {
        List<String> rows = lines(dir.resolve(out + "/own-outage/measured-sites.csv"));
        int at = List.of(rows.get(0).split(",", -1)).indexOf(column);
        return rows.stream()
                .filter(row -> row.startsWith(id + ","))
                .map(row -> row.split(",", -1)[at])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void report_quotesTheCountWithItsRangeAndNormalDays() throws IOException {
        String out = report("plain").out();

        assertThat(out)
                .containsPattern("[34] of 6 shops \\(P5-P95 3-4\\) were at least 20 % slower or down \\(1 down\\)")
                .contains("windows of the same length in the days before (the placebo), this method calls")
                .contains("(profile apica-2017)")
                .contains("+ 7 CSV");
        Path folder = dir.resolve("plain/own-outage");
        assertThat(summary(folder, "placebo_affected_median", "own-shops")).isEqualTo("0");
        assertThat(summary(folder, "placebo_affected_p95", "own-shops")).isEqualTo("0");
        assertThat(summary(folder, "placebo_affected_highest", "own-shops")).isEqualTo("6");
        assertThat(summary(folder, "borderline_retailers", "own-shops")).isEqualTo("1");
        assertThat(Double.parseDouble(cell("plain", "edge", "affected_probability")))
                .isBetween(0.1, 0.9);
        assertThat(Files.readString(folder.resolve("report.html"), StandardCharsets.UTF_8))
                .contains("Borderline sites")
                .contains("id=\"share-title\"");
    }

    @Test
    void windowThatMeasurementsShowByThemselves_standsBesideTheGivenOne() throws IOException {
        String out = report("detected").out();

        assertThat(out.replace('\n', ' '))
                .contains(
                        "Without the given window, the measurements show an outage of 3 sites at 2026-03-24 12:00-14:00 UTC (2 h)")
                .contains(
                        "They also show an outage of 6 sites at 2026-03-17 12:00-14:00 UTC (2 h), either end give or take 5 min.");
        Path folder = dir.resolve("detected/own-outage");
        assertThat(Files.readString(folder.resolve("report.html"), StandardCharsets.UTF_8))
                .contains(
                        "Without the given window, the measurements show an outage of 3 sites at 2026-03-24 12:00-14:00 UTC");
        assertThat(Files.readString(folder.resolve("report.json"), StandardCharsets.UTF_8))
                .contains("\"detection\" : {", "\"polling_interval\" : \"PT5M\"");
    }

    @Test
    void windowInWhichManyWereSlow_isLeftOutOfTheBaselines_andSaid() {
        report("normal");

        assertThat(cell("normal", "slow", "baseline_windows_left_out")).isEqualTo("1");
        assertThat(cell("normal", "slow", "baseline")).isEqualTo("same weekday and hours of 3 weeks before");
        assertThat(lines(dir.resolve("normal/own-outage/problems.csv")))
                .anyMatch(row -> row.contains("2026-03-17T12:00:00Z/2026-03-17T14:00:00Z")
                        && row.contains("overlapping_window"));
        assertThat(Double.parseDouble(cell("normal", "steady", "slowdown"))).isBetween(-0.02, 0.02);
    }

    @Test
    void medianFallsByAQuarterWhileTheMeanStands_bothAreShown_andTheSentenceIsRight() throws IOException {
        report("trap");

        assertThat(Double.parseDouble(cell("trap", "trap", "slowdown"))).isBetween(-0.27, -0.22);
        assertThat(Double.parseDouble(cell("trap", "trap", "mean_slowdown"))).isBetween(-0.03, 0.03);
        assertThat(cell("trap", "trap", "state")).isEqualTo("not_affected");
        assertThat(Files.readString(dir.resolve("trap/own-outage/report.html"), StandardCharsets.UTF_8))
                .containsPattern("At 1 site median and mean lie 10 points or more apart.*"
                        + "judged by the median\\. trap shop: median -2[0-9.]+ %, mean [+-]?[0-2]\\.[0-9] %");
    }

    @Test
    void strict_asksForAHundredMilliseconds() {
        String out = report("strict", "--profile", "strict").out();

        assertThat(out)
                .contains("slower (by 100 ms or more and beyond chance) or down")
                .contains("(profile strict)");
        assertThat(cell("strict", "slow", "state")).isEqualTo("affected");
        assertThat(cell("strict", "tiny", "state")).isEqualTo("not_affected");
        assertThat(cell("strict", "tiny", "affected_probability")).isEqualTo("0");
        assertThat(cell("strict", "gone", "state")).isEqualTo("down");
    }

    @Test
    void course_tellsWhenASiteWasHitAndWhenItCameBack() {
        report("course");

        assertThat(cell("course", "slow", "start")).isEqualTo("2026-03-24T12:00:00Z");
        assertThat(cell("course", "slow", "end")).isEqualTo("2026-03-24T14:00:00Z");
        assertThat(Double.parseDouble(cell("course", "slow", "percent_minutes")))
                .isBetween(5800.0, 6200.0);
        assertThat(cell("course", "gone", "down_minutes")).isEqualTo("120");
        assertThat(cell("course", "steady", "start")).isEmpty();
        assertThat(lines(dir.resolve("course/own-outage/share-over-time.csv")))
                .anyMatch(row -> row.startsWith("2026-03-24T13:00:00Z,6,"));
    }

    @Test
    void share_isGivenByTheSectorOrByAColumnThatIsNamed() {
        report("sector");
        assertThat(summary(dir.resolve("sector/own-outage"), "affected_share_by_sector", "Books"))
                .isEqualTo("0");
        report("country", "--share-by", "country");
        assertThat(lines(dir.resolve("country/own-outage/summary.csv")))
                .anyMatch(row -> row.startsWith("affected_share_by_country,DE,"));
        Commands.Outcome wrong =
                run("report", dir.resolve("event").toString(), "--share-by", "color", "--out", dir.toString());
        assertThat(wrong.exit()).isEqualTo(65);
        assertThat(wrong.err()).contains("color").contains("country, sector");
    }

    @Test
    void anotherSeed_movesRangesAndNoState() {
        report("seed1");
        report("seed2", "--seed", "2");

        assertThat(cell("seed2", "slow", "slowdown_standard_error"))
                .isNotEqualTo(cell("seed1", "slow", "slowdown_standard_error"));
        assertThat(cell("seed2", "slow", "slowdown")).isEqualTo(cell("seed1", "slow", "slowdown"));
    }
}
