package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.ingest.probe.ScanLimits;
import org.junit.jupiter.api.Test;

/** The traps of k6's CSV. Fixtures are made by hand in the shape that its code writes. */
class K6Test {
    private static final String HEADER =
            "metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,"
                    + "method,name,proto,scenario,service,status,subproto,tls_version,url,extra_tags,metadata\n";

    private static String row(String metric, String time, String code, String expected, String status) {
        return metric + "," + time + ",114.365000,,," + code + "," + expected
                + ",,GET,https://shop.example/,HTTP/1.1,default,," + status + ",,tls1.3,https://shop.example/,,\n";
    }

    private static String only(String code, String expected, String status) {
        return Converted.of(HEADER + row("http_req_duration", "1488303432", code, expected, status))
                .rows()
                .get(0);
    }

    @Test
    void otherMetrics_arePassedOver() {
        Converted read = Converted.of(HEADER
                + row("http_reqs", "1488303432", "", "true", "200")
                + row("http_req_waiting", "1488303432", "", "true", "200")
                + row("http_req_duration", "1488303432", "", "true", "200")
                + row("vus", "1488303432", "", "", ""));

        assertThat(read.rows())
                .containsExactly("2017-02-28T17:37:12.000Z,shop.example,-,114.365,200,ok,full_response,1");
        assertThat(read.file().skipped()).containsEntry("other metrics", 3L);
    }

    @Test
    void timesOfAllUnits_areTheSameMoment() {
        for (String time : List.of(
                "1488303432",
                "1488303432000",
                "1488303432000000",
                "1488303432000000000",
                "2017-02-28T17:37:12Z",
                "2017-02-28T18:37:12+01:00")) {
            assertThat(Converted.of(HEADER + row("http_req_duration", time, "", "true", "200"))
                            .rows()
                            .get(0))
                    .startsWith("2017-02-28T17:37:12.000Z,");
        }
    }

    @Test
    void errors_giveTheOutcome() {
        assertThat(only("1050", "false", "0")).contains(",,0,timeout,");
        assertThat(only("1212", "false", "0")).contains(",,0,no_response,");
        assertThat(only("1503", "false", "503")).contains(",,503,http_error,");
        assertThat(only("1404", "false", "404")).contains(",,404,reachable,");
        assertThat(only("", "false", "200")).contains(",,200,content_fail,");
        assertThat(only("", "true", "302")).contains(",114.365,302,ok,");
    }

    @Test
    void noColumnTellsFailure_isNotTakenForResults() {
        assertThat(Converted.of("""
                metric_name,timestamp,metric_value,url
                http_req_duration,1488303432,1,https://shop.example/
                """).refused()).isTrue();
    }

    @Test
    void onlyErrorCodes_tellSuccessByTheirAbsence() {
        assertThat(Converted.of("""
                metric_name,timestamp,metric_value,error_code,url
                http_req_duration,1488303432,1,,https://shop.example/
                http_req_duration,1488303433,1,1212,https://shop.example/
                """).rows())
                .containsExactly(
                        "2017-02-28T17:37:12.000Z,shop.example,-,1.000,,ok,full_response,1",
                        "2017-02-28T17:37:13.000Z,shop.example,-,,,no_response,full_response,1");
    }

    @Test
    void olderColumns_areFoundByName() {
        assertThat(Converted.of("""
                metric_name,timestamp,metric_value,check,error,error_code,group,method,name,status,extra_tags
                http_req_duration,1488303432,221.899,,,,,GET,https://shop.example,200,location=fra&a=b
                """).rows())
                .containsExactly("2017-02-28T17:37:12.000Z,shop.example,fra,221.899,200,ok,full_response,1");
    }

    @Test
    void compressed_isRecognizedByItsContent() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write((HEADER + row("http_req_duration", "1488303432", "", "true", "200"))
                    .getBytes(StandardCharsets.UTF_8));
        }

        Converted read = Converted.of(
                List.of(Converted.input("results.gz", gzip.toByteArray())), ReadOptions.NONE, ScanLimits.DEFAULT);
        assertThat(read.rows()).hasSize(1);
        assertThat(read.file().format()).isEqualTo("k6");
    }

    @Test
    void firstByteAsked_readsWaiting() {
        Converted read = Converted.of(
                HEADER
                        + row("http_req_duration", "1488303432", "", "true", "200")
                        + row("http_req_waiting", "1488303432", "", "true", "200"),
                Converted.kind(MetricKind.TTFB));

        assertThat(read.rows()).containsExactly("2017-02-28T17:37:12.000Z,shop.example,-,114.365,200,ok,ttfb,1");
    }
}
