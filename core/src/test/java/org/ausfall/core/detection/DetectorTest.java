package org.ausfall.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Threshold;
import org.junit.jupiter.api.Test;

/** Detection on measurements without noise, polled every 5 minutes from midnight, where every number can be told beforehand. */
class DetectorTest {
    private static final Instant MIDNIGHT = Instant.parse("2017-02-20T00:00:00Z");
    private static final Duration POLL = Duration.ofMinutes(5);
    private static final int DAY = 288;
    private static final double DOWN = Double.POSITIVE_INFINITY;

    private final Detector detector = new Detector(
            new Marking(Bins.containing(MIDNIGHT.minusSeconds(86_400), POLL), POLL, Threshold.parse("20%")));

    /** A series of so many polls; the factor says how many times as long as usual each took. */
    private static SampleSeries series(int polls, IntToDoubleFunction factor) {
        long[] packed = new long[polls];
        int size = 0;
        for (int i = 0; i < polls; i++) {
            double times = factor.applyAsDouble(i);
            int result = times == DOWN ? Sample.of(Outcome.NO_RESPONSE) : Sample.ok((int) (100_000 * times));
            packed[size] = Sample.pack(i * POLL.toMillis(), result);
            size += Double.isNaN(times) ? 0 : 1;
        }
        return SampleSeries.ofOwned(MIDNIGHT, Arrays.copyOf(packed, size));
    }

    private static double during(int poll, int from, int to, double factor) {
        return poll >= from && poll < to ? factor : 1;
    }

    private void addSites(int from, int to, SampleSeries series) {
        for (int site = from; site < to; site++) {
            detector.add(detector.marking().site("site-" + site, Map.of("ams", series, "fra", series)));
        }
    }

    private static OutageWindow polls(int from, int to) {
        return new OutageWindow(MIDNIGHT.plus(POLL.multipliedBy(from)), MIDNIGHT.plus(POLL.multipliedBy(to)));
    }

    @Test
    void anOutage_isFoundToTheBin_withWhoTookPart() {
        addSites(0, 6, series(7 * DAY, poll -> during(poll, 1000, 1012, 2)));
        addSites(6, 20, series(7 * DAY, poll -> 1));
        Detection detection = detector.detect();
        assertThat(detection.sites()).isEqualTo(20);
        assertThat(detection.locations()).isEqualTo(2);
        assertThat(detection.outages()).singleElement().satisfies(outage -> {
            assertThat(outage.window()).isEqualTo(polls(1000, 1012));
            assertThat(outage.startGive()).isEqualTo(POLL);
            assertThat(outage.endGive()).isEqualTo(POLL);
            assertThat(outage.atPeak()).isEqualTo(Share.of(6, 20));
            assertThat(outage.seenFrom()).isEqualTo(2);
            assertThat(outage.participants())
                    .extracting(Participant::site)
                    .containsExactly("site-0", "site-1", "site-2", "site-3", "site-4", "site-5");
            assertThat(outage.participants())
                    .allSatisfy(site -> assertThat(new OutageWindow(site.start(), site.end()))
                            .isEqualTo(polls(1000, 1012)));
            // 1000 polls before and 1004 after it hold 83 stretches of 12 each.
            assertThat(outage.quiet()).isEqualTo(new QuietStretches(166, 0, Share.ZERO));
            assertThat(outage.quiet().confidence()).hasValue(1 - 1 / 167.0);
        });
    }

    /** Each location asks once an hour, at a minute of its own. */
    private static SampleSeries hourly(int minute) {
        return series(7 * DAY, poll -> poll % 12 == minute / 5 ? 1 : Double.NaN);
    }

    @Test
    void sitesAskedLessOftenThanABin_areNamedAsNotJudged() {
        addSites(0, 6, series(7 * DAY, poll -> during(poll, 1000, 1012, 2)));
        detector.add(detector.marking()
                .site("hourly", Map.of("ams", hourly(5), "fra", hourly(20), "nyc", hourly(40), "sin", hourly(55))));
        detector.add(detector.marking().site("new", Map.of("ams", series(7, poll -> 1))));
        Detection detection = detector.detect();
        assertThat(detection.sites()).isEqualTo(6);
        assertThat(detection.tooSeldom()).containsExactly("hourly");
        assertThat(detection.tooFew()).containsExactly("new");
        assertThat(detection.outages()).hasSize(1);
    }

    @Test
    void sitesThatFail_countAsThoseThatAreSlow() {
        addSites(0, 6, series(7 * DAY, poll -> during(poll, 1000, 1003, DOWN)));
        addSites(6, 20, series(7 * DAY, poll -> 1));
        assertThat(detector.detect().outages())
                .extracting(DetectedOutage::window)
                .containsExactly(polls(1000, 1003));
    }

    @Test
    void aSlowdownBelowTheThreshold_isNone() {
        addSites(0, 20, series(7 * DAY, poll -> during(poll, 1000, 1012, 1.19)));
        assertThat(detector.detect().outages()).isEmpty();
    }

