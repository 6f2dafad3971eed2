package org.ausfall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.cli.Commands.lines;
import static org.ausfall.cli.Commands.run;
import static org.ausfall.cli.Commands.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Raw measurements in, rows out, as an analyst meets it. */
class MeasureCommandTest {
    private static final String HEADER = "timestamp,site,location,duration_ms,status\n";
    private static final Instant EVENT = Instant.parse("2017-02-28T17:00:00Z");
    private static final String WINDOW = "2017-02-28T17:00:00Z/2017-02-28T19:00:00Z";
    private static final String BEFORE = "2017-02-28T15:00:00Z/PT2H";
    private static final long SEED = 20_170_228;

    /** One good row of the input, as this test made it. */
    private record Row(Instant at, String site, String location, long micros, boolean ok) {
        String text() {
            String duration = ok ? BigDecimal.valueOf(micros, 3).toPlainString() : "";
            return at + "," + site + "," + location + "," + duration + "," + (ok ? 200 : 503) + "\n";
        }
    }

    @TempDir
    Path dir;

    private List<Row> rows = List.of();
    private Path file = Path.of(".");

    @BeforeEach
    void makeInput() {
        Random random = new Random(SEED);
        List<Row> made = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            boolean during = random.nextBoolean();
            Instant at = EVENT.plusSeconds(during ? random.nextInt(7200) : -1 - random.nextInt(7200));
            String site = "site-" + random.nextInt(12);
            long micros = 100_000 + random.nextInt(50_000) * (during && site.endsWith("1") ? 9L : 1L);
            made.add(new Row(at, site, "loc-" + random.nextInt(5), micros, random.nextInt(20) > 0));
        }
        rows = made;
        file = dir.resolve("probes.csv");
        StringBuilder text = new StringBuilder(HEADER);
        rows.forEach(row -> text.append(row.text()));
        write(file, text.toString());
    }

    private Commands.Outcome measure(String input, String out, String... more) {
        return measure(new byte[0], input, out, more);
    }

    private Commands.Outcome measure(byte[] in, String input, String out, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "measure",
                                input,
                                "--window",
                                WINDOW,
                                "--out",
                                dir.resolve(out).toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return run(in, arguments);
    }

    private List<String> sites(String out) {
        List<String> all = lines(dir.resolve(out).resolve("sites.csv"));
        return all.subList(1, all.size());
    }

    private static BigDecimal quantile(List<Long> micros, String p) {
        List<Long> sorted = micros.stream().sorted().toList();
        BigDecimal h = new BigDecimal(p).multiply(BigDecimal.valueOf(sorted.size() - 1));
        int low = h.intValue();
        long step = sorted.get(Math.min(low + 1, sorted.size() - 1)) - sorted.get(low);
        return BigDecimal.valueOf(sorted.get(low))
                .add(h.subtract(BigDecimal.valueOf(low)).multiply(BigDecimal.valueOf(step)))
                .movePointLeft(3);
    }

    private String naive(String site, String location) {
        StringBuilder text = new StringBuilder(site + "," + location);
        Map<Boolean, BigDecimal> medians = new TreeMap<>();
        double availability = 0;
        for (boolean during : new boolean[] {false, true}) {
            List<Row> window = rows.stream()
                    .filter(row -> row.site().equals(site) && row.location().equals(location))
                    .filter(row -> during != row.at().isBefore(EVENT))
                    .toList();
            List<Long> ok = window.stream().filter(Row::ok).map(Row::micros).toList();
            medians.put(during, quantile(ok, "0.5"));
            availability = (double) ok.size() / window.size();
            text.append(',').append(window.size()).append(',').append(ok.size());
            text.append(',').append(quantile(ok, "0.5").stripTrailingZeros().toPlainString());
            text.append(',').append(quantile(ok, "0.95").stripTrailingZeros().toPlainString());
        }
        BigDecimal before = medians.getOrDefault(false, BigDecimal.ONE);
        BigDecimal slowdown =
                medians.getOrDefault(true, BigDecimal.ONE).subtract(before).divide(before, MathContext.DECIMAL64);
        String state = slowdown.compareTo(new BigDecimal("0.2")) >= 0 ? "affected" : "not_affected";
        return text + "," + six(slowdown.doubleValue()) + "," + six(availability) + ","
                + (isDown(site, location) ? "down" : state);
    }

    private boolean isDown(String site, String location) {
        String outcomes = rows.stream()
                .filter(row -> row.site().equals(site) && row.location().equals(location))
                .filter(row -> !row.at().isBefore(EVENT))
                .sorted(Comparator.comparing(Row::at).thenComparing(row -> !row.ok()))
                .map(row -> row.ok() ? "+" : "-")
                .collect(Collectors.joining());
        return outcomes.contains("---");
    }

    private static String six(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void everySiteAndLocation_equalsANaiveComputation() {
        Commands.Outcome outcome =
                measure(file.toString(), "out", "--baseline", BEFORE, "--by", "site,location", "--timeline", "none");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        List<String> expected = rows.stream()
                .map(row -> row.site() + "/" + row.location())
                .distinct()
                .sorted()
                .map(key -> naive(key.substring(0, key.indexOf('/')), key.substring(key.indexOf('/') + 1)))
                .toList();
        assertThat(sites("out")).as("seed " + SEED).isEqualTo(expected);
        assertThat(dir.resolve("out/timeline.csv")).doesNotExist();
    }

    @Test
    void bySite_poolsQuantiles_andTakesTheMedianOfTheLocations() {
        measure(file.toString(), "each", "--baseline", BEFORE, "--by", "site,location");
        measure(file.toString(), "out", "--baseline", BEFORE);
        List<String> slowdowns = sites("each").stream()
                .filter(row -> row.startsWith("site-1,"))
                .map(row -> row.split(",", -1)[10])
                .sorted((a, b) -> new BigDecimal(a).compareTo(new BigDecimal(b)))
                .toList();
        String[] pooled = sites("out").stream()
                .filter(row -> row.startsWith("site-1,"))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        List<Long> ok = rows.stream()
                .filter(row ->
                        row.site().equals("site-1") && row.ok() && row.at().isBefore(EVENT))
                .map(Row::micros)
                .toList();
        assertThat(pooled[1]).isEmpty();
        assertThat(pooled[10]).isEqualTo(slowdowns.get(slowdowns.size() / 2));
        assertThat(new BigDecimal(pooled[4])).isEqualByComparingTo(quantile(ok, "0.5"));
        assertThat(pooled[12]).isEqualTo("affected");
    }

    @Test
    void timeline_countsEveryRowOnce() {
        measure(file.toString(), "out", "--baseline", BEFORE, "--timeline", "10m");
        List<String> bins = lines(dir.resolve("out/timeline.csv"));
        assertThat(bins.get(0)).isEqualTo("site,bin_start,n,ok,p50_ms");
        assertThat(bins.stream()
                        .skip(1)
                        .mapToInt(row -> Integer.parseInt(row.split(",", -1)[2]))
                        .sum())
                .isEqualTo(rows.size());
        assertThat(bins.get(1)).startsWith("site-0,2017-02-28T15:00:00Z,");
    }

    @Test
    void stdin_gzip_andPatterns_giveTheSameRows() throws IOException {
        byte[] plain = Files.readAllBytes(file);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        Files.createDirectories(dir.resolve("parts"));
        Files.write(dir.resolve("parts/a.csv.gz"), packed.toByteArray());
        int half = new String(plain, StandardCharsets.UTF_8).indexOf('\n', plain.length / 2) + 1;
        write(dir.resolve("split/1.csv"), new String(plain, 0, half, StandardCharsets.UTF_8));
        write(
                dir.resolve("split/2.csv"),
                HEADER + new String(plain, half, plain.length - half, StandardCharsets.UTF_8));
        measure(file.toString(), "out", "--baseline", BEFORE);
        assertThat(measure(plain, "-", "stdin", "--baseline", BEFORE).exit()).isZero();
        assertThat(measure(dir.resolve("parts") + "/*.gz", "gzip", "--baseline", BEFORE)
                        .exit())
                .isZero();
        assertThat(measure(dir.resolve("split") + "/?.csv", "split-out", "--baseline", BEFORE)
                        .exit())
                .isZero();
        for (String other : List.of("stdin", "gzip", "split-out")) {
            assertThat(sites(other)).as(other).isEqualTo(sites("out"));
        }
    }

    @Test
    void threadsAndLocale_changeNoByte() throws IOException {
        measure(file.toString(), "one", "--threads", "1");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            measure(file.toString(), "three", "--threads", "3");
        } finally {
            Locale.setDefault(before);
        }
        for (String name : List.of("sites.csv", "timeline.csv", "problems.csv")) {
            assertThat(dir.resolve("three").resolve(name))
                    .hasSameBinaryContentAs(dir.resolve("one").resolve(name));
        }
    }

    @Test
    void dedupe_keepsOneOfEachTime() throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        write(dir.resolve("twice.csv"), text + text.substring(HEADER.length()));
        measure(file.toString(), "out", "--baseline", BEFORE, "--dedupe");
        measure(dir.resolve("twice.csv").toString(), "twice", "--baseline", BEFORE, "--dedupe");
        assertThat(sites("twice")).isEqualTo(sites("out"));
        assertThat(Files.readString(dir.resolve("twice/run.json"), StandardCharsets.UTF_8))
                .doesNotContain("\"repeats_left_out\" : 0,");
    }

    @Test
    void badRows_areListedExactly_andTheRestIsUsed() throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String bad = """
                2017-02-28T17:00:00,site-1,loc-1,5,200
                2017-02-28T17:00:00Z,site-1,loc-1,-5,200
                2017-02-28T17:00:00Z,site-1,loc-1,5
                """;
        write(file, text + bad);
        Commands.Outcome outcome = measure(file.toString(), "out", "--baseline", BEFORE);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("6003 rows read, 3 rejected, 12 sites");
        assertThat(lines(dir.resolve("out/problems.csv")))
                .hasSize(4)
                .anyMatch(row -> row.startsWith(file + ",6002,timestamp,2017-02-28T17:00:00,no_zone"))
                .anyMatch(row -> row.startsWith(file + ",6003,duration_ms,-5,"))
                .anyMatch(row -> row.startsWith(file + ",6004,") && row.contains("wrong_field_count"));
    }

    @Test
    void noBaselineRows_isNotMeasurable_andNeverUnaffected() {
        Commands.Outcome outcome =
                measure(file.toString(), "out", "--baseline", "2017-02-20T00:00:00Z/PT2H", "--timeline", "none");
        assertThat(outcome.exit()).isZero();
        assertThat(sites("out"))
                .hasSize(12)
                .allSatisfy(row -> assertThat(row).contains(",0,0,,,").endsWith(",not_measurable"));
    }

    @Test
    void tooManyBadRows_refuseTheRun_andLeaveNothing() {
        write(file, HEADER + "x\ny\n" + rows.get(0).text());
        Commands.Outcome outcome = measure(file.toString(), "out");
        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err()).contains("too_many_bad_rows").contains(":2:");
        assertThat(dir.resolve("out")).doesNotExist();
    }

    @Test
    void missingFile_exits66() {
        assertThat(measure(dir.resolve("none.csv").toString(), "out").exit()).isEqualTo(66);
        Commands.Outcome outcome = measure(dir.resolve("no") + "/*.csv", "out");
        assertThat(outcome.exit()).isEqualTo(66);
        assertThat(outcome.err()).contains("no file matches").contains("*.csv");
    }

    @Test
    void foreignFolder_isNotReplaced() {
        write(dir.resolve("out/thesis.txt"), "mine");
        assertThat(measure(file.toString(), "out").exit()).isEqualTo(73);
        assertThat(dir.resolve("out/thesis.txt")).hasContent("mine");
    }

    @Test
    void sha256_isRecordedOnRequest() throws Exception {
        measure(file.toString(), "out", "--sha256");
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        assertThat(Files.readString(dir.resolve("out/run.json"), StandardCharsets.UTF_8))
                .contains("\"sha256\" : \"" + expected + "\"")
                .contains("\"bytes\" : " + Files.size(file));
    }

    @ParameterizedTest
    @CsvSource({
        "--window, 2017-02-28T17:00:00/2017-02-28T19:00:00Z, without a zone",
        "--window, yesterday, FROM/TO",
        "--baseline, 2017-02-28T18:00:00Z/PT1H, overlaps the outage",
        "--baseline-weeks, 0, at least one week",
        "--baseline-weeks, 20, within 99 days",
        "--by, country, 'choose site or site,location'",
        "--timeline, 5, write 5m",
        "--threads, 0, between 1",
        "--max-sites, 0, --max-sites must be between 1"
    })
    void wrongOption_isExplained_andExits2(String option, String value, String expected) {
        List<String> arguments = new ArrayList<>(
                List.of("measure", file.toString(), "--out", dir.resolve("out").toString(), option, value));
        if (!option.equals("--window")) {
            arguments.addAll(List.of("--window", WINDOW));
        }
        Commands.Outcome outcome = run(arguments.toArray(String[]::new));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(expected);
        assertThat(dir.resolve("out")).doesNotExist();
    }

    @Test
    void tooManySites_refuseTheRun_withTheOptionToRaise() {
        Commands.Outcome outcome = measure(file.toString(), "out", "--max-sites", "3");
        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err()).contains("too_large");
    }
}
