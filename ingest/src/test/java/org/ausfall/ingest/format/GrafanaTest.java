package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.junit.jupiter.api.Test;

/** The traps of Grafana's panel data, wide and long. Fixtures are made by hand. */
class GrafanaTest {
    private static ReadOptions decimal(DecimalMark mark) {
        return new ReadOptions(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(mark));
    }

    private static ReadOptions unit(Unit unit) {
        return new ReadOptions(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(unit), Optional.empty());
    }

    @Test
    void unitsInsideCells_count() {
        Converted read = Converted.of("Time,a,b,c,d,e\n1488303420000,12.5 ms,1.2 s,850 µs,2 min,1500 ns\n");

        assertThat(read.rows())
                .containsExactly(
                        "2017-02-28T17:37:00.000Z,a,-,12.500,,ok,check,1",
                        "2017-02-28T17:37:00.000Z,b,-,1200.000,,ok,check,1",
                        "2017-02-28T17:37:00.000Z,c,-,0.850,,ok,check,1",
                        "2017-02-28T17:37:00.000Z,d,-,120000.000,,ok,check,1",
                        "2017-02-28T17:37:00.000Z,e,-,0.002,,ok,check,1");
    }

    @Test
    void numbersWithoutUnit_needOne() {
        String text = "Time,a\n1488303420000,12.5\n";

        assertThat(Converted.of(text).problem().detail()).contains("--unit");
        assertThat(Converted.of(text, unit(Unit.S)).rows().get(0)).contains(",12500.000,");
    }

    @Test
    void wholeColumnWithoutUnit_isNotSilentlyTakenForMilliseconds() {
        Converted read = Converted.of("Time,a\n1488303420000,12.5\n1488303480000,13.5\n");

        assertThat(read.rows()).isEmpty();
        assertThat(read.problems()).extracting(Problem::reason).containsOnly(Reason.MISSING_VALUE);
    }

    @Test
    void oldVersionsWithSemicolonSepLineAndThousands_areRead() {
        assertThat(Converted.of("""
                sep=;
                "Series";"Time";"Value"
                "shop.example";"2018-12-12T12:00:00+11:00";1,721.283 ms
                """).rows())
                .containsExactly("2018-12-12T01:00:00.000Z,shop.example,-,1721.283,,ok,check,1");
    }

    @Test
    void decimalComma_isUnderstood_andWhatCouldBeEitherIsRefused() {
        String text = "Series;Time;Value\na;2018-12-12T12:00:00Z;12,5 ms\na;2018-12-12T12:01:00Z;1,721 ms\n";

        Converted read = Converted.of(text);
        assertThat(read.rows()).containsExactly("2018-12-12T12:00:00.000Z,a,-,12.500,,ok,check,1");
        assertThat(read.problem().reason()).isEqualTo(Reason.CONTRADICTION);
        assertThat(read.problem().detail()).contains("1721").contains("1.721").contains("--decimal");
        assertThat(Converted.of(text, decimal(DecimalMark.COMMA)).rows().get(1)).contains(",1.721,");
        assertThat(Converted.of("Series;Time;Value\na;2018-12-12T12:01:00Z;1,721 ms\n", decimal(DecimalMark.POINT))
                        .rows()
                        .get(0))
                .contains(",1721.000,");
    }

    @Test
    void labels_nameTheSite() {
        assertThat(Converted.of("""
                "Time","probe{instance=""https://Shop.example:443/a"", job=""b""}"
                1488303420000,812 ms
                """).rows())
                .containsExactly("2017-02-28T17:37:00.000Z,shop.example,-,812.000,,ok,check,1");
    }

    @Test
    void duplicateSeries_areRefusedClearly() {
        Converted read = Converted.of("Time,a,a\n1488303420000,1 ms,2 ms\n");

        assertThat(read.refused()).isTrue();
        assertThat(read.problem().place().toString()).isEqualTo("in.txt:1: a");
        assertThat(read.problem().detail()).contains("twice");
    }

    @Test
    void gaps_arePassedOver_notFilledIn() {
        Converted read = Converted.of("Time,a,b\n1488303420000,,5 ms\n1488303480000,null,undefined\n");

        assertThat(read.rows()).hasSize(1);
        assertThat(read.file().rows()).isEqualTo(4);
        assertThat(read.file().skipped()).containsEntry("cells without a value", 3L);
    }

    @Test
    void localizedDates_needAZone() {
        String text = "Time,a\n02/28/2017 12:37:00,5 ms\n";

        assertThat(Converted.of(text).problem().reason()).isEqualTo(Reason.NO_ZONE);
        assertThat(Converted.of(text, Converted.zone("America/New_York")).rows().get(0))
                .startsWith("2017-02-28T17:37:00.000Z");
        assertThat(Converted.of("Time,a\n2017-02-28 12:37:00,5 ms\n", Converted.UTC)
                        .rows()
                        .get(0))
                .startsWith("2017-02-28T12:37:00.000Z");
    }

    @Test
    void badCell_isShownAtItsLineAndSeries() {
        Converted read = Converted.of("Time,a,b\n1488303420000,5 ms,7 ms\n1488303480000,5 ms,7 parsecs\n");

        assertThat(read.problem().place().toString()).isEqualTo("in.txt:3: b");
        assertThat(read.problem().value()).isEqualTo("7 parsecs");
        assertThat(read.rows()).hasSize(3);
    }

    @Test
    void utf16_asSpreadsheetsSaveIt_isRead() {
        byte[] text = "\ufeffTime\ta\n1488303420000\t5 ms\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(Converted.of(text, ReadOptions.NONE).rows()).hasSize(1);
    }
}