    @Test
    void fewSites_areNoOutage() {
        addSites(0, 5, series(7 * DAY, poll -> during(poll, 1000, 1012, 2)));
        addSites(5, 40, series(7 * DAY, poll -> 1));
        assertThat(detector.detect().outages()).isEmpty();
    }

    @Test
    void oneOfTwoLocations_isNoOutage() {
        SampleSeries slow = series(7 * DAY, poll -> during(poll, 1000, 1012, 3));
        SampleSeries quiet = series(7 * DAY, poll -> 1);
        for (int site = 0; site < 20; site++) {
            detector.add(detector.marking().site("site-" + site, Map.of("ams", slow, "fra", quiet)));
        }
        assertThat(detector.detect().outages()).isEmpty();
    }

    @Test
    void sitesOfOneLocationEach_areSlowOnlyWhereOneLocationIs_whichIsSaid() {
        SampleSeries slow = series(7 * DAY, poll -> during(poll, 1000, 1012, 3));
        SampleSeries quiet = series(7 * DAY, poll -> 1);
        for (int site = 0; site < 30; site++) {
            SampleSeries series = site % 3 == 0 ? slow : quiet;
            detector.add(detector.marking().site("site-" + site, Map.of("loc-" + site % 3, series)));
        }
        Detection detection = detector.detect();
        assertThat(detection.outages()).isEmpty();
        assertThat(detection.localTroubles()).containsExactly(polls(1000, 1012));
    }

    @Test
    void whatIsSlowForGood_isUsualFromThenOn() {
        addSites(0, 20, series(7 * DAY, poll -> poll < 1000 ? 1 : 2));
        assertThat(detector.detect().outages()).isEmpty();
    }

    @Test
    void aDailyRhythm_isUsual() {
        addSites(0, 20, series(7 * DAY, poll -> 1 + 0.5 * Math.pow(Math.sin(Math.PI * poll / DAY), 2)));
        assertThat(detector.detect().outages()).isEmpty();
    }

    @Test
    void anOutageAtEitherEnd_saysThatItGoesOnBeyond() {
        addSites(0, 10, series(7 * DAY, poll -> poll < 12 || poll >= 7 * DAY - 6 ? 3 : 1));
        addSites(10, 20, series(7 * DAY, poll -> 1));
        List<DetectedOutage> outages = detector.detect().outages();
        assertThat(outages)
                .extracting(DetectedOutage::window)
                .containsExactly(polls(0, 12), polls(7 * DAY - 6, 7 * DAY));
        assertThat(outages).extracting(DetectedOutage::startsBefore).containsExactly(true, false);
        assertThat(outages).extracting(DetectedOutage::endsAfter).containsExactly(false, true);
    }

    @Test
    void aGapBeforeTheStart_isAsFarAsTheStartMayBeOff() {
        addSites(0, 20, series(7 * DAY, poll -> poll >= 980 && poll < 1000 ? Double.NaN : during(poll, 1000, 1012, 2)));
        assertThat(detector.detect().outages()).singleElement().satisfies(outage -> {
            assertThat(outage.window()).isEqualTo(polls(1000, 1012));
            assertThat(outage.startGive()).isEqualTo(POLL.multipliedBy(21));
            assertThat(outage.endGive()).isEqualTo(POLL);
        });
    }

    @Test
    void twoOutages_areTwo_andPausesOfHalfAnHourAreNone() {
        addSites(
                0,
                20,
                series(
                        7 * DAY,
                        poll -> Math.max(
                                during(poll, 500, 512, 2),
                                Math.max(during(poll, 518, 530, 2), during(poll, 1000, 1012, 2)))));
        assertThat(detector.detect().outages())
                .extracting(DetectedOutage::window)
                .containsExactly(polls(500, 530), polls(1000, 1012));
    }

    @Test
    void theOrderInWhichSitesCome_changesNothing() {
        SortedMap<String, SampleSeries> sites = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            int shift = i;
            sites.put("site-" + i, series(7 * DAY, poll -> during(poll, 1000 + shift, 1040, 2)));
        }
        List<String> order = new ArrayList<>(sites.keySet());
        Collections.shuffle(order, new Random(3));
        Detector other = new Detector(detector.marking());
        sites.forEach((site, series) -> detector.add(detector.marking().site(site, Map.of("ams", series))));
        order.forEach(site -> other.add(other.marking()
                .site(site, Map.of("ams", sites.getOrDefault(site, SampleSeries.empty(MIDNIGHT))))));
        assertThat(other.detect().outages()).isEqualTo(detector.detect().outages());
    }

    @Test
    void withoutMeasurements_nothingIsFound() {
        addSites(0, 3, SampleSeries.empty(MIDNIGHT));
        Detection detection = detector.detect();
        assertThat(detection.outages()).isEmpty();
        assertThat(detection.sites()).isZero();
        assertThat(detection.length()).isZero();
    }
}
