package org.ausfall.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.ausfall.core.detection.Bins;
import org.ausfall.core.detection.Detector;
import org.ausfall.core.detection.Marking;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.measurement.SampleSeries;
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
    void sitesThatCouldNotBeJudged_areCountedAndNamed() {
        Marking marking = new Marking(new Bins(Instant.EPOCH, BIN), BIN, Threshold.parse("30%"));
        Detector detector = new Detector(marking);
        detector.add(marking.site("often", Map.of("ams", every(5, 0))));
        detector.add(marking.site("hourly-1", Map.of("ams", every(60, 0), "fra", every(60, 30))));
        detector.add(marking.site("hourly-2", Map.of("ams", every(60, 10), "fra", every(60, 40))));
        detector.add(marking.site("new", Map.of("ams", every(24 * 60, 0))));
        DetectionText text = new DetectionText(detector.detect());

        assertThat(text.cautions())
                .contains(
                        "2 sites are asked less often than every 5 min from most of the locations, and could not be judged:"
                                + " hourly-1, hourly-2. A longer --bin takes them in.",
                        "1 site has fewer than 8 measurements that succeeded from any one location, and could not be"
                                + " judged: new.");
        assertThat(text.beside(new OutageWindow(Instant.EPOCH, Instant.EPOCH.plus(BIN))))
                .endsWith("could not be judged: hourly-1, hourly-2.");
    }

    @Test
    void noSiteAskedOftenEnough_isNotCalledTooFewMeasurements() {
        Marking marking = new Marking(new Bins(Instant.EPOCH, BIN), BIN, Threshold.parse("30%"));
        Detector detector = new Detector(marking);
        detector.add(marking.site("hourly", Map.of("ams", every(60, 0), "fra", every(60, 30))));
        DetectionText text = new DetectionText(detector.detect());

        assertThat(text.lookedAt()).isEqualTo("No site could be judged.");
        assertThat(text.cautions()).anyMatch(caution -> caution.startsWith("1 site is asked less often"));
    }

    /** Two days of successes, one each so many minutes, from that minute on. */
    private static SampleSeries every(int minutes, int first) {
        int size = 2 * 24 * 60 / minutes;
        long[] packed = new long[size];
        for (int i = 0; i < size; i++) {
            packed[i] = Sample.pack(60_000L * (first + (long) i * minutes), Sample.ok(100_000));
        }
        return SampleSeries.ofOwned(Instant.EPOCH, packed);
    }

    @Test
    void windowWithoutAnOutageFound_saysWithWhichThreshold() {
        assertThat(beside(6)).contains("no outage of three sites or more").contains("at least 30 % slower");
    }
}
