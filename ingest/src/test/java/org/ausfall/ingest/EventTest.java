package org.ausfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.ingest.Folders.EVENT;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.ausfall.core.evidence.OutageEvent;
import org.ausfall.core.evidence.Population;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Threshold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventTest {
    @TempDir
    private Path root;

    private Folders folders;

    @BeforeEach
    void writeValidFolders() {
        folders = Folders.valid(root);
    }

    @Test
    void validEvent_isRead() {
        OutageEvent event = folders.read().value().orElseThrow().evidence().event();

        assertThat(event.id()).isEqualTo("demo");
        assertThat(event.window().hours()).isEqualTo(257 / 60.0);
        assertThat(event.zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(event.publishedThreshold()).isEqualTo(new Threshold(new BigDecimal("0.2")));
        assertThat(event.population())
                .isEqualTo(new Population("demo-shops", "demonstration shops", "Consumer Discretionary"));
        assertThat(event.reads().knots()).hasSize(3);
        assertThat(event.writes().end()).isEqualTo(Instant.parse("2017-02-28T21:54:00Z"));
        assertThat(event.demonstration()).isTrue();
        assertThat(event.sources()).containsExactly("a citation");
    }

    @Test
    void optionalKeys_haveDefaults() {
        folders.change(EVENT, text -> text.substring(0, text.indexOf("demonstration: true")))
                .replace(EVENT, "zone: America/Los_Angeles\n", "");

        OutageEvent event = folders.read().value().orElseThrow().evidence().event();

        assertThat(event.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(event.demonstration()).isFalse();
        assertThat(event.sources()).isEmpty();
    }

    /** What to replace, by what, line, key, value, reason. */
    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("id: demo", "id: Demo", 1, "id", "Demo", Reason.OUT_OF_RANGE),
                arguments("id: demo", "id: ../demo", 1, "id", "../demo", Reason.OUT_OF_RANGE),
                arguments("id: demo", "id: [demo]", 1, "id", "", Reason.WRONG_TYPE),
                arguments("id: demo", "id:", 1, "id", "", Reason.MISSING_VALUE),
                arguments("id: demo\n", "", 1, "id", "", Reason.MISSING_COLUMN),
                arguments("A demonstration", "An outage", 2, "title", "An outage", Reason.CONTRADICTION),
                arguments(
                        "start: \"2017-02-28T17:37:00Z\"",
                        "start: 2017-02-28T17:37:00",
                        3,
                        "window.start",
                        "2017-02-28T17:37:00",
                        Reason.NO_ZONE),
                arguments(
                        "start: \"2017-02-28T17:37:00Z\"",
                        "start: 28.2.2017",
                        3,
                        "window.start",
                        "28.2.2017",
                        Reason.WRONG_TYPE),
                arguments(
                        "start: \"2017-02-28T17:37:00Z\"",
                        "start: \"+999999999-02-28T17:37:00Z\"",
                        3,
                        "window.start",
                        "+999999999-02-28T17:37:00Z",
                        Reason.OUT_OF_RANGE),
                arguments(
                        "2017-02-28T13:54:00-08:00",
                        "2017-02-28T17:37:00Z",
                        3,
                        "window.end",
                        "2017-02-28T17:37:00Z",
                        Reason.OUT_OF_RANGE),
                arguments(
                        "2017-02-28T13:54:00-08:00",
                        "2019-02-28T17:37:00Z",
                        3,
                        "window.end",
                        "2019-02-28T17:37:00Z",
                        Reason.OUT_OF_RANGE),
                arguments(", given_by: the provider", "", 3, "window.given_by", "", Reason.MISSING_COLUMN),
                arguments("America/Los_Angeles", "Pacific", 4, "zone", "Pacific", Reason.UNKNOWN_NAME),
                arguments("20%", "20", 5, "published_threshold", "20", Reason.WRONG_TYPE),
                arguments("scope: demo-shops", "scope: sp500", 6, "population.scope", "sp500", Reason.OUT_OF_RANGE),
                arguments("scope: demo-shops", "scope: a:b", 6, "population.scope", "a:b", Reason.OUT_OF_RANGE),
                arguments(
                        "sector: Consumer Discretionary",
                        "sector: Shops",
                        6,
                        "population.sector",
                        "Shops",
                        Reason.UNKNOWN_NAME),
                arguments(
                        "21:18:00Z\", missing: 0",
                        "21:18:00Z\", missing: 0.5",
                        9,
                        "recovery.reads",
                        "",
                        Reason.OUT_OF_RANGE),
                arguments("20:26:00Z", "22:26:00Z", 9, "recovery.reads", "", Reason.OUT_OF_RANGE),
                arguments(
                        "20:26:00Z\", missing: 1",
                        "20:26:00Z\", missing: 1.5",
                        10,
                        "recovery.reads[1].missing",
                        "1.5",
                        Reason.OUT_OF_RANGE),
                arguments(
                        "20:26:00Z\", missing: 1",
                        "20:26:00Z\", missing: all",
                        10,
                        "recovery.reads[1].missing",
                        "all",
                        Reason.WRONG_TYPE),
                arguments("20:26:00Z", "20:26:00", 10, "recovery.reads[1].at", "2017-02-28T20:26:00", Reason.NO_ZONE),
                arguments(
                        "writes: [{at: \"2017-02-28T17:37:00Z\"",
                        "writes: [{at: \"2017-02-28T17:38:00Z\"",
                        12,
                        "recovery.writes",
                        "",
                        Reason.OUT_OF_RANGE),
                arguments(
                        "- {at: \"2017-02-28T20:26:00Z\", missing: 1}",
                        "- soon",
                        10,
                        "recovery.reads[1]",
                        "soon",
                        Reason.WRONG_TYPE),
                arguments(
                        "demonstration: true", "demonstration: maybe", 13, "demonstration", "maybe", Reason.WRONG_TYPE),
                arguments("demonstration: true", "title: demonstration", 13, "title", "title", Reason.DUPLICATE),
                arguments(
                        "sources: [\"a citation\"]",
                        "sources: a citation",
                        14,
                        "sources",
                        "a citation",
                        Reason.WRONG_TYPE),
                arguments("sources: [\"a citation\"]", "sources: [\"a citation\"", 15, "", "", Reason.MALFORMED));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void fault_refusesTheFileWithLineAndKey(
            String from, String to, long line, String key, String value, Reason reason) {
        folders.replace(EVENT, from, to);

        Problem problem = folders.onlyRefusal();

        assertThat(problem.place()).isEqualTo(new Place("demo/event.yaml", line, key));
        assertThat(problem.value()).isEqualTo(value);
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.effect()).isEqualTo(Problem.Effect.FILE_REFUSED);
    }

    @Test
    void severalFaults_areAllNamed() {
        folders.replace(EVENT, "id: demo", "id: Demo")
                .replace(EVENT, "20%", "much")
                .replace(EVENT, "20:26:00Z", "20:26:00");

        assertThat(folders.read().problems())
                .extracting(problem -> problem.place().column())
                .containsExactly("id", "published_threshold", "recovery.reads[1].at");
    }

    @Test
    void unknownKeys_areNoted() {
        folders.replace(EVENT, "given_by:", "givenby: x, given_by:").append(EVENT, "colour: red\n");

        Checked<Input> input = folders.read();

        assertThat(input.value()).isPresent();
        assertThat(input.problems())
                .allSatisfy(problem -> assertThat(problem.reason()).isEqualTo(Reason.UNKNOWN_NAME))
                .allSatisfy(problem -> assertThat(problem.effect()).isEqualTo(Problem.Effect.NOTED))
                .extracting(Problem::place)
                .containsExactlyInAnyOrder(
                        new Place("demo/event.yaml", 16, "colour"), new Place("demo/event.yaml", 3, "window.givenby"));
    }

    @ParameterizedTest
    @MethodSource
    void textThatIsNoEvent_isRefused(String text) {
        folders.write(EVENT, text);

        assertThat(folders.read().value()).isEmpty();
        assertThat(folders.read().problems()).anyMatch(problem -> problem.effect() == Problem.Effect.FILE_REFUSED);
    }

    static List<String> textThatIsNoEvent_isRefused() {
        return List.of(
                "",
                "# nothing",
                "demo",
                "- demo",
                "{}",
                "a: 1\n---\nb: 2",
                "a: &x [*x]\nid: *x",
                "? [a]\n: b",
                "%YAML 9.9\n---\na: 1",
                "a: !!java.lang.Runtime b",
                "[".repeat(100_000),
                "- ".repeat(100_000),
                "a: ".repeat(1000),
                "x".repeat(2 << 20),
                "\u0000");
    }

    @Test
    void manyAliases_areRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            String last = "*a" + (i - 1);
            text.append("a" + i + ": &a" + i + " [" + last + ", " + last + "]\n");
        }

        assertThat(folders.write(EVENT, text.toString()).onlyRefusal().reason()).isEqualTo(Reason.MALFORMED);
    }

    /** Wherever the reader of YAML ends one of its buffers, half a character before it does not matter. */
    @Test
    void charactersOfTwoHalves_areReadAnywhere() {
        for (int before = 960; before < 1080; before++) {
            String comment = "# " + "x".repeat(before) + "\ud83d\ude00\n";
            folders.change(
                    EVENT, text -> comment + text.substring(text.startsWith("# x") ? text.indexOf('\n') + 1 : 0));

            assertThat(folders.read().value())
                    .as("%d characters before", before)
                    .isPresent();
        }
    }
}
