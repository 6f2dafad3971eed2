package org.ausfall.ingest.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ausfall.core.measurement.LocationMeasurement;
import org.ausfall.core.measurement.SiteMeasurement;
import org.ausfall.core.measurement.Timeline;
import org.ausfall.core.measurement.WindowSummary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scanner against a computation that shares nothing with it: lists of decimals, sorted. */
class ExactnessTest {
    private static final Instant BASELINE = Instant.parse("2017-02-27T17:00:00Z");
    private static final Instant START = Instant.parse("2017-02-28T17:00:00Z");
    private static final Instant END = Instant.parse("2017-02-28T22:00:00Z");

    private record Row(Instant time, String site, String location, String ms, int status) {
        boolean isOk() {
            return status == 200;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 4000",
        "2, 1, 7, 3000",
        "3, 30, 4, 20000",
        "4, 200, 2, 3000",
        "5, 3, 80, 20000",
        "6, 12, 3, 50000",
        "7, 10000, 1, 30000"
    })
    void randomMeasurements_areSummedUpExactly(long seed, int sites, int locations, int rows) {
        List<Row> data = data(new SplittableRandom(seed), sites, locations, rows);
        StringBuilder text = new StringBuilder(Read.HEADER);
        data.forEach(row -> text.append(row.time())
                .append(',')
                .append(row.site())
                .append(',')
                .append(row.location())
                .append(',')
                .append(row.ms())
                .append(',')
                .append(row.status())
                .append('\n'));
        ProbeScan scan = Read.scanner()
                .withBlockSize(10_000)
                .withThreads(3)
                .scan(List.of(Read.input(text.toString().getBytes(StandardCharsets.UTF_8))), problem -> {})
                .value()
                .orElseThrow();
        TreeMap<String, List<Row>> bySite = new TreeMap<>();
        data.forEach(row ->
                bySite.computeIfAbsent(row.site(), site -> new ArrayList<>()).add(row));
        List<String> seen = new ArrayList<>();
        scan.forEachSite(samples -> samples, samples -> {
            seen.add(samples.site());
            check(seed, samples, bySite.getOrDefault(samples.site(), List.of()));
        });
        assertThat(seen).containsExactlyElementsOf(bySite.keySet());
    }

