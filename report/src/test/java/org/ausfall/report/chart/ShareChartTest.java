package org.ausfall.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ausfall.core.exposure.ShareAt;
import org.ausfall.core.quantity.OutageWindow;
import org.junit.jupiter.api.Test;

class ShareChartTest {
    private static final Instant START = Instant.parse("2026-03-24T12:00:00Z");

    /** Bins of five minutes; the outage ends after the first four. */
    private static ShareChart chart(int... measured) {
        List<ShareAt> shares = IntStream.range(0, measured.length)
                .mapToObj(i -> new ShareAt(
                        START.plus(Duration.ofMinutes(5L * i)),
                        measured[i],
                        0,
                        OptionalDouble.empty(),
                        OptionalDouble.empty()))
                .toList();
        return ShareChart.of(shares, new OutageWindow(START, START.plus(Duration.ofMinutes(20))), "20");
    }

    @Test
    void measurementsThatGoOnAfterTheOutage_fillTheDrawing() {
        assertThat(chart(5, 5, 5, 5, 5, 5).path()).endsWith("H690");
    }

    @Test
    void nothingMeasuredAfterTheOutage_takesNoRoom() {
        assertThat(chart(5, 5, 5, 5, 5, 0, 0, 0)).isEqualTo(chart(5, 5, 5, 5, 5));
        assertThat(chart(5, 0, 5, 5, 0, 5, 0)).isEqualTo(chart(5, 0, 5, 5, 0, 5));
    }

    @Test
    void nothingMeasuredDuringTheOutage_staysVisible() {
        assertThat(chart(5, 5, 5, 0, 0, 0).windowWidth()).isEqualTo("634");
        assertThat(chart(5, 5, 5, 0, 0, 0).path()).doesNotContain("H690");
    }
}
