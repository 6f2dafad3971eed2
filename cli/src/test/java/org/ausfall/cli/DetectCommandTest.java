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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ausfall.cli.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outages found in files of measurements, as an analyst meets it: 12 sites, 2 locations, 6 days at 10 minutes. */
class DetectCommandTest {
    private static final String HEADER = "timestamp,site,location,duration_ms,status\n";
    private static final Instant START = Instant.parse("2017-02-22T00:00:00Z");
    private static final int POLLS = 6 * 144;
    private static final int OUTAGE = 600;
    private static final int OVER = 612;
    private static final long SEED = 4;

    @TempDir
    Path dir;

    private static List<String> rows(boolean outage) {
        Random random = new Random(SEED);
        List<String> rows = new ArrayList<>();
        for (int poll = 0; poll < POLLS; poll++) {
            for (int site = 0; site < 12; site++) {
                boolean slow = outage && poll >= OUTAGE && poll < OVER && site < 5;
                for (String location : List.of("ams", "fra")) {
                    double ms = (slow ? 300 : 100) * Math.exp(0.05 * random.nextGaussian());
                    rows.add(START.plusSeconds(600L * poll) + ",shop-" + site + "," + location + ","
                            + Math.round(1000 * ms) / 1000.0 + ",200\n");
                }
            }
        }
        return rows;
    }

    private Path file(String name, List<String> rows) {
        Path file = dir.resolve(name);
        write(file, HEADER + String.join("", rows));
        return file;
    }

    private String detect(String... arguments) {
        List<String> words = new ArrayList<>(List.of("detect"));
        words.addAll(List.of(arguments));
        Outcome outcome = run(words.toArray(String[]::new));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome.out();
    }

    @Test
    void beginningOfBadRowsLongerThanTheFirstLook_isReadPast() {
        List<String> rows =
                new ArrayList<>(Collections.nCopies(700, "yesterday," + "x".repeat(100) + ",ams,100,200\n"));
        rows.addAll(rows(true));
        assertThat(detect(file("bad.csv", rows).toString()))
                .contains("21436 rows read, 700 rejected.", "1 outage found.", "2017-02-26 04:00-06:00 UTC");
    }

    @Test
    void sitesAskedLessOftenThanTheOthers_areSaid() {
        List<String> rows = rows(true);
        for (int hour = 0; hour < 6 * 24; hour++) {
            rows.add(START.plusSeconds(3600L * hour) + ",rare,ams,100,200\n");
            rows.add(START.plusSeconds(3600L * hour + 1800) + ",rare,fra,100,200\n");
        }
        Path out = dir.resolve("found");
        assertThat(detect(file("rare.csv", rows).toString(), "--out", out.toString()))
                .contains("1 site is asked less often than every 10 min");
        assertThat(lines(out.resolve("run.json"))).anyMatch(line -> line.contains("\"sites_asked_too_seldom\" : 1"));
    }

    @Test
    void anOutage_isPrintedWithTheWindowToPassOn_andWritten() {
        Path file = file("probes.csv", rows(true));
        Path out = dir.resolve("found");
        String said = detect(file.toString(), "--out", out.toString());
        String window = "2017-02-26T04:00:00Z/2017-02-26T06:00:00Z";
        assertThat(said)
                .contains("20736 rows read, 0 rejected.", "1 outage found.")
                .containsPattern("measured every 10\\s+min")
                .contains("1. 2017-02-26 04:00-06:00 UTC (2 h), either end give or take 10 min")
                .contains("5 sites took part; at the peak 5 of 12 were slow or failing at once, 41.7 %")
                .contains("Seen from 2 of 2 locations.")
                .contains("ausfall measure " + file + " --window " + window + " --out out/measured");
        assertThat(lines(out.resolve("windows.csv")).get(1))
                .startsWith("1,2017-02-26T04:00:00Z,2017-02-26T06:00:00Z,600,600,false,false,5,5,12,0.416667,");
        assertThat(lines(out.resolve("sites.csv")))
                .hasSize(6)
                .contains("1,shop-0,2017-02-26T04:00:00Z,2017-02-26T06:00:00Z,1");
        assertThat(lines(out.resolve("share.csv")))
                .hasSize(1 + POLLS)
                .contains("2017-02-26T04:00:00Z,12,5,0.416667,0.005");
        assertThat(String.join("\n", lines(out.resolve("run.json"))))
                .contains("\"written_by\" : \"ausfall\"", "\"polling_interval\" : \"PT10M\"");
        Outcome measured = run(
                "measure",
                file.toString(),
                "--window",
                window,
                "--out",
                dir.resolve("measured").toString());
        assertThat(measured.out()).contains("5 of 12 measurable sites were at least 20 % slower or down");
    }

    @Test
    void quietDays_giveNone_inWords() {
        assertThat(detect(file("quiet.csv", rows(false)).toString()))
                .contains("No outage found.")
                .contains("Looked at 12 sites from 2 locations, 2017-02-22 00:00 to 2017-02-28 00:00 UTC");
    }

    @Test
    void theOrderOfRows_theFilesTheyComeIn_andTheThreads_changeNothing() throws IOException {
        List<String> rows = rows(true);
        Path whole = file("whole.csv", rows);
        List<String> mixed = new ArrayList<>(rows);
        Collections.shuffle(mixed, new Random(SEED));
        Path first = file("part-1.csv", mixed.subList(0, 9_000));
        Path second = file("part-2.csv", mixed.subList(9_000, mixed.size()));
        detect(whole.toString(), "--threads", "1", "--out", dir.resolve("a").toString());
        detect(
                first.toString(),
                second.toString(),
                "--threads",
                "3",
                "--out",
                dir.resolve("b").toString());
        for (String name : List.of("windows.csv", "sites.csv", "share.csv", "problems.csv")) {
            assertThat(Files.readString(dir.resolve("b").resolve(name)))
                    .as(name)
                    .isEqualTo(Files.readString(dir.resolve("a").resolve(name)));
        }
    }