    /** Whole and fractional durations with many ties; the first site always fails, the second has no rows in the event. */
    private static List<Row> data(SplittableRandom random, int sites, int locations, int rows) {
        List<Row> data = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int site = random.nextInt(sites);
            Instant time = BASELINE.minusSeconds(3600).plusMillis(random.nextLong(31 * 3_600_000L));
            boolean skip = sites > 1 && site == 1 && !time.isBefore(START) && time.isBefore(END);
            int status = site == 0 && sites > 1
                    ? 0
                    : random.nextInt(10) < (time.isBefore(START) ? 1 : 6) ? 503 : random.nextInt(20) == 0 ? 404 : 200;
            String ms = random.nextBoolean()
                    ? Integer.toString(random.nextInt(1, 9))
                    : random.nextInt(1, 3) + "." + random.nextInt(10, 99);
            if (!skip) {
                data.add(new Row(time, "s" + site, "l" + random.nextInt(locations), status == 200 ? ms : "", status));
            }
        }
        return data;
    }

    private static void check(long seed, SiteSamples samples, List<Row> rows) {
        String where = "seed " + seed + ", site " + samples.site();
        SiteMeasurement measured = samples.measure(Read.WINDOWS);
        TreeMap<String, List<Row>> byLocation = new TreeMap<>();
        rows.forEach(row -> byLocation
                .computeIfAbsent(row.location(), location -> new ArrayList<>())
                .add(row));
        assertThat(measured.locations())
                .extracting(LocationMeasurement::location)
                .as(where)
                .containsExactlyElementsOf(byLocation.keySet());
        List<BigDecimal> slowdowns = new ArrayList<>();
        int down = 0;
        for (LocationMeasurement one : measured.locations()) {
            List<Row> own = byLocation.getOrDefault(one.location(), List.of());
            checkWindow(where + " " + one.location(), one.baseline(), within(own, BASELINE, START));
            checkWindow(where + " " + one.location(), one.event(), within(own, START, END));
            slowdown(own).ifPresent(slowdowns::add);
            assertThat(one.isDown()).as(where).isEqualTo(isDown(within(own, START, END)));
            down += one.isDown() ? 1 : 0;
        }
        checkWindow(where, measured.pooledBaseline(), within(rows, BASELINE, START));
        checkWindow(where, measured.pooledEvent(), within(rows, START, END));
        assertThat(measured.slowdown()
                        .map(s -> s.change().divide(s.base(), new MathContext(15)))
                        .map(ExactnessTest::plain))
                .as(where)
                .isEqualTo(quantile(slowdowns, "0.5").map(s -> plain(s.round(new MathContext(15)))));
        if (down == 0) {
            assertThat(measured.isDown()).as(where).isFalse();
        }
        checkTimeline(where, Timeline.of(samples.series(), Duration.ofMinutes(5)), rows);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static List<Row> within(List<Row> rows, Instant start, Instant end) {
        return rows.stream()
                .filter(row -> !row.time().isBefore(start) && row.time().isBefore(end))
                .toList();
    }

    private static List<BigDecimal> durations(List<Row> rows) {
        return rows.stream()
                .filter(Row::isOk)
                .map(row -> new BigDecimal(row.ms()))
                .toList();
    }

    private static void checkWindow(String where, WindowSummary summary, List<Row> rows) {
        assertThat(summary.n()).as(where).isEqualTo(rows.size());
        assertThat(summary.ok()).as(where).isEqualTo(durations(rows).size());
        for (int percent : List.of(0, 5, 50, 95, 100)) {
            BigDecimal p = BigDecimal.valueOf(percent, 2);
            String expected = quantile(durations(rows), p.toString())
                    .map(ExactnessTest::plain)
                    .orElse("-0.00001");
            assertThat(plain(BigDecimal.valueOf(summary.durations().percentiles(percent)[0], 5)))
                    .as("%s, percentile %d", where, percent)
                    .isEqualTo(expected);
        }
    }

    private static Optional<BigDecimal> quantile(List<BigDecimal> values, String p) {
        List<BigDecimal> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal h = new BigDecimal(p).multiply(BigDecimal.valueOf(sorted.size() - 1));
        int low = h.setScale(0, RoundingMode.DOWN).intValue();
        BigDecimal lower = sorted.get(low);
        BigDecimal upper = sorted.get(Math.min(low + 1, sorted.size() - 1));
        return Optional.of(lower.add(upper.subtract(lower).multiply(h.subtract(BigDecimal.valueOf(low)))));
    }

    private static Optional<BigDecimal> slowdown(List<Row> rows) {
        List<Row> before = within(rows, BASELINE, START);
        List<Row> during = within(rows, START, END);
        if (before.size() < 8 || during.size() < 3) {
            return Optional.empty();
        }
        return quantile(durations(before), "0.5")
                .flatMap(b -> quantile(durations(during), "0.5")
                        .map(d -> d.subtract(b).divide(b, new MathContext(40))));
    }

    private static boolean isDown(List<Row> rows) {
        StringBuilder letters = new StringBuilder();
        rows.stream()
                .sorted(Comparator.comparing(Row::time))
                .forEach(row -> letters.append(row.status() == 0 || row.status() == 503 ? 'x' : '.'));
        return letters.indexOf("xxx") >= 0;
    }

    private static void checkTimeline(String where, Timeline line, List<Row> rows) {
        TreeMap<Long, List<Row>> bins = new TreeMap<>();
        rows.forEach(row -> bins.computeIfAbsent(row.time().getEpochSecond() / 300 * 300_000, bin -> new ArrayList<>())
                .add(row));
        assertThat(line.size()).as(where).isEqualTo(bins.size());
        List<Long> starts = new ArrayList<>(new TreeSet<>(bins.keySet()));
        for (int i = 0; i < line.size(); i++) {
            List<Row> own = bins.getOrDefault(starts.get(i), List.of());
            assertThat(line.startMillis(i)).as(where).isEqualTo(starts.get(i));
            assertThat(line.n(i)).as(where).isEqualTo(own.size());
            assertThat(line.ok(i)).as(where).isEqualTo(durations(own).size());
            long expected = quantile(durations(own), "0.5")
                    .map(ms ->
                            ms.movePointRight(3).multiply(BigDecimal.valueOf(2)).longValueExact())
                    .orElse(-1L);
            assertThat(line.doubleMedianMicros(i)).as(where).isEqualTo(expected);
        }
    }
}
