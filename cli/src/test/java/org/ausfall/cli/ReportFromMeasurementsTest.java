package org.ausfall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.cli.Commands.lines;
import static org.ausfall.cli.Commands.run;
import static org.ausfall.cli.Commands.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event folder with raw measurements in place of summaries. */
class ReportFromMeasurementsTest {
    private static final Instant START = Instant.parse("2026-03-03T12:00:00Z");

    @TempDir
    Path dir;

    private Path event = Path.of(".");

    @BeforeEach
    void makeEvent() {
        event = dir.resolve("event");
        yaml("");
        write(event.resolve("retailers.csv"), """
                retailer,name,domain,ticker,web_sales_usd_m,year,provenance,source
                alpha,Alpha Shop,alpha.example,,1000,2025,reported,own books
                beta,Beta Shop,www.beta.example,,500,2025,reported,own books
                gamma,Gamma Shop,,,200,2025,reported,own books
                delta,Delta Shop,,,200,2025,reported,own books
                rare,Rare Shop,,,200,2025,reported,own books
                """);
        write(event.resolve("measurements/a.csv"), measurements());
    }

    private void yaml(String more) {
        write(event.resolve("event.yaml"), """
                id: own-outage
                title: Own outage
                window: {start: "2026-03-03T12:00:00Z", end: "2026-03-03T14:00:00Z", given_by: us}
                published_threshold: 20%
                population: {scope: own-shops, label: shops, sector: Consumer Discretionary}
                recovery:
                  reads: [{at: "2026-03-03T12:00:00Z", missing: 1}, {at: "2026-03-03T14:00:00Z", missing: 0}]
                  writes: [{at: "2026-03-03T12:00:00Z", missing: 1}, {at: "2026-03-03T14:00:00Z", missing: 0}]
                """ + more);
    }

    /** Five minutes apart from a day before: alpha doubles, beta stands still, gamma goes down, one site is nobody's. */
    private static String measurements() {
        StringBuilder text = new StringBuilder("timestamp,site,location,duration_ms,status\n");
        for (int i = -288; i < 24; i++) {
            boolean during = i >= 0;
            for (String location : List.of("ams", "fra", "nyc")) {
                row(text, i, "alpha.example", location, during ? "400" : "200", 200);
                row(text, i, "beta.example", location, "300", during && i % 4 == 0 ? 503 : 200);
                row(text, i, "gamma", location, "100", during ? 0 : 200);
                row(text, i, "stranger", location, "100", 200);
            }
        }
        row(text, 1, "rare", "ams", "100", 200);
        return text.toString();
    }

    private static void row(StringBuilder text, int minute5, String site, String location, String ms, int status) {
        text.append(START.plusSeconds(300L * minute5))
                .append(',')
                .append(site)
                .append(',')
                .append(location);
        text.append(',')
                .append(status == 200 ? ms : "")
                .append(',')
                .append(status)
                .append('\n');
    }

