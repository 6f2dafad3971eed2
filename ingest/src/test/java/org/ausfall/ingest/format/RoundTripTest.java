package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ProbeScanner;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.ingest.probe.ScanProgress;
import org.ausfall.ingest.probe.SiteSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is converted and then measured is what is measured directly. */
class RoundTripTest {
    private static final ComparedWindows WINDOWS = ComparedWindows.of(
            new OutageWindow(Instant.parse("2017-02-28T17:37:00Z"), Instant.parse("2017-02-28T21:54:00Z")),
            new OutageWindow(Instant.parse("2017-02-27T17:37:00Z"), Instant.parse("2017-02-28T17:37:00Z")));
    private static final ReadOptions EASTERN = Converted.zone("America/New_York");

    static List<Descriptor> formats() {
        return Formats.shipped().all();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void sampleConvertedAndMeasured_isTheSampleMeasured(Descriptor format) {
        String twice = format.page().sample() + format.page().sample().lines().reduce("", (a, b) -> b) + "\n";
        String text = format.shape() == Shape.PROMETHEUS ? format.page().sample() : twice;

        assertThat(measured(Converted.input("direct", bytes(text)), EASTERN))
                .isNotEmpty()
                .isEqualTo(measured(Converted.input("converted", converted(text)), ReadOptions.NONE));
    }

    @Test
    void plainOwnCsv_isReadAlikeByBothReaders() {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder("status,site,note,timestamp,duration_ms,location\n");
        List<String> odd = List.of("1e3", "12.34567", "0", "999999.9995", " 5 ", "1000000.1", "-1", "x", "");
        List<String> statuses = List.of("200", "404", "500", "0", "301.0", "2e2", "99", "");
        for (int i = 0; i < 3_000; i++) {
            text.append(random.nextInt(4) == 0 ? statuses.get(random.nextInt(statuses.size())) : "200")
                    .append(",\"shop, ")
                    .append(random.nextInt(5))
                    .append("\",n,2017-02-28T")
                    .append(10 + random.nextInt(12))
                    .append(":20:30.5+00:00,")
                    .append(random.nextInt(4) == 0 ? odd.get(random.nextInt(odd.size())) : "12.5")
                    .append(",ams\n");
        }
        byte[] converted = converted(text.toString());

        assertThat(measured(Converted.input("plain", bytes(text.toString())), ReadOptions.NONE))
                .isEqualTo(measured(Converted.input("converted", converted), ReadOptions.NONE));
    }

    @Test
    void unknownOutcome_isABadRow_notASuccess() {
        Converted read = Converted.of("""
                timestamp,site,location,duration_ms,status,outcome
                2017-02-28T17:37:12Z,a,b,5,200,time_out
                2017-02-28T17:38:12Z,a,b,5,200,
                """);

        assertThat(read.rows()).containsExactly("2017-02-28T17:38:12.000Z,a,b,5.000,200,ok,,1");
        assertThat(read.problem().place().column()).isEqualTo("outcome");
        assertThat(read.problem().value()).isEqualTo("time_out");
        assertThat(read.problem().detail()).contains("content_fail");
    }

    @Test
    void weight_countsAsSoManyMeasurements() {
        List<SiteSamples> sites = measured(Converted.input("in", bytes("""
                timestamp,site,location,duration_ms,status,weight
                2017-02-28T18:00:00Z,a,b,5,200,7
                2017-02-28T18:10:00Z,a,b,,0,
                """)), ReadOptions.NONE);

        assertThat(sites.get(0).locations().get(0).series().size()).isEqualTo(8);
    }

    @Test
    void repeats_countOnceWhereTheFormatDemandsIt() {
        String row = "Shop,https://shop.example/,1,2017-02-28 18:00:00.000,5\n";
        List<SiteSamples> sites = measured(
                Converted.input("in", bytes("monitor_name,url,status,time,ping\n" + row + row)), ReadOptions.NONE);

        assertThat(sites.get(0).locations().get(0).series().size()).isOne();
    }

    @Test
    void kindsTogether_areRefusedUntilOneIsChosen() {
        List<ProbeInput> both = List.of(
                Converted.input(
                        "a.csv",
                        bytes(Formats.shipped().find("k6").orElseThrow().page().sample())),
                Converted.input(
                        "b.csv",
                        bytes(Formats.shipped()
                                .find("uptime-kuma")
                                .orElseThrow()
                                .page()
                                .sample())));
        Checked<FormatScan> refused = scanner(ReadOptions.NONE).scan(both, problem -> {});

        assertThat(refused.value()).isEmpty();
        assertThat(refused.problems()).extracting(Problem::reason).containsExactly(Reason.CONTRADICTION);
        assertThat(refused.problems().get(0).value()).contains("full_response").contains("check");
    }

    @Test
    void kindChosen_leavesOutTheOthers() {
        String rows = """
                timestamp,site,location,duration_ms,status,kind
                2017-02-28T18:00:00Z,a,b,5,200,ttfb
                2017-02-28T18:00:00Z,a,b,50,200,page_load
                2017-02-28T18:05:00Z,a,b,7,200,
                """;
        Checked<FormatScan> scan = scanner(Converted.kind(MetricKind.TTFB))
                .scan(List.of(Converted.input("a.csv", bytes(rows))), problem -> {});

        try (var found = scan.value().orElseThrow().scan()) {
            assertThat(scan.value().get().kind()).contains(MetricKind.TTFB);
            assertThat(scan.value().get().readAs().get(0).skipped()).containsEntry("other kinds of metric", 1L);
            assertThat(found.sites()).containsExactly("a");
        }
        assertThat(scanner(ReadOptions.NONE)
                        .scan(List.of(Converted.input("a.csv", bytes(rows))), problem -> {})
                        .value())
                .isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FormatScanner scanner(ReadOptions options) {
        ScanLimits limits = ScanLimits.DEFAULT.withBadShare(1);
        return FormatScanner.of(
                ProbeScanner.of(WINDOWS).withEverything().withThreads(1).withLimits(limits), options);
    }

    private static byte[] converted(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new Conversion(EASTERN, ScanLimits.DEFAULT, ScanProgress.NONE, false)
                        .convert(List.of(Converted.input("in", bytes(text))), out, problem -> {})
                        .value())
                .isPresent();
        return out.toByteArray();
    }

    private static List<SiteSamples> measured(ProbeInput input, ReadOptions options) {
        List<SiteSamples> sites = new ArrayList<>();
        Checked<FormatScan> scan = scanner(options).scan(List.of(input), problem -> {});
        Optional<FormatScan> found = scan.value();
        try (var closed =
                found.orElseThrow(() -> new AssertionError(scan.problems())).scan()) {
            closed.forEachSite(samples -> samples, sites::add);
        }
        return sites;
    }
}
