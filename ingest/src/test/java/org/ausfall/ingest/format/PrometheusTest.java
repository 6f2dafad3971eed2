package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ScanLimits;
import org.junit.jupiter.api.Test;

/** The traps of Prometheus range queries. Fixtures are made by hand in the shape of its API. */
class PrometheusTest {
    private static String answer(String... series) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + String.join(",", series)
                + "]}}";
    }

    private static String series(String metric, String labels, String values) {
        return "{\"metric\":{\"__name__\":\"" + metric + "\"," + labels + "},\"values\":[" + values + "]}";
    }

    private static String success(String values) {
        return series("probe_success", "\"instance\":\"https://shop.example/\"", values);
    }

    private static String duration(String values) {
        return series("probe_duration_seconds", "\"instance\":\"https://shop.example/\"", values);
    }

    private static String status(String values) {
        return series("probe_http_status_code", "\"instance\":\"https://shop.example/\"", values);
    }

    private static Converted files(String... answers) {
        List<ProbeInput> inputs = new ArrayList<>();
        for (String answer : answers) {
            inputs.add(Converted.input("f" + inputs.size() + ".json", answer.getBytes(StandardCharsets.UTF_8)));
        }
        return Converted.of(inputs, ReadOptions.NONE, ScanLimits.DEFAULT);
    }

    @Test
    void successAndDuration_areJoinedOnLabelsAndTime() {
        Converted read = files(answer(
                duration("[1488303420,\"0.812345\"],[1488303480.5,\"1.25\"]"),
                success("[1488303420,\"1\"],[1488303480.5,\"1\"]")));

        assertThat(read.rows())
                .containsExactly(
                        "2017-02-28T17:37:00.000Z,shop.example,-,812.345,,ok,check,1",
                        "2017-02-28T17:38:00.500Z,shop.example,-,1250.000,,ok,check,1");
        assertThat(read.file().good()).isEqualTo(4);
    }

    @Test
    void metricsInFilesOfTheirOwn_areJoinedAcrossFiles() {
        Converted read = files(
                answer(duration("[1488303420,\"0.8\"]")),
                answer(success("[1488303420,\"1\"]")),
                answer(status("[1488303420,\"200\"]")));

        assertThat(read.rows()).containsExactly("2017-02-28T17:37:00.000Z,shop.example,-,800.000,200,ok,check,1");
        assertThat(read.readAs()).extracting(ReadAs::good).containsExactly(1L, 1L, 1L);
    }

    @Test
    void onFailure_theDurationIsCensored() {
        assertThat(files(answer(success("[1488303420,\"0\"]"), duration("[1488303420,\"9.5\"]")))
                        .rows())
                .containsExactly("2017-02-28T17:37:00.000Z,shop.example,-,,,no_response,check,1");
    }

    @Test
    void status_saysWhyAProbeFailed() {
        Converted read = files(answer(
                success("[1488303420,\"0\"],[1488303480,\"0\"],[1488303540,\"0\"]"),
                status("[1488303420,\"503\"],[1488303480,\"200\"],[1488303540,\"0\"]")));

        assertThat(read.rows().get(0)).contains(",503,http_error,");
        assertThat(read.rows().get(1)).contains(",200,content_fail,");
        assertThat(read.rows().get(2)).contains(",0,no_response,");
    }

    @Test
    void otherLabels_areOtherProbes() {
        Converted read = files(answer(
                series("probe_success", "\"instance\":\"a.example\",\"probe\":\"ams\"", "[1488303420,\"1\"]"),
                series("probe_duration_seconds", "\"instance\":\"a.example\",\"probe\":\"ams\"", "[1488303420,\"1\"]"),
                series("probe_success", "\"instance\":\"a.example\",\"probe\":\"fra\"", "[1488303420,\"1\"]"),
                series(
                        "probe_duration_seconds",
                        "\"instance\":\"a.example\",\"probe\":\"fra\"",
                        "[1488303420,\"2\"]")));

        assertThat(read.rows())
                .containsExactly(
                        "2017-02-28T17:37:00.000Z,a.example,ams,1000.000,,ok,check,1",
                        "2017-02-28T17:37:00.000Z,a.example,fra,2000.000,,ok,check,1");
    }

    private static String of(String job, String more, String value) {
        return series(
                "probe_success",
                "\"instance\":\"https://a.example/" + job + "\",\"job\":\"" + job + "\"" + more,
                "[1488303420,\"" + value + "\"]");
    }

    @Test
    void severalProbesOfOneHost_areRefused_whateverTheirOrder() {
        Converted read = files(answer(of("http", "", "1"), of("icmp", "", "0")));

        assertThat(read.refused()).isTrue();
        assertThat(read.problem().reason()).isEqualTo(Reason.CONTRADICTION);
        assertThat(read.problem().detail())
                .isEqualTo("several probes of a.example: {instance=https://a.example/http, job=http} and"
                        + " {instance=https://a.example/icmp, job=icmp}; ask for one of them, as in"
                        + " probe_success{job=\"...\"}");
        assertThat(files(answer(of("icmp", "", "0")), answer(of("http", "", "1")))
                        .refused())
                .isTrue();
    }

    @Test
    void oneProbeSeenByTwoReplicas_countsOnce() {
        Converted read = files(answer(
                of("http", ",\"prometheus_replica\":\"a\"", "1"), of("http", ",\"prometheus_replica\":\"b\"", "1")));

        assertThat(read.problems()).isEmpty();
        assertThat(read.rows()).hasSize(1);
    }

    @Test
    void unorderedValues_areRefused() {
        Converted read = files(
                answer(success("[1488303420,\"1\"],[1488303480,\"1\"]")),
                answer(duration("[1488303480,\"1\"],[1488303420,\"2\"]")));

        assertThat(read.refused()).isTrue();
        assertThat(read.problem().place().toString()).isEqualTo("f1.json");
        assertThat(read.problem().detail()).contains("not in the order of time");
    }

    @Test
    void notANumber_isABadRow() {
        Converted read = files(answer(
                success("[1488303420,\"1\"],[1488303480,\"1\"],[1488303540,\"1\"]"),
                duration("[1488303420,\"NaN\"],[1488303480,\"+Inf\"],[1488303540,\"1\"]")));

        assertThat(read.problems()).extracting(Problem::value).containsExactly("NaN", "+Inf");
        assertThat(read.problems().get(0).place().toString()).isEqualTo("f0.json:1: probe_duration_seconds");
        assertThat(read.rows().get(0)).endsWith(",,,reachable,check,1");
        assertThat(read.file().bad()).isEqualTo(2);
    }

    @Test
    void scrapeSeenAtTwoSteps_countsOnce() {
        Converted read = files(answer(
                success("[1488303420,\"1\"],[1488303450,\"1\"],[1488303480,\"1\"]"),
                duration("[1488303420,\"0.812345\"],[1488303450,\"0.812345\"],[1488303480,\"0.7\"]")));

        assertThat(read.rows()).hasSize(2);
        assertThat(read.file().skipped()).containsEntry("repeats of the scrape before", 1L);
    }

    @Test
    void gaps_areNotFilledIn() {
        assertThat(files(answer(success("[1488303420,\"1\"],[1488313420,\"1\"]")))
                        .rows())
                .hasSize(2);
    }

    @Test
    void overlappingFiles_countOnce() {
        String one = answer(success("[1488303420,\"1\"]"), duration("[1488303420,\"1\"]"));

        assertThat(files(one, one).rows()).hasSize(1);
    }

    @Test
    void durationsAlone_areRefused() {
        Converted read = files(answer(duration("[1488303420,\"1\"]")));

        assertThat(read.refused()).isTrue();
        assertThat(read.problem().detail()).contains("probe_success").contains("failures would pass for answers");
    }

    @Test
    void otherMetrics_arePassedOver_andAloneRefused() {
        String up = series("up", "\"instance\":\"a\"", "[1488303420,\"1\"]");

        assertThat(files(answer(up, success("[1488303420,\"1\"]"))).file().skipped())
                .containsEntry("other metrics", 1L);
        assertThat(files(answer(up)).refused()).isTrue();
    }

    @Test
    void instantQuery_isRefusedWithAHint() {
        Converted read =
                files("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}, \"a\":\"matrix\"}");

        assertThat(read.refused()).isTrue();
        assertThat(read.problem().detail()).contains("query_range");
    }

    @Test
    void failedQuery_isRefused() {
        assertThat(Converted.of(
                                "{\"status\":\"error\",\"error\":\"timeout\",\"data\":{}}",
                                Converted.format("prometheus"))
                        .refused())
                .isTrue();
    }

    @Test
    void cutOffAnswer_isRefused() {
        String whole = answer(success("[1488303420,\"1\"]"));

        assertThat(files(whole.substring(0, whole.length() - 5)).problem().detail())
                .contains("cut off");
    }

    @Test
    void deepNesting_isRefused() {
        assertThat(files("{\"resultType\":\"matrix\",\"x\":" + "[".repeat(100_000))
                        .refused())
                .isTrue();
    }

    @Test
    void otherKindAsked_isRefused() {
        assertThat(Converted.of(answer(success("[1488303420,\"1\"]")), Converted.kind(MetricKind.TTFB))
                        .problem()
                        .reason())
                .isEqualTo(Reason.UNKNOWN_NAME);
    }
}
