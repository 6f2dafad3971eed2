package org.ausfall.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.ausfall.core.Cases;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.DemandProfile;
import org.ausfall.core.assumption.DeviceResponse;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.assumption.Scale;
import org.ausfall.core.evidence.RecoveryCurve;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.simulation.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTest {
    private static final DelayResponse RESPONSE = new DelayResponse(Cases.response());

    /** Akamai 2017 (State of Online Retail Performance): change of conversion 0.1 s and 2 s above the optimum. */
    @ParameterizedTest
    @CsvSource({
        "desktop,1.8,.2306,.9775,-2.4,-36.5",
        "phone,2.7,.2189,.4730,-7.1,-26.2",
        "tablet,1.9,.1815,.6708,-3.8,-25.1"
    })
    void conversionLoss_goesThroughBothPublishedPoints(
            String device, double optimum, double a, double k, double after100ms, double after2s) {
        DelayResponse one = new DelayResponse(
                new ResponseCurves(List.of(new DeviceResponse(device, 1, optimum, a, k)), 2.58, 18.6));
        assertThat(-100 * one.conversionLoss(optimum, optimum + 0.1, 1, 1)).isCloseTo(after100ms, within(0.06));
        assertThat(-100 * one.conversionLoss(optimum, optimum + 2, 1, 1)).isCloseTo(after2s, within(0.06));
    }

    /** Load-time abandonment data of 2005 (J. Schutz): share still waiting; the Weibull fit misses by at most 5.3 points. */
    @ParameterizedTest
    @CsvSource({"10,84", "15,51", "20,26", "30,5"})
    void abandonmentLoss_followsTheData(double seconds, double stillWaiting) {
        assertThat(100 * (1 - RESPONSE.abandonmentLoss(0, seconds, 1))).isCloseTo(stillWaiting, within(5.4));
    }

    @Test
    void nothingChanged_losesNothing() {
        assertThat(RESPONSE.conversionLoss(5, 5, 1, 0.3)).isZero();
        assertThat(RESPONSE.abandonmentLoss(5, 5, 1)).isZero();
    }

    @Test
    void deadSite_losesEverything() {
        assertThat(RESPONSE.conversionLoss(5, 5, 0, 0.3)).isCloseTo(1, within(1e-12));
        assertThat(RESPONSE.abandonmentLoss(5, 500, 0)).isEqualTo(1);
    }

    @Test
    void belowTheOptimum_orFaster_losesNothing_andIsNeverNaN() {
        assertThat(RESPONSE.conversionLoss(0.2, 1.5, 1, 1)).isZero();
        assertThat(RESPONSE.conversionLoss(0, 0, 1, 1)).isZero();
        assertThat(RESPONSE.conversionLoss(9, 3, 1, 1)).isZero();
        assertThat(RESPONSE.abandonmentLoss(9, 3, 1)).isZero();
        assertThat(RESPONSE.abandonmentLoss(0, 0, 1)).isZero();
    }

    @Test
    void loss_growsWithDelay_andStaysInItsRange() {
        double last = 0;
        for (double during = 5; during < 200; during += 0.5) {
            double loss = RESPONSE.conversionLoss(5, during, 1, 0.3);
            assertThat(loss).isBetween(last, 1.0);
            last = loss;
        }
    }

    @Test
    void tabulatedOverXi_agreesWithTheFormula() {
        XiGrid grid = XiGrid.of(new Belief.ThreePoint(Scale.LOG, 0.08, 0.3, 1.05, 0.05, 1.2))
                .orElseThrow();
        double[] place = new double[CubicGrid.PLACE_SIZE];
        for (double during : new double[] {5.1, 20, 102}) {
            double[] table = Arrays.stream(grid.values())
                    .map(xi -> RESPONSE.conversionLoss(5, during, 0.9, xi))
                    .toArray();
            for (double xi = 0.05; xi <= 1.2; xi += 0.0007) {
                grid.locate(xi, place, 0);
                assertThat(interpolated(table, place))
                        .isCloseTo(RESPONSE.conversionLoss(5, during, 0.9, xi), within(2e-6));
            }
        }
        assertThat(XiGrid.of(new Belief.Known(0))).isEmpty();
    }

    private static double interpolated(double[] table, double[] place) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += place[1 + i] * table[(int) place[0] - 1 + i];
        }
        return sum;
    }

    @Test
    void gridOverAKnownXi_givesItsFunctionExactly() {
        XiGrid grid = XiGrid.of(new Belief.Known(0.3)).orElseThrow();
        double[] place = new double[CubicGrid.PLACE_SIZE];
        grid.locate(0.3, place, 0);
        assertThat(interpolated(grid.values(), place)).isCloseTo(0.3, within(1e-15));
    }

    /** Reference: the quantile found by bisection in the regularized incomplete beta function of Commons Numbers. */
    @ParameterizedTest
    @CsvSource({"4, 3e-5", "1, 2e-4", "50, 3e-5"})
    void tabulatedBeta_isOffByLessThanStated_andKeepsItsMean(double size, double error) {
        BetaTable table = new BetaTable(size, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (double mean : new double[] {0.005, 0.013, 0.061, 0.15, 0.4, 0.5, 0.8, 0.995}) {
            double row = table.row(logOdds(mean));
            double sum = 0;
            for (double z = -6.999; z < 7; z += 0.0237) {
                double quantile = Math.exp(table.log(row, z));
                sum += 0.0237 * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * quantile;
                if (Math.abs(z) < 5) {
                    double exact = betaQuantile(z, size * mean, size * (1 - mean));
                    assertThat(quantile).as("mean %s, score %s", mean, z).isCloseTo(exact, within(error));
                }
            }
            assertThat(sum).as("mean %s", mean).isCloseTo(mean, within(2e-4 * mean));
        }
    }

    private static double logOdds(double x) {
        return Math.log(x / (1 - x));
    }

    private static double betaQuantile(double z, double a, double b) {
        double low = -800;
        double high = 800;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            double x = 1 / (1 + Math.exp(-middle));
            boolean below = z < 0
                    ? RegularizedBeta.value(x, a, b) < Normal.cumulative(z)
                    : RegularizedBeta.complement(x, a, b) > Normal.cumulative(-z);
            low = below ? middle : low;
            high = below ? high : middle;
        }
        return 1 / (1 + Math.exp(-low));
    }

    @Test
    void scoresBeyondTheTable_countAsItsEdge() {
        BetaTable table = new BetaTable(4, logOdds(0.1), logOdds(0.2));
        double row = table.row(logOdds(0.15));
        assertThat(table.log(row, 40)).isEqualTo(table.log(row, 7));
        assertThat(table.log(row, -40)).isEqualTo(table.log(row, -7));
    }

    @Test
    void recapture_isComplete_forAShortInterruption_andHalfAfterTheHalvingTime() {
        assertThat(Recapture.share(0.6, 12, 0, 72, 0)).isCloseTo(0.6, within(1e-12));
        assertThat(Recapture.share(0.6, 12, 0, 72, 12)).isCloseTo(0.3, within(1e-12));
        assertThat(Recapture.share(0.6, 12, 0, 72, 24)).isCloseTo(0.15, within(1e-12));
    }

    @Test
    void churn_canMakeRecaptureNegative() {
        assertThat(Recapture.share(0.1, 6, 0.3, 72, 240)).isNegative();
        assertThat(Recapture.share(0, 12, 0, 72, 5)).isZero();
    }

    @Test
    void clock_sumsToTheYear() {
        Instant start = Instant.parse("2017-01-01T00:00:00Z");
        RevenueClock clock = new RevenueClock(
                uneven(), List.of(new RevenueClock.ZoneShare(ZoneOffset.UTC, 1)), start, 52 * 168 + 24);
        double year = clock.share(new OutageWindow(start, start.plusSeconds(52L * 7 * 86400)), shares(uneven()));
        // 52 whole weeks of a year of 8760 hours.
        assertThat(year).isCloseTo(52 * 168 / 8760.0, within(1e-9));
    }

    @Test
    void clock_readsTheHourWhereDemandLives() {
        Instant noonInNewYork = Instant.parse("2017-02-28T17:00:00Z");
        List<Double> hours = new ArrayList<>(Collections.nCopies(24, 1e-9));
        hours.set(12, 1.0);
        DemandProfile lunch = new DemandProfile("lunch", hours, Collections.nCopies(7, 1.0), "test");
        RevenueClock clock = new RevenueClock(
                lunch,
                List.of(new RevenueClock.ZoneShare(ZoneId.of("America/New_York"), 1)),
                noonInNewYork.minusSeconds(3600),
                4);
        double share = clock.share(new OutageWindow(noonInNewYork, noonInNewYork.plusSeconds(3600)), shares(lunch));
        assertThat(share).isCloseTo(24 / 8760.0, within(1e-9));
    }

    @Test
    void clock_acrossTheSpringChange_skipsTheHourThatDoesNotExist() {
        // In New York 02:00 on 2017-03-12 does not exist: 06:59Z is 01:59 and 07:00Z is 03:00.
        List<Double> hours = new ArrayList<>(Collections.nCopies(24, 1e-9));
        hours.set(2, 1.0);
        DemandProfile atTwo = new DemandProfile("two", hours, Collections.nCopies(7, 1.0), "test");
        Instant before = Instant.parse("2017-03-12T04:00:00Z");
        RevenueClock clock = new RevenueClock(
                atTwo, List.of(new RevenueClock.ZoneShare(ZoneId.of("America/New_York"), 1)), before, 12);
        assertThat(clock.share(new OutageWindow(before, before.plusSeconds(8 * 3600)), shares(atTwo)))
                .isCloseTo(0, within(1e-9));
    }

    /** Reference: the rate at each second, summed. Lord Howe changes its offset by half an hour, at half past in UTC. */
    @ParameterizedTest
    @CsvSource({
        "Australia/Lord_Howe, 2017-09-30T15:40:00Z, 1200",
        "Australia/Lord_Howe, 2017-09-30T14:50:00Z, 7200",
        "America/New_York, 2017-02-28T17:37:00Z, 15420",
        "America/New_York, 2017-03-12T06:25:00Z, 7260",
        "America/Sao_Paulo, 2017-10-15T02:13:00Z, 9000",
        "Asia/Kolkata, 2017-02-28T17:37:00Z, 15420"
    })
    void clock_equalsTheSumOverSeconds(String zone, Instant start, long seconds) {
        RevenueClock clock = new RevenueClock(
                uneven(),
                List.of(new RevenueClock.ZoneShare(ZoneId.of(zone), 1)),
                start.minusSeconds(1700),
                seconds / 3600.0 + 1);
        double sum = 0;
        for (long second = 0; second < seconds; second++) {
            ZonedDateTime local = start.plusSeconds(second).atZone(ZoneId.of(zone));
            sum += uneven().weekdayFactors().get(local.getDayOfWeek().getValue() - 1)
                    * shares(uneven())[local.getHour()];
        }
        assertThat(clock.share(new OutageWindow(start, start.plusSeconds(seconds)), shares(uneven())))
                .isCloseTo(sum * 24 / 8760 / 3600, withinPercentage(1e-6));
    }

    @Test
    void probitTables_equalTheExactFunctions_insideAndBeyond() {
        ProbitTables tables = new ProbitTables();
        for (double x = -20; x <= 20; x += 0.0137) {
            double p = 1 / (1 + Math.exp(-x));
            assertThat(tables.cumulative(x)).as("z %s", x).isCloseTo(Normal.cumulative(x), within(2e-8));
            assertThat(tables.probit(x)).as("log-odds %s", x).isCloseTo(Normal.quantile(p), within(2e-8));
        }
    }

    @Test
    void missingShare_equalsTheSumOverSmallSteps() {
        Instant start = Instant.parse("2017-02-28T17:37:00Z");
        RecoveryCurve curve = new RecoveryCurve(List.of(
                new RecoveryCurve.Knot(start, 1),
                new RecoveryCurve.Knot(start.plusSeconds(10_140), 1),
                new RecoveryCurve.Knot(start.plusSeconds(12_000), 0.4),
                new RecoveryCurve.Knot(start.plusSeconds(13_260), 0)));
        RevenueClock clock = new RevenueClock(
                uneven(),
                List.of(
                        new RevenueClock.ZoneShare(ZoneId.of("America/New_York"), 0.6),
                        new RevenueClock.ZoneShare(ZoneId.of("Asia/Kolkata"), 0.4)),
                start,
                20);
        double[] table = new double[clock.tableSize()];
        clock.integrate(shares(uneven()), table, 0);
        RecoveryCurve steep = new RecoveryCurve(List.of(
                new RecoveryCurve.Knot(start, 1),
                new RecoveryCurve.Knot(start.plusSeconds(12_000), 1),
                new RecoveryCurve.Knot(start.plusSeconds(12_600), 0)));
        MissingShare share = new MissingShare(curve, steep);
        double writes = 0.3;
        for (double lagH : new double[] {0, 0.1, 1.37, 11}) {
            double stepH = 1 / 3600.0;
            double sum = 0;
            for (double t = 0; t < 4 + lagH; t += stepH) {
                double provider = Math.max(0, t + stepH / 2 - lagH);
                double missing = (1 - writes) * missing(curve, provider) + writes * missing(steep, provider);
                sum += missing * (clock.first(table, 0, t + stepH) - clock.first(table, 0, t));
            }
            assertThat(share.of(clock, table, 0, lagH, writes)).isCloseTo(sum, within(1e-6 * sum));
        }
    }

    /** Steps of a falling curve; sites little to much slower, load times before from far below to far beyond all devices' optima. */
    @ParameterizedTest
    @CsvSource({"0.3, 3.53", "1.2, 3.53", "0.3, 0.02", "1.2, 0.02", "1.2, 0.3", "0.3, -0.5"})
    void responseDrawByDraw_isOffByLessThanStated(double xi, double slowdown) {
        Instant start = Cases.curve().start();
        RecoveryCurve curve = new RecoveryCurve(List.of(
                new RecoveryCurve.Knot(start, 1),
                new RecoveryCurve.Knot(start.plusSeconds(10_140), 1),
                new RecoveryCurve.Knot(start.plusSeconds(13_260), 0)));
        List<Recovery.Period> periods = new Recovery(curve, 1 / 12.0, List.of(3.4)).periods();
        SiteResponse site = new SiteResponse(RESPONSE, periods, Severity.following(slowdown, 0.9));
        DrawnResponse drawn = new DrawnResponse(new LoadTimeTable(RESPONSE), site);
        double[] shares = {0.5, 0.3, 0.2};
        double mean = 0;
        int times = 20_000;
        for (int i = 0; i < times; i++) {
            double beforeS = 0.01 * Math.pow(1e6, (i + 0.5) / times);
            double error = drawn.conversion(beforeS, xi, shares, 0)
                    - inPeriods(site.conversion(beforeS, new double[] {xi}), shares);
            assertThat(error).as("%s s", beforeS).isCloseTo(0, within(5e-4));
            mean += error / times;
            assertThat(drawn.abandonment(beforeS, shares, 0))
                    .isCloseTo(inPeriods(site.abandonment(beforeS), shares), within(1e-9));
        }
        assertThat(mean).isCloseTo(0, within(1e-5));
    }

    @Test
    void responseDrawByDraw_ofADeadSiteOrOneWithoutLoadTime_isRightAtItsCorners() {
        List<Recovery.Period> whole = List.of(new Recovery.Period(0, 1, List.of(new Recovery.Step(0, 1, 1))));
        LoadTimeTable table = new LoadTimeTable(RESPONSE);
        DrawnResponse dead = new DrawnResponse(table, new SiteResponse(RESPONSE, whole, Severity.following(0, 0)));
        DrawnResponse same = new DrawnResponse(table, new SiteResponse(RESPONSE, whole, Severity.following(0, 1)));
        for (double beforeS : new double[] {0, 2.7, 13, 5000}) {
            assertThat(dead.conversion(beforeS, 0, new double[] {1}, 0)).isCloseTo(1, within(1e-12));
            assertThat(dead.abandonment(beforeS, new double[] {1}, 0)).isCloseTo(1, within(1e-12));
            assertThat(same.conversion(beforeS, 0.3, new double[] {1}, 0)).isZero();
            assertThat(same.abandonment(beforeS, new double[] {1}, 0)).isCloseTo(0, within(1e-12));
        }
    }

    private static double inPeriods(double[] lost, double[] shares) {
        double sum = 0;
        for (int p = 0; p < lost.length; p++) {
            sum += shares[p] * lost[p];
        }
        return sum;
    }

    @Test
    void periods_coverTheCurveWithItsMean_andEndWhereRevenueChanges() {
        Instant start = Cases.curve().start();
        RecoveryCurve curve = new RecoveryCurve(List.of(
                new RecoveryCurve.Knot(start, 1),
                new RecoveryCurve.Knot(start.plusSeconds(3600), 1),
                new RecoveryCurve.Knot(start.plusSeconds(3600 + 3120), 0)));
        Recovery recovery = new Recovery(curve, 1 / 12.0, List.of(0.5, 1.0, 1.4, 9.0));
        List<Recovery.Step> steps = recovery.periods().stream()
                .flatMap(period -> period.steps().stream())
                .toList();
        double area = steps.stream()
                .mapToDouble(step -> step.hours() * step.missing())
                .sum();
        assertThat(area).isCloseTo(1 + 3120 / 7200.0, within(1e-12));
        assertThat(recovery.periods()).extracting(Recovery.Period::fromH).containsExactly(0.0, 1.0, 1.4);
        assertThat(steps).hasSize(1 + 5 + 6).allMatch(step -> step.missing() == 1 || step.hours() <= 1 / 12.0);
    }

    @Test
    void periods_endWhereTheClockChangesItsRate() {
        RevenueClock clock = new RevenueClock(
                uneven(),
                List.of(
                        new RevenueClock.ZoneShare(ZoneId.of("America/New_York"), 0.6),
                        new RevenueClock.ZoneShare(ZoneId.of("Asia/Kolkata"), 0.4)),
                Instant.parse("2017-02-28T17:37:00Z"),
                2);
        // Full hours in New York, half past in UTC for India.
        assertThat(clock.changesH()).hasSize(4);
        assertThat(clock.changesH().get(0)).isCloseTo(23 / 60.0, within(1e-12));
        assertThat(clock.changesH().get(1)).isCloseTo(53 / 60.0, within(1e-12));
    }

    private static double missing(RecoveryCurve curve, double hours) {
        List<RecoveryCurve.Knot> knots = curve.knots();
        for (int i = 1; i < knots.size(); i++) {
            double from = hoursAfter(curve, i - 1);
            double to = hoursAfter(curve, i);
            if (hours < to) {
                double part = (hours - from) / (to - from);
                return knots.get(i - 1).missing()
                        + part * (knots.get(i).missing() - knots.get(i - 1).missing());
            }
        }
        return 0;
    }

    private static double hoursAfter(RecoveryCurve curve, int knot) {
        return (curve.knots().get(knot).at().toEpochMilli() - curve.start().toEpochMilli()) / 3_600_000.0;
    }

    private static DemandProfile uneven() {
        List<Double> hours = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            hours.add(1 + (hour * 7) % 5 + 0.1 * hour);
        }
        return new DemandProfile("uneven", hours, List.of(1.0, 2.0, 1.5, 1.2, 0.8, 0.5, 0.7), "test");
    }

    private static double[] shares(DemandProfile profile) {
        return profile.hourShares().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