    private Commands.Outcome report(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "report",
                event.toString(),
                "--draws",
                "200",
                "--out",
                dir.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String retailer(String id) {
        return lines(dir.resolve("out/own-outage/retailers.csv")).stream()
                .filter(row -> row.startsWith(id + ","))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sites_areResolved_classified_andCalledMeasured() throws IOException {
        Commands.Outcome outcome = report();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(retailer("alpha")).startsWith("alpha,Alpha Shop,200,400,1,2,1,affected,times,measured,");
        assertThat(retailer("beta")).startsWith("beta,Beta Shop,300,300,0,1,0.75,not_affected,times,measured,");
        assertThat(retailer("gamma")).startsWith("gamma,Gamma Shop,,,,,0,down,failures,measured,");
        assertThat(retailer("rare")).contains(",not_measurable,nothing,measured,");
        assertThat(retailer("delta")).contains(",not_measurable,nothing,unknown,");
        assertThat(outcome.out())
                .contains(
                        "2 of 3 measurable shops (P5-P95 2-2) were at least 20 % slower or down (1 down; 2 of 5 not\nmeasurable).")
                .contains("The placebo (how many this method calls affected on a normal day) cannot be known")
                .doesNotContain("Only one summary")
                .doesNotContain("reconstructed");
        assertThat(lines(dir.resolve("out/own-outage/problems.csv")))
                .anyMatch(row -> row.contains("event/measurements") && row.contains("stranger,unknown_retailer"));
        String html = Files.readString(dir.resolve("out/own-outage/report.html"), StandardCharsets.UTF_8);
        assertThat(html).contains("fewer than 8 measurements before").contains("no site of the measurements is it");
    }

    @Test
    void badRows_areCounted_sampled_andAllInProblemsCsv() throws IOException {
        StringBuilder bad = new StringBuilder(measurements());
        for (int i = 0; i < 50; i++) {
            bad.append("2026-03-03T12:00:00,alpha,ams,").append(i).append(",200\n");
        }
        write(event.resolve("measurements/a.csv"), bad.toString());
        Commands.Outcome outcome = report();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("50 rows rejected");
        assertThat(lines(dir.resolve("out/own-outage/problems.csv")))
                .filteredOn(row -> row.contains("no_zone"))
                .hasSize(50)
                .allMatch(row -> row.startsWith("event/measurements/a.csv,"));
        assertThat(Files.readString(dir.resolve("out/own-outage/report.json"), StandardCharsets.UTF_8))
                .contains("\"no_zone\" : 50");
        assertThat(Files.readString(dir.resolve("out/own-outage/report.html"), StandardCharsets.UTF_8))
                .contains("no_zone 50");
    }

    @Test
    void repeats_areLeftOutOnRequest_andCounted() {
        StringBuilder twice = new StringBuilder(measurements());
        for (int i = -288; i < 0; i++) {
            for (String location : List.of("ams", "fra", "nyc")) {
                row(twice, i, "alpha.example", location, "4000", 200);
            }
        }
        write(event.resolve("measurements/a.csv"), twice.toString());
        assertThat(report().exit()).isZero();
        assertThat(retailer("alpha")).startsWith("alpha,Alpha Shop,2100,400,");
        assertThat(report("--dedupe").exit()).isZero();
        assertThat(retailer("alpha")).startsWith("alpha,Alpha Shop,200,400,");
        assertThat(lines(dir.resolve("out/own-outage/problems.csv")))
                .anyMatch(row -> row.startsWith("event/measurements,") && row.contains(",864,duplicate,"));
    }

    @Test
    void passedLimit_refusesTheEvent() {
        Commands.Outcome outcome = report("--max-sites", "3");
        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err()).contains("too many different sites");
        assertThat(report("--max-columns", "4").err()).contains("a file may have 4 columns");
        assertThat(report("--max-expansion", "0").err()).contains("--max-expansion");
    }

    @Test
    void givenBaseline_isUsed_andNothingElse() throws IOException {
        yaml("baseline: {start: \"2026-03-03T10:00:00Z\", end: \"2026-03-03T12:00:00Z\"}\n");
        assertThat(report().exit()).isZero();
        assertThat(Files.readString(dir.resolve("out/own-outage/report.json"), StandardCharsets.UTF_8))
                .contains("\"level\" : \"given\"");
        yaml("baseline_weeks: 2\n");
        Commands.Outcome none = report();
        assertThat(none.out()).contains("1 of 1 measurable");
        yaml("baseline_weeks: 2\nbaseline: {start: \"2026-03-03T10:00:00Z\", end: \"2026-03-03T12:00:00Z\"}\n");
        assertThat(report().exit()).isEqualTo(65);
        yaml("baseline: {start: \"2026-03-03T13:00:00Z\", end: \"2026-03-03T15:00:00Z\"}\n");
        assertThat(report().err()).contains("overlaps the outage");
    }

    @Test
    void slowdownsAndMeasurements_areRefusedTogether() {
        write(event.resolve("slowdowns.csv"), "retailer\n");
        Commands.Outcome outcome = report();
        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err()).contains("remove one of them");
    }

    @Test
    void emptyFolder_isMissingInput() throws IOException {
        Files.delete(event.resolve("measurements/a.csv"));
        Commands.Outcome outcome = report();
        assertThat(outcome.exit()).isEqualTo(66);
        assertThat(outcome.err()).contains("*.csv");
    }

    @Test
    void threadsAndLocale_changeNoByte() throws IOException {
        report("--threads", "1");
        String json = Files.readString(dir.resolve("out/own-outage/report.json"), StandardCharsets.UTF_8);
        String problems = Files.readString(dir.resolve("out/own-outage/problems.csv"), StandardCharsets.UTF_8);
        String sites = Files.readString(dir.resolve("out/own-outage/measured-sites.csv"), StandardCharsets.UTF_8);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            report("--threads", "3");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(dir.resolve("out/own-outage/report.json")).hasContent(json);
        assertThat(dir.resolve("out/own-outage/problems.csv")).hasContent(problems);
        assertThat(dir.resolve("out/own-outage/measured-sites.csv")).hasContent(sites);
    }
}
