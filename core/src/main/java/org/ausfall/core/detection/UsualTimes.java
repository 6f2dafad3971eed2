package org.ausfall.core.detection;

import java.util.Arrays;
import java.util.Optional;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.measurement.SampleSeries;

/**
 * How long one site usually took from one location, at any time, without knowing of an outage: a level times a rhythm of the day,
 * both in medians by the hour, so that an outage of hours leaves no trace in them.
 *
 * <p>With H(i) the median duration in hour i: level(i) is the median of H over three days around i, or over 13 hours (near the ends
 * fewer) where there are fewer than five days, so that the rhythm, which is then not known well, is part of it; rhythm(i) is the
 * median of H / level over the same hour and its two neighbors on the nearest six other days of the same kind (working day or
 * weekend, UTC), at least two; else on the nearest six other days of any kind, at least two; else 1. Between the middles of hours
 * usual times are linear. A lasting change of a site moves its level at once: what is slow for good is usual.
 */
final class UsualTimes {
    private static final int FEWEST_SAMPLES = 8;
    private static final int LEVEL_HOURS = 36;
    private static final int LEVEL_HOURS_IN_FEW_DAYS = 6;
    private static final int LEVEL_HOURS_AT_ENDS = 4;
    private static final int FEW_DAYS = 5;
    private static final int RHYTHM_DAYS = 6;
    private static final int FEWEST_DAYS = 2;
    private static final int HOUR = 3_600_000;
    private static final int DAY_HOURS = 24;

    private final long firstHour;
    private final double[] usual;

    private UsualTimes(long firstHour, double[] usual) {
        this.firstHour = firstHour;
        this.usual = usual;
    }

    /** The usual times of a series; empty if fewer than 8 samples were successful. */
    static Optional<UsualTimes> of(SampleSeries series) {
        int[] micros = new int[series.size()];
        int size = 0;
        for (int i = 0; i < series.size(); i++) {
            micros[size] = Sample.micros(series.packed(i));
            size += Sample.isOk(series.packed(i)) ? 1 : 0;
        }
        if (size < FEWEST_SAMPLES) {
            return Optional.empty();
        }
        long firstHour = Math.floorDiv(series.epochMillis(0), (long) HOUR);
        double[] hours = hourly(series, firstHour, micros);
        double[] level = level(hours);
        fillGaps(level);
        return Optional.of(new UsualTimes(firstHour, new Rhythm(firstHour, hours, level).times(level)));
    }

    /** The usual time at a moment, in microseconds. */
    double micros(long epochMillis) {
        double place = (epochMillis - firstHour * HOUR) / (double) HOUR - 0.5;
        int left = Math.max(0, Math.min((int) place, usual.length - 2));
        double part = Math.max(0, Math.min(1, place - left));
        return usual.length == 1 ? usual[0] : usual[left] + part * (usual[left + 1] - usual[left]);
    }

    private static double[] level(double[] hours) {
        return hours.length < FEW_DAYS * DAY_HOURS
                ? RollingMedian.of(hours, LEVEL_HOURS_IN_FEW_DAYS, LEVEL_HOURS_AT_ENDS)
                : RollingMedian.of(hours, LEVEL_HOURS, LEVEL_HOURS);
    }

    private static double[] hourly(SampleSeries series, long firstHour, int[] buffer) {
        long last = Math.floorDiv(series.epochMillis(series.size() - 1), (long) HOUR);
        double[] hours = new double[(int) (last - firstHour) + 1];
        Arrays.fill(hours, Double.NaN);
        int next = 0;
        for (int hour = 0; hour < hours.length; hour++) {
            long end = (firstHour + hour + 1) * HOUR;
            int filled = 0;
            for (; next < series.size() && series.epochMillis(next) < end; next++) {
                buffer[filled] = Sample.micros(series.packed(next));
                filled += Sample.isOk(series.packed(next)) ? 1 : 0;
            }
            hours[hour] = median(buffer, filled);
        }
        return hours;
    }

    private static double median(int[] values, int size) {
        Arrays.sort(values, 0, size);
        return size == 0 ? Double.NaN : ((double) values[(size - 1) / 2] + values[size / 2]) / 2;
    }

    /** In a gap of days the level before it stands on; before the first one, the first. */
    private static void fillGaps(double[] level) {
        double last = Arrays.stream(level)
                .filter(value -> !Double.isNaN(value))
                .findFirst()
                .orElse(1);
        for (int i = 0; i < level.length; i++) {
            last = Double.isNaN(level[i]) ? last : level[i];
            level[i] = last;
        }
    }

    /** The rhythm of the day: what an hour usually is of the level around it. */
    private static final class Rhythm {
        private final long firstHour;
        private final double[] ratio;
        private final double[] found = new double[3 * RHYTHM_DAYS];

        Rhythm(long firstHour, double[] hours, double[] level) {
            this.firstHour = firstHour;
            this.ratio = new double[hours.length];
            for (int i = 0; i < hours.length; i++) {
                ratio[i] = hours[i] / level[i];
            }
        }

        double[] times(double[] level) {
            double[] usual = new double[level.length];
            for (int i = 0; i < level.length; i++) {
                usual[i] = level[i] * at(i);
            }
            return usual;
        }

        private double at(int hour) {
            int values = gather(hour, true);
            values = values > 0 ? values : gather(hour, false);
            Arrays.sort(found, 0, values);
            return values == 0 ? 1 : (found[(values - 1) / 2] + found[values / 2]) / 2;
        }

        /** Gathers the ratios of the nearest other days; none if there are too few days. */
        private int gather(int hour, boolean sameKind) {
            int days = 0;
            int values = 0;
            for (int away = 1; days < RHYTHM_DAYS && away * DAY_HOURS < ratio.length; away++) {
                for (int side = -1; side <= 1 && days < RHYTHM_DAYS; side += 2) {
                    int there = hour + side * away * DAY_HOURS;
                    boolean fits =
                            there >= 0 && there < ratio.length && (!sameKind || isWeekend(there) == isWeekend(hour));
                    int more = fits ? take(there, values) : 0;
                    days += more > 0 ? 1 : 0;
                    values += more;
                }
            }
            return days < FEWEST_DAYS ? 0 : values;
        }

        private int take(int hour, int values) {
            int taken = 0;
            for (int i = Math.max(0, hour - 1); i <= Math.min(ratio.length - 1, hour + 1); i++) {
                if (!Double.isNaN(ratio[i])) {
                    found[values + taken++] = ratio[i];
                }
            }
            return taken;
        }

        private boolean isWeekend(int hour) {
            // 1970 began on a Thursday.
            return Math.floorMod(Math.floorDiv(firstHour + hour, (long) DAY_HOURS) + 3, 7) >= 5;
        }
    }
}
