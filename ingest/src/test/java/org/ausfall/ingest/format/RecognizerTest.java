package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code auto} decides, and what it refuses to decide. */
class RecognizerTest {
    private static ReadAs decided(String text) {
        return Converted.of(text, Converted.UTC).file();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1488303432000,812,Home,200,OK,T 1-1,text,true,,1,1,1,1,https://a.example/,310,0,4 | jmeter
            1488303432000;812;Home;200;OK;T 1-1;text;true;;1;1;1;1;https://a.example/;310;0;4 | jmeter
            Time;a~2017-02-28T17:37:00Z;12,5 ms | grafana-wide
            sep=;~Time;a~2017-02-28T17:37:00Z;12.5 ms | grafana-wide
            metric;time;value~a;1488303420000;3 ms | grafana-long
            success,timeStamp,elapsed,label~true,1488303432000,3,a | jmeter
            status;monitor_id;time;ping~1;7;2017-02-28 17:37:00;5 | uptime-kuma
            2017-02-28T17:37:00Z,Initial commit~2017-02-28T17:36:00Z,x Shop is up (200 in 5 ms) | upptime
            timestamp^site^location^duration_ms^status~2017-02-28T17:37:00Z^a^b^5^200 | ausfall-csv
            About:~~Time,Test,Mdn Webpage Response (ms),% Availability,# Runs~2/28/2017 5:37:00 PM,[1] - a,5,100,1 | catchpoint
            """)
    void nearMisses_areDecidedRight(String text, String format) {
        String lines = text.replace('~', '\n') + "\n";

        assertThat(Converted.of(lines, Converted.UTC).readAs())
                .extracting(ReadAs::format)
                .containsExactly(format.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-02-28 17:37:00,123 INFO Started, all is well\n2017-02-28 17:37:01,456 WARN Slow, 12 ms\n",
                "Time,Message,Level\n2017-02-28T17:37:00Z,started,INFO\n",
                "timestamp,host,latency\n2017-02-28T17:37:00Z,a,5\n",
                "metric_name,timestamp,metric_value\nhttp_req_duration,1488303432,5\n",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}",
                "[1,2,3]",
                "<html><body>Not found</body></html>",
                "12345,812,Home,200,OK,T,text,true,,1,1,1,1,https://a.example/,310,0,4\n",
                "one line without any delimiter\n"
            })
    void unknownFiles_areRefusedWithAWayOut(String text) {
        Converted read = Converted.of(text);

        assertThat(read.refused()).isTrue();
        assertThat(read.problem().detail()).contains("--format NAME").contains("own-descriptor.md");
        assertThat(read.problem().effect()).isEqualTo(Problem.Effect.FILE_REFUSED);
    }

    @Test
    void whatWasDecided_isSaidWithItsReason() {
        assertThat(decided("Time;a\n2017-02-28T17:37:00Z;12,5 ms\n").sentence())
                .isEqualTo("read as grafana-wide: its header names Time, separated by ';'");
    }

    @Test
    void emptyFile_saysSo() {
        assertThat(Converted.of(" \n\n").problem().detail()).isEqualTo("the file is empty");
    }

    @Test
    void formatSaidThatTheFileHasNot_isRefusedWithWhatIsNeeded() {
        Converted read = Converted.of("a,b\n1,2\n", Converted.format("k6"));

        assertThat(read.problem().detail()).contains("--format k6").contains("metric_name");
    }

    @Test
    void twoFormatsThatFitAlike_areRefused() {
        Descriptor k6 = Formats.shipped().find("k6").orElseThrow();
        Head head = Head.of(k6.page().sample().getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new Recognizer(List.of(k6, k6)).decide("f", head))
                .hasMessageContaining(Reason.CONTRADICTION.code())
                .hasMessageContaining("could be k6 or k6");
    }
}
