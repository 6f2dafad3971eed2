package org.ausfall.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.exposure.AffectedProfile;
import org.ausfall.core.exposure.ClassifiedFrom;
import org.ausfall.core.exposure.CountRange;
import org.ausfall.core.exposure.Course;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.MeasuredExposure;
import org.ausfall.core.exposure.PlaceboCounts;
import org.ausfall.core.exposure.SiteCertainty;
import org.ausfall.core.exposure.SiteFinding;
import org.ausfall.core.exposure.SiteState;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.precision.PlaceboWindow;
import org.ausfall.core.precision.Site;
import org.ausfall.core.precision.SiteEvidence;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.core.simulation.Seed;
import org.junit.jupiter.api.Test;

class MeasuredTextTest {
    private static final List<PlaceboWindow> DAYS =
            PlaceboWindow.of(new OutageWindow(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofHours(4))));

    private static final SiteFinding AFFECTED = new SiteFinding(
            new Retailer(
                    "shop",
                    "Shop",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Provenance.UNKNOWN,
                    "",
                    Map.of()),
            Optional.empty(),
            SiteState.AFFECTED,
            ClassifiedFrom.TIMES,
            Optional.empty(),
            "");

    private static MeasuredExposure measured(double typicalError, int... affected) {
        PlaceboCounts placebo = new PlaceboCounts(IntStream.range(0, affected.length)
                .mapToObj(i -> new PlaceboCounts.Count(DAYS.get(i), 100, affected[i]))
                .toList());
        return new MeasuredExposure(
                List.of(), new CountRange(50, 54, 58), Optional.of(typicalError), placebo, List.of(), List.of());
    }

    private static Exposure exposure(MeasuredExposure measured) {
        return new Exposure(
                AffectedProfile.APICA_2017,
                Threshold.parse("20%"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(measured));
    }

    /** The sentence where so many sites are affected. */
    private static String placebo(int affected, PlaceboCounts placebo) {
        List<SiteFinding> sites = Collections.nCopies(affected, AFFECTED);
        Exposure exposure = new Exposure(
                AffectedProfile.APICA_2017,
                Threshold.parse("20%"),
                sites,
                List.of(),
                Optional.empty(),
                Optional.empty());
        return MeasuredText.placebo(exposure, placebo);
    }

    @Test
    void quietSites_giveARange_andNoWarning() {
        MeasuredExposure quiet = measured(0.05);
        assertThat(MeasuredText.range(exposure(quiet))).contains("P5-P95 50-58");
        assertThat(MeasuredText.noise(quiet)).isEmpty();
    }

    /** Twenty samples of 100 ms before, then so many of 150 ms during the outage, a minute apart. */
    private static SiteEvidence evidence(int during) {
        long[] packed = IntStream.range(0, 20 + during)
                .mapToLong(i -> Sample.pack(60_000L * i, Sample.ok(i < 20 ? 100_000 : 150_000)))
                .toArray();
        Instant outage = Instant.EPOCH.plus(Duration.ofMinutes(20));
        ComparedWindows windows = ComparedWindows.of(
                new OutageWindow(outage, outage.plus(Duration.ofMinutes(during))),
                new OutageWindow(Instant.EPOCH, outage));
        Site site = new Site("shop", List.of("l"), List.of(SampleSeries.ofOwned(Instant.EPOCH, packed)));
        return SiteEvidence.of(site, windows, List.of(), new Seed(1)).evidence();
    }

    @Test
    void sitesWithFewDurations_giveTheirOwnReasonInPlaceOfTheRange() {
        SiteCertainty site =
                new SiteCertainty(AFFECTED, evidence(5), 1, new Course(Optional.empty(), Optional.empty(), 0, 0));
        MeasuredExposure few = new MeasuredExposure(
                List.of(site),
                new CountRange(1, 1, 1),
                Optional.of(0.0),
                new PlaceboCounts(List.of()),
                List.of(),
                List.of());
        assertThat(MeasuredText.range(exposure(few))).isEmpty();
        assertThat(MeasuredText.noise(few)).contains("fewer than 8 answers").doesNotContain("standard error");
    }

    @Test
    void noisySites_giveAWarningInPlaceOfTheRange() {
        MeasuredExposure noisy = measured(0.072);
        assertThat(MeasuredText.range(exposure(noisy))).isEmpty();
        assertThat(MeasuredText.noise(noisy)).contains("is 7.2 points, above 5").contains("too high");
    }

    @Test
    void fewWindows_areListed_withoutAPercentile() {
        MeasuredExposure few = measured(0.01, 3, 0, 1);
        assertThat(MeasuredText.placebo(exposure(few), few.placebo()))
                .contains("On 3 windows of the same length")
                .contains("calls 3, 0, 1 (too few windows for a P95) sites affected")
                .doesNotContain("median");
    }

    @Test
    void manyWindows_areSummedUp() {
        int[] counts = IntStream.range(0, 48).map(i -> i % 4).toArray();
        MeasuredExposure many = measured(0.01, counts);
        assertThat(MeasuredText.placebo(exposure(many), many.placebo()))
                .contains("On 48 windows")
                .contains("calls 0 to 3 (median 2, P95 3; same weekday and hours: ");
    }

    @Test
    void countWithinNormalDays_isNotSetAgainstTheirMedian() {
        PlaceboCounts many = measured(
                        0.01, IntStream.range(0, 48).map(i -> i % 10).toArray())
                .placebo();
        assertThat(placebo(9, many)).endsWith("; so the count is no more than normal days show.");
        assertThat(placebo(10, many)).endsWith("; so about 6 are more than a normal day explains.");
        PlaceboCounts few = measured(0.01, 3, 0, 1).placebo();
        assertThat(placebo(3, few)).endsWith("; so the count is no more than normal days show.");
        assertThat(placebo(4, few)).endsWith("; so about 3 are more than a normal day explains.");
    }

    @Test
    void oneSiteMore_isSaidInTheSingular() {
        PlaceboCounts two = measured(0.01, 2, 2).placebo();
        assertThat(placebo(3, two)).endsWith("; so about 1 is more than a normal day explains.");
    }

    @Test
    void nobodyOnNormalDays_leavesTheWholeCount() {
        PlaceboCounts none = measured(0.01, 0, 0).placebo();
        assertThat(placebo(3, none))
                .endsWith("calls no site affected (profile apica-2017); so 3 are more than a normal day explains.");
    }

    @Test
    void nobodyAffected_isNotSetAgainstNormalDays() {
        assertThat(placebo(0, measured(0.01, 1).placebo()))
                .endsWith("calls 1 (too few windows for a P95) site affected (profile apica-2017).");
    }

    @Test
    void noWindow_isSaidToBeUnknown() {
        MeasuredExposure none = measured(0.01);
        assertThat(MeasuredText.placebo(exposure(none), none.placebo())).contains("cannot be known");
    }
}