    @Test
    void standardInput_isReadFromItsFirstRow() {
        byte[] in = (HEADER + String.join("", rows(true))).getBytes(StandardCharsets.UTF_8);
        Outcome outcome = run(in, "detect", "-");
        assertThat(outcome.out()).contains("20736 rows read, 0 rejected.", "1 outage found.");
    }

    @Test
    void aStepBelowThePollingInterval_isTheInterval() {
        String file = file("probes.csv", rows(true)).toString();
        assertThat(detect(file, "--bin", "1m")).isEqualTo(detect(file)).contains("1 outage found.");
    }

    @Test
    void anotherMonitorsExport_isReadAsIsFromItsFirstRow() {
        StringBuilder jtl = new StringBuilder("timeStamp,elapsed,label,responseCode,threadName,success\n");
        for (String row : rows(true)) {
            String[] cells = row.strip().split(",", -1);
            jtl.append(Instant.parse(cells[0]).toEpochMilli())
                    .append(',')
                    .append(Math.round(Double.parseDouble(cells[3])))
                    .append(',')
                    .append(cells[1])
                    .append(",200,one,true\n");
        }
        write(dir.resolve("results.jtl"), jtl.toString());
        assertThat(detect(dir.resolve("results.jtl").toString()))
                .contains("20736 rows read, 0 rejected.", "1 outage found.", "1. 2017-02-26 04:00-06:00 UTC (2 h)");
    }

    @Test
    void aFirstRowThatIsBad_isLeftOut_andTheNextOneCounts() {
        List<String> rows = new ArrayList<>(rows(true));
        rows.add(0, "yesterday,shop-0,ams,100,200\n");
        Path out = dir.resolve("found");
        assertThat(detect(file("probes.csv", rows).toString(), "--out", out.toString()))
                .contains("20737 rows read, 1 rejected.", "1 outage found.");
        assertThat(lines(out.resolve("problems.csv"))).hasSize(2);
    }

    @Test
    void aBeginningWithoutATime_isRefused_insteadOfFindingNothing() {
        List<String> rows = new ArrayList<>(rows(true));
        rows.addAll(0, Collections.nCopies(70, "x".repeat(1_000) + ",shop-0,ams,100,200\n"));
        byte[] in = (HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8);
        Outcome outcome = run(in, "detect", "-");
        assertThat(outcome.exit()).isEqualTo(Exit.DATA);
        assertThat(outcome.err())
                .contains("does not show when measurements begin; give the file instead of -, or ausfall convert it");
    }

    @Test
    void rowsMonthsAway_areSaidNotToBeLookedAt() {
        List<String> rows = new ArrayList<>(rows(true));
        rows.add("2018-02-22T00:00:00Z,shop-0,ams,100,200\n");
        assertThat(detect(file("probes.csv", rows).toString()))
                .contains("1 measurement lies more than 49 days before or 50 days after the first one and was"
                        + " not looked at.");
    }

    @Test
    void joinedPointsAndWeightedRows_areNotSaidToBeFarAway() {
        write(dir.resolve("probes.json"), """
                {"status":"success","data":{"resultType":"matrix","result":[
                {"metric":{"__name__":"probe_success","instance":"a"},"values":[[1488303420,"1"],[1488303480,"1"]]},
                {"metric":{"__name__":"probe_duration_seconds","instance":"a"},"values":[[1488303420,"1"],[1488303480,"2"]]}]}}
                """);
        write(dir.resolve("weighted.csv"), """
                timestamp,site,location,duration_ms,status,weight
                2017-02-28T17:37:00Z,a,b,5,200,3
                2018-02-28T17:37:00Z,a,b,5,200,2
                """);
        assertThat(detect(dir.resolve("probes.json").toString())).doesNotContain("not looked at");
        assertThat(detect(dir.resolve("weighted.csv").toString())).contains("2 measurements lie more than 49 days");
    }

    @Test
    void fewDays_areSaidToBeFew() {
        List<String> rows = rows(true).stream()
                .filter(row -> row.compareTo("2017-02-25") > 0 && row.compareTo("2017-02-27") < 0)
                .toList();
        assertThat(detect(file("probes.csv", rows).toString()))
                .contains("1 outage found.")
                .containsPattern("Fewer than 5 days of measurements");
    }

    @Test
    void coarserBins_giveCoarserWindows() {
        assertThat(detect(file("probes.csv", rows(true)).toString(), "--bin", "1h"))
                .contains("2017-02-26 04:00-06:00 UTC (2 h), either end give or take 1 h");
    }

    @Test
    void aMissingFile_anOddBin_andAnEmptyFile_areAnswered() {
        assertThat(run("detect", dir.resolve("none.csv").toString()).exit()).isEqualTo(Exit.NO_INPUT);
        Outcome odd = run("detect", "x.csv", "--bin", "none");
        assertThat(odd.exit()).isEqualTo(Exit.USAGE);
        assertThat(odd.err()).contains("write 5m, 30s, 1h or auto");
        assertThat(detect(file("empty.csv", List.of()).toString()))
                .contains("No site has enough measurements", "No outage found.");
    }
}
