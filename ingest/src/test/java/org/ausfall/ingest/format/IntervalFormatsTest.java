package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.Downtime;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.ingest.probe.ProbeScanner;
import org.ausfall.ingest.probe.SiteSamples;
import org.junit.jupiter.api.Test;

/** The traps of Catchpoint and WebPageTest. Fixtures are made by hand. */
class IntervalFormatsTest {
    private static final String CATCHPOINT = """
                Chart:,Performance
                "Tests:","[12345] - Shop, home"

                Time,Avg Webpage Response (ms),% Availability,# Runs
                """;
    private static final ReadOptions NEW_YORK = Converted.zone("America/New_York");

    @Test
    void preamble_isPassedOver_andNamesTheTest() {
        assertThat(Converted.of(CATCHPOINT + "2/28/2017 12:37:00 PM,2000.5,100,1\n", NEW_YORK)
                        .rows())
                .containsExactly("2017-02-28T17:37:00.000Z,\"Shop, home\",-,2000.500,,ok,page_load,1");
    }

    @Test
    void idInFrontOfTheName_isDropped() {
        assertThat(Converted.of("""
                Time,Test,City,Avg Webpage Response (ms),% Availability,# Runs
                2/28/2017 12:37:00 AM,[7] - shop.example,Boston,1,100,1
                """, NEW_YORK).rows())
                .containsExactly("2017-02-28T05:37:00.000Z,shop.example,Boston,1.000,,ok,page_load,1");
    }

    @Test
    void localTime_isRefusedWithoutAZone_andRowByRowWhenClocksWereChanged() {
        String text = CATCHPOINT + "11/5/2017 1:30:00 AM,1,100,1\n3/12/2017 2:30:00 AM,1,100,1\n"
                + "11/5/2017 3:30:00 AM,1,100,1\n";

        assertThat(Converted.of(text).problem().reason()).isEqualTo(Reason.NO_ZONE);
        Converted read = Converted.of(text, NEW_YORK);
        assertThat(read.rows()).hasSize(1);
        assertThat(read.problems().get(0).detail()).contains("twice");
        assertThat(read.problems().get(1).detail()).contains("never");
    }

    @Test
    void weightAndAvailability_makeSoManyMeasurements() {
        Converted read = Converted.of(
                CATCHPOINT + "2/28/2017 12:35:00 PM,1,100,10\n2/28/2017 12:40:00 PM,1,80,10\n"
                        + "2/28/2017 12:45:00 PM,-,0,10\n2/28/2017 12:50:00 PM,-,0,0\n",
                NEW_YORK);
        int ok = 0;
        int failed = 0;
        for (String row : read.rows()) {
            int weight = Integer.parseInt(row.substring(row.lastIndexOf(',') + 1));
            ok += row.contains(",ok,") ? weight : 0;
            failed += row.contains(",no_response,") ? weight : 0;
        }

        assertThat(List.of(ok, failed)).isEqualTo(List.of(18, 12));
        assertThat(read.file().good()).isEqualTo(3);
        assertThat(read.file().skipped()).containsEntry("intervals without a measurement", 1L);
    }

    @Test
    void someFailuresInAnInterval_areNoDowntime_butMostAre() {
        assertThat(downtimes("60")).isEmpty();
        assertThat(downtimes("40")).isEmpty();
        assertThat(downtimes("0")).isNotEmpty();
    }

    private static List<Downtime> downtimes(String availability) {
        String text = CATCHPOINT + ("2/28/2017 12:40:00 PM,1," + availability + ",10\n");
        OutageWindow event =
                new OutageWindow(Instant.parse("2017-02-28T17:37:00Z"), Instant.parse("2017-02-28T21:54:00Z"));
        OutageWindow before = new OutageWindow(Instant.parse("2017-02-27T17:37:00Z"), event.start());
        List<SampleSeries> series = new ArrayList<>();
        try (var scan = FormatScanner.of(ProbeScanner.of(ComparedWindows.of(event, before)), NEW_YORK)
                .scan(List.of(Converted.input("a", text.getBytes(StandardCharsets.UTF_8))), p -> {})
                .value()
                .orElseThrow()
                .scan()) {
            scan.forEachSite(SiteSamples::series, series::addAll);
        }
        return Downtime.find(series.get(0));
    }

    @Test
    void impossibleWeights_areBadRows() {
        Converted read = Converted.of(
                CATCHPOINT + "2/28/2017 12:35:00 PM,1,100,2000\n2/28/2017 12:40:00 PM,1,101,10\n"
                        + "2/28/2017 12:45:00 PM,1,100,1.5\n",
                NEW_YORK);

        assertThat(read.problems()).hasSize(3).allMatch(problem -> problem.reason() == Reason.OUT_OF_RANGE);
    }

    @Test
    void webPageTest_commaAtTheEndAndCachedTwice_areNoTrouble() {
        Converted read = Converted.of("""
                "Date","Time","URL","Load Time (ms)","Error Code","Cached","Cached",
                "2/28/2017","17:37:05","https://shop.example/","2431","0","0","0",
                "2/28/2017","17:38:05","https://shop.example/","31","0","1","0",
                "2/28/2017","17:39:05","https://shop.example/","31","12999","0","0",
                "2/28/2017","17:40:05","https://shop.example/","31","404","0","0",
                "2/28/2017","17:41:05","https://shop.example/","31","99999","0","0",
                """, Converted.UTC);

        assertThat(read.problems()).isEmpty();
        assertThat(read.rows())
                .containsExactly(
                        "2017-02-28T17:37:05.000Z,shop.example,-,2431.000,,ok,page_load,1",
                        "2017-02-28T17:39:05.000Z,shop.example,-,,,no_response,page_load,1",
                        "2017-02-28T17:40:05.000Z,shop.example,-,,,reachable,page_load,1",
                        "2017-02-28T17:41:05.000Z,shop.example,-,31.000,,ok,page_load,1");
        assertThat(read.file().skipped()).hasSize(1);
    }
}
