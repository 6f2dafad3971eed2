package org.ausfall.core.precision;

import java.util.Arrays;
import java.util.List;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.quantity.OutageWindow;

/**
 * The successful durations of one location in some windows, ready to be drawn anew in blocks. Each is known by its rank, so that the
 * median of a draw is read off a count of ranks and nothing is sorted again.
 */
final class BlockedDurations {
    /** The durations upwards. */
    private final int[] sorted;
    /** By place in time: the rank of the duration. */
    private final int[] ranks;

    private final int[] drawn;

    private BlockedDurations(int[] sorted, int[] ranks) {
        this.sorted = sorted;
        this.ranks = ranks;
        this.drawn = new int[sorted.length];
    }

    static BlockedDurations of(SampleSeries series, List<OutageWindow> windows) {
        long[] keyed = new long[series.size()];
        int n = 0;
        for (OutageWindow window : windows) {
            SampleSeries part = series.within(window);
            for (int i = 0; i < part.size(); i++) {
                if (Sample.isOk(part.packed(i))) {
                    keyed[n] = (long) Sample.micros(part.packed(i)) << Integer.SIZE | n;
                    n++;
                }
            }
        }
        Arrays.sort(keyed, 0, n);
        int[] sorted = new int[n];
        int[] ranks = new int[n];
        for (int rank = 0; rank < n; rank++) {
            sorted[rank] = (int) (keyed[rank] >>> Integer.SIZE);
            ranks[(int) keyed[rank]] = rank;
        }
        return new BlockedDurations(sorted, ranks);
    }

    int size() {
        return sorted.length;
    }

    /** The durations in microseconds, smallest first; not to be changed. */
    int[] sorted() {
        return sorted;
    }

    /** The median in microseconds, R-7. */
    double median() {
        return ((double) sorted[(sorted.length - 1) >>> 1] + sorted[sorted.length >>> 1]) / 2;
    }

    /**
     * The median, R-7, of as many durations as there are, drawn in blocks; blocks that reach beyond the last go on with the first.
     *
     * @param starts where each block starts, as a part of the windows in [0, 1)
     */
    double median(double[] starts) {
        int n = sorted.length;
        int length = (n + starts.length - 1) / starts.length;
        Arrays.fill(drawn, 0);
        int left = n;
        for (int block = 0; left > 0; block++) {
            int at = (int) (starts[block] * n);
            for (int end = Math.min(length, left); end > 0; end--) {
                drawn[ranks[at]]++;
                at = at + 1 == n ? 0 : at + 1;
            }
            left -= length;
        }
        return ((double) sorted[rankOf((n - 1) >>> 1)] + sorted[rankOf(n >>> 1)]) / 2;
    }

    private int rankOf(int place) {
        int rank = 0;
        for (int passed = drawn[0]; passed <= place; passed += drawn[rank]) {
            rank++;
        }
        return rank;
    }
}
