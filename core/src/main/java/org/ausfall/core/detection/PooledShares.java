package org.ausfall.core.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** By bin: how many sites were measured, how many of them were above the threshold, and how many usually are. Immutable. */
public final class PooledShares {
    /** The share of sites above that is taken for usual at least: a share of zero would make a single site infinitely odd. */
    private static final double LEAST_USUAL = 0.005;

    private static final Duration FEW_DAYS = Duration.ofDays(5);
    private static final int USUAL_HOURS = 36;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Bins bins;
    private final int first;
    private final int[] measured;
    private final int[] above;
    private final double[] typical;

    /** Shares from counts by bin. */
    PooledShares(Bins bins, int[] measuredCounts, int[] aboveCounts) {
        this.bins = bins;
        int from = 0;
        int to = measuredCounts.length;
        while (from < to && measuredCounts[from] == 0) {
            from++;
        }
        while (to > from && measuredCounts[to - 1] == 0) {
            to--;
        }
        this.first = from;
        this.measured = Arrays.copyOfRange(measuredCounts, from, to);
        this.above = Arrays.copyOfRange(aboveCounts, from, to);
        this.typical = typical(measured, above, bins.in(HOUR));
    }

    /** The median over three days around each hour of the hours' shares: an outage shorter than half of that leaves no trace. */
    private static double[] typical(int[] measured, int[] above, int perHour) {
        double[] hours = new double[(measured.length + perHour - 1) / perHour];
        for (int hour = 0; hour < hours.length; hour++) {
            int to = Math.min(measured.length, (hour + 1) * perHour);
            long all =
                    Arrays.stream(measured, hour * perHour, to).asLongStream().sum();
            long slow = Arrays.stream(above, hour * perHour, to).asLongStream().sum();
            hours[hour] = all == 0 ? Double.NaN : (double) slow / all;
        }
        double[] median = RollingMedian.of(hours, USUAL_HOURS, USUAL_HOURS);
        double[] typical = new double[measured.length];
        for (int i = 0; i < typical.length; i++) {
            double share = median[i / perHour];
            typical[i] = Double.isNaN(share) ? 0 : share;
        }
        return typical;
    }

    /** How many bins there are from the first to the last with a measured site. */
    public int size() {
        return measured.length;
    }

    /** When a bin starts. */
    public Instant start(int i) {
        return bins.start(first + i);
    }

    /** How many sites have a verdict in the bin. */
    public int measured(int i) {
        return measured[i];
    }

    /** How many of those were above the threshold. */
    public int above(int i) {
        return above[i];
    }

    /** The share of the sites that is usually above, in [0.005, 1]. */
    public double usual(int i) {
        return Math.max(LEAST_USUAL, typical[i]);
    }

    /** The same without a least value. */
    double typical(int i) {
        return typical[i];
    }

    /**
     * Whether there are too few days, fewer than five, to know what is usual at an hour of the day. Then {@link UsualTimes} follow
     * what is measured within hours, and see no slowdown that lasts longer than six.
     */
    public boolean areTooFewDays() {
        return bins.length().multipliedBy(size()).compareTo(FEW_DAYS) < 0;
    }

    /** How many bins make up about that time, at least one. */
    int binsIn(Duration time) {
        return bins.in(time);
    }

    /** The number of the bin among those of the marks. */
    int bin(int i) {
        return first + i;
    }

    /** The place of a bin of the marks among the shares. */
    int place(int bin) {
        return bin - first;
    }

    /**
     * Which part of the sites that are usually below is above: (share - usual) / (1 - usual); NaN where nothing was measured.
     */
    double excess(int i) {
        return measured[i] == 0 ? Double.NaN : ((double) above[i] / measured[i] - usual(i)) / (1 - usual(i));
    }

    /** The same over a stretch from one bin to before another; NaN where nothing was measured. */
    double excess(int from, int to) {
        double sum = 0;
        double weight = 0;
        for (int i = from; i < to; i++) {
            sum += above[i] - measured[i] * usual(i);
            weight += measured[i] * (1 - usual(i));
        }
        return weight == 0 ? Double.NaN : sum / weight;
    }
}
