package org.ausfall.core.loss;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ausfall.core.assumption.DemandProfile;
import org.ausfall.core.quantity.OutageWindow;

/**
 * Which share of a year's revenue falls into which moment: r(t) = 24/8760 sum_z z_z d(weekday of t in z) p(hour of t in z) per
 * hour, where p sums to 1 over the day and d has mean 1. Zones differ from UTC by whole quarters of an hour and change at one, most by
 * and at whole hours, so r is constant in a bin of that length and its integrals are exact. In the few that change otherwise (at 00:01
 * in Labrador until 2011) the bin of a change counts as it begins.
 */
final class RevenueClock {
    private static final int HOURS = 24;
    private static final double DAYS_PER_HOUR = 24.0 / 8760;

    private final Instant start;
    private final double binsPerH;
    private final double binH;
    private final double offsetH;
    private final int bins;
    private final List<Rate> rates;
    private final boolean[] newRate;

    /** r(t) in one bin: the sum of weights times the shares of these hours of the day. */
    @SuppressWarnings("ArrayRecordComponent") // private to this class, compared only in equalTo
    private record Rate(int[] hours, double[] weights) {
        boolean equalTo(Rate other) {
            return Arrays.equals(hours, other.hours) && Arrays.equals(weights, other.weights);
        }
    }

    /**
     * A clock for one profile.
     *
     * @param profile when revenue comes in, in local time
     * @param zones where the demand lives
     * @param start the moment from which integrals count
     * @param hours how far they must reach
     */
    RevenueClock(DemandProfile profile, List<ZoneShare> zones, Instant start, double hours) {
        this.start = start;
        int perH = binsPerH(zones, start, hours);
        this.binsPerH = perH;
        this.binH = 1.0 / perH;
        int seconds = 3600 / perH;
        Instant edge = Instant.ofEpochSecond(Math.floorDiv(start.getEpochSecond(), seconds) * seconds);
        this.offsetH = Duration.between(edge, start).toMillis() / 3_600_000.0;
        this.bins = (int) Math.ceil((hours + offsetH) * binsPerH) + 1;
        this.rates = new ArrayList<>(bins);
        List<Double> weekdays = profile.weekdayFactors();
        for (int bin = 0; bin < bins; bin++) {
            rates.add(rate(edge.plusSeconds((long) seconds * bin), zones, weekdays));
        }
        this.newRate = new boolean[bins];
        for (int bin = 0; bin < bins; bin++) {
            newRate[bin] = bin == 0 || !rates.get(bin).equalTo(rates.get(bin - 1));
        }
    }

    /** 1 where all zones differ from UTC by whole hours all the time and change their offset at full hours, else 4. */
    private static int binsPerH(List<ZoneShare> zones, Instant start, double hours) {
        Instant from = start.truncatedTo(ChronoUnit.HOURS);
        Instant end = start.plus(Duration.ofHours((long) Math.ceil(hours) + 1));
        return zones.stream().allMatch(zone -> wholeHours(zone.zone().getRules(), from, end)) ? 1 : 4;
    }

    private static boolean wholeHours(ZoneRules rules, Instant from, Instant end) {
        boolean whole = isWhole(rules.getOffset(from));
        ZoneOffsetTransition change = rules.nextTransition(from);
        while (whole && change != null && change.getInstant().isBefore(end)) {
            whole = isWhole(change.getOffsetAfter())
                    && change.getInstant().equals(change.getInstant().truncatedTo(ChronoUnit.HOURS));
            change = rules.nextTransition(change.getInstant());
        }
        return whole;
    }

    private static boolean isWhole(ZoneOffset offset) {
        return offset.getTotalSeconds() % 3600 == 0;
    }

    /** A part of demand and where it lives. */
    record ZoneShare(ZoneId zone, double share) {}

    private static Rate rate(Instant at, List<ZoneShare> zones, List<Double> weekdays) {
        double[] byHour = new double[HOURS];
        for (ZoneShare zone : zones) {
            ZonedDateTime local = at.atZone(zone.zone());
            byHour[local.getHour()] += DAYS_PER_HOUR
                    * zone.share()
                    * weekdays.get(local.getDayOfWeek().getValue() - 1);
        }
        int[] hours =
                IntStream.range(0, HOURS).filter(hour -> byHour[hour] != 0).toArray();
        return new Rate(
                hours, Arrays.stream(hours).mapToDouble(hour -> byHour[hour]).toArray());
    }

    /** The moments, in hours after the start, at which r(t) changes for some split of the day over its hours. */
    List<Double> changesH() {
        List<Double> changes = new ArrayList<>();
        for (int bin = 1; bin < bins; bin++) {
            if (newRate[bin]) {
                changes.add(bin * binH - offsetH);
            }
        }
        return changes;
    }

    /** Length of the array that {@link #integrate} fills. */
    int tableSize() {
        return 2 * (bins + 1);
    }

    /**
     * Fills {@code table} with the first integral C(t) of r at each bin edge, and the integral CC(t) of that, both counted from the
     * start, for a day split into {@code hourShares}.
     */
    void integrate(double[] hourShares, double[] table, int at) {
        double first = 0;
        double second = 0;
        double rate = 0;
        for (int bin = 0; bin <= bins; bin++) {
            if (bin < bins && newRate[bin]) {
                rate = rate(bin, hourShares);
            }
            if (bin == 0) {
                first = -rate * offsetH;
                second = rate * offsetH * offsetH / 2;
            }
            table[at + 2 * bin] = first;
            table[at + 2 * bin + 1] = second;
            second += first * binH + rate * binH * binH / 2;
            first += rate * binH;
        }
    }

    private double rate(int bin, double[] hourShares) {
        Rate rate = rates.get(bin);
        double sum = 0;
        for (int i = 0; i < rate.hours().length; i++) {
            sum += rate.weights()[i] * hourShares[rate.hours()[i]];
        }
        return sum;
    }

    /** C at {@code hours} after the start. */
    double first(double[] table, int at, double hours) {
        double position = hours + offsetH;
        int bin = (int) (position * binsPerH);
        double inside = position - bin * binH;
        double from = table[at + 2 * bin];
        double slope = (table[at + 2 * bin + 2] - from) * binsPerH;
        return from + slope * inside;
    }

    /** CC at {@code hours} after the start. */
    double second(double[] table, int at, double hours) {
        double position = hours + offsetH;
        int bin = (int) (position * binsPerH);
        double inside = position - bin * binH;
        double from = table[at + 2 * bin];
        double slope = (table[at + 2 * bin + 2] - from) * binsPerH;
        return table[at + 2 * bin + 1] + inside * (from + slope * inside / 2);
    }

    /** The share of a year's revenue expected in the window, which must lie inside the clock's reach. */
    double share(OutageWindow window, double[] hourShares) {
        double[] table = new double[tableSize()];
        integrate(hourShares, table, 0);
        return first(table, 0, hoursAfterStart(window.end())) - first(table, 0, hoursAfterStart(window.start()));
    }

    double hoursAfterStart(Instant moment) {
        return Duration.between(start, moment).toMillis() / 3_600_000.0;
    }
}
