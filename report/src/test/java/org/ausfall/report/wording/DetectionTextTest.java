package org.ausfall.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.ausfall.core.detection.Bins;
import org.ausfall.core.detection.Detector;
import org.ausfall.core.detection.Marking;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Threshold;
import org.junit.jupiter.api.Test;

class DetectionTextTest {
    private static final Duration BIN = Duration.ofMinutes(5);

    /** Beside a window of so many hours, in measurements of fewer than five days. */
    private static String beside(int hours) {
        Marking marking = new Marking(new Bins(Instant.EPOCH, BIN), BIN, Threshold.parse("30%"));
        return new DetectionText(new Detector(marking).detect())
                .beside(new OutageWindow(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofHours(hours))));
    }

    @Test
    void windowLongerThanCanBeSeen_isNotCalledQuiet() {
        assertThat(beside(7))
                .contains("cannot be said: the window is longer than the 6 hours")
                .contains("at least 30 % slower")
                .doesNotContain("no outage");
    }

    @Test
    void windowWithoutAnOutageFound_saysWithWhichThreshold() {
        assertThat(beside(6)).contains("no outage of three sites or more").contains("at least 30 % slower");
    }
}
