package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.ausfall.core.measurement.MetricKind;
import org.ausfall.core.problem.Reason;
import org.junit.jupiter.api.Test;

/** The traps of JMeter's results. Fixtures are made by hand in the shape of its default output. */
class JMeterTest {
    private static final String HEADER =
            "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
                    + "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n";

    private static String row(String code, String message, boolean success, String url) {
        return "1488303432000,812,Home," + code + "," + message + ",T 1-1,text," + success + ",,1,1,1,1," + url
                + ",310,0,4\n";
    }

    private static String only(String code, boolean success) {
        return Converted.of(HEADER + row(code, "m", success, "https://shop.example/a?b=c"))
                .rows()
                .get(0);
    }

    @Test
    void headerAbsent_isReadAsTheDefaultColumns() {
        Converted read = Converted.of(row("200", "OK", true, "https://Shop.example:8443/a"));

        assertThat(read.rows())
                .containsExactly("2017-02-28T17:37:12.000Z,shop.example,-,812.000,200,ok,full_response,1");
        assertThat(read.file().why()).contains("no header");
    }

    @Test
    void columnsOffAndReordered_areFoundByName() {
        assertThat(Converted.of("success;label;elapsed;timeStamp\ntrue;Home;12;1488303432000\n")
                        .rows())
                .containsExactly("2017-02-28T17:37:12.000Z,Home,-,12.000,,ok,full_response,1");
    }

    @Test
    void noColumnTellsFailure_isNotTakenForResults() {
        assertThat(Converted.of("timeStamp,elapsed,label\n1488303432000,12,Home\n")
                        .refused())
                .isTrue();
    }

    @Test
    void responseCodeIsASentence_saysWhatHappened() {
        assertThat(only("Non HTTP response code: java.net.SocketTimeoutException", false))
                .contains(",,timeout,");
        assertThat(only("Non HTTP response code: org.apache.http.conn.HttpHostConnectException", false))
                .contains(",,no_response,");
        assertThat(only("Non HTTP response code: org.apache.http.conn.ConnectTimeoutException", false))
                .contains(",,timeout,");
    }

    @Test
    void successAndStatus_giveTheOutcome() {
        assertThat(only("200", false)).contains(",200,content_fail,");
        assertThat(only("503", false)).contains(",503,http_error,");
        assertThat(only("404", false)).contains(",,404,reachable,");
        assertThat(only("OK", true)).contains(",812.000,,ok,");
        assertThat(only("Failed", false)).contains(",,no_response,");
    }

    @Test
    void urlIsTheTextNull_labelNamesTheSite() {
        assertThat(Converted.of(HEADER + row("200", "OK", true, "null")).rows().get(0))
                .contains(",Home,-,");
    }

    @Test
    void transactions_arePassedOverAndCounted() {
        Converted read = Converted.of(HEADER
                + row("200", "\"Number of samples in transaction : 2, number of failing samples : 0\"", true, "null")
                + row("200", "OK", true, "https://shop.example/"));

        assertThat(read.rows()).hasSize(1);
        assertThat(read.file().skipped()).containsOnlyKeys("transactions, which repeat the time of their samples");
    }

    @Test
    void datePatternWithoutZone_isRefusedUntilAZoneIsGiven() {
        String text = (HEADER + row("200", "OK", true, "https://shop.example/"))
                .replace("1488303432000", "2017/02/28 09:37:12.500");

        Converted refused = Converted.of(text);
        assertThat(refused.refused()).isTrue();
        assertThat(refused.problem().reason()).isEqualTo(Reason.NO_ZONE);
        assertThat(refused.problem().detail()).contains("--zone");
        assertThat(Converted.of(text, Converted.zone("America/Los_Angeles"))
                        .rows()
                        .get(0))
                .startsWith("2017-02-28T17:37:12.500Z");
    }

    @Test
    void messageWithLineBreaks_isOneRow() {
        Converted read = Converted.of(HEADER
                + row("500", "\"a\nb \"\"c\"\"\n\"", false, "https://shop.example/")
                + row("200", "OK", true, "https://shop.example/"));

        assertThat(read.rows()).hasSize(2);
        assertThat(read.file().bad()).isZero();
    }

    @Test
    void badValue_isShownAtItsLineAndColumn() {
        Converted read = Converted.of(HEADER
                + row("500", "\"a\nb\"", false, "https://shop.example/")
                + row("200", "OK", true, "https://shop.example/").replace(",812,", ",fast,"));

        assertThat(read.problem().place().toString()).isEqualTo("in.txt:4: elapsed");
        assertThat(read.problem().value()).isEqualTo("fast");
        assertThat(read.file().bad()).isOne();
    }

    @Test
    void firstByteAsked_readsLatency() {
        assertThat(Converted.of(
                                HEADER + row("200", "OK", true, "https://shop.example/"),
                                Converted.kind(MetricKind.TTFB))
                        .rows())
                .containsExactly("2017-02-28T17:37:12.000Z,shop.example,-,310.000,200,ok,ttfb,1");
    }

    @Test
    void kindThatTheFormatLacks_isRefused() {
        assertThat(Converted.of(HEADER, Converted.kind(MetricKind.PAGE_LOAD))
                        .problem()
                        .detail())
                .contains("full_response, ttfb");
    }
}
