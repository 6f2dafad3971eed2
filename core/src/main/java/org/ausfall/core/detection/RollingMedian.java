package org.ausfall.core.detection;

import java.util.Arrays;

/**
 * The median of the values around each place. A step in the values stays a step, and what is shorter than half of the span leaves
 * no trace.
 */
final class RollingMedian {
    private final double[] sorted;
    private int size;

    private RollingMedian(int most) {
        this.sorted = new double[most];
    }

    /**
     * For each place the median over the {@code half} places on either side and itself. Nearer to an end than that, both sides are as
     * long as the way to the end, but not shorter than {@code halfAtEnds}, as far as there are places. Places without a value (NaN)
     * are passed over; where there is none at all the result is NaN.
     */
    static double[] of(double[] values, int half, int halfAtEnds) {
        RollingMedian median = new RollingMedian(2 * half + 3);
        double[] result = new double[values.length];
        int from = 0;
        int to = 0;
        for (int i = 0; i < values.length; i++) {
            int reach = Math.min(half, Math.max(halfAtEnds, Math.min(i, values.length - 1 - i)));
            for (; to < Math.min(values.length, i + reach + 1); to++) {
                median.add(values[to]);
            }
            for (; from < i - reach; from++) {
                median.remove(values[from]);
            }
            result[i] = median.middle();
        }
        return result;
    }

    private void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        int at = Arrays.binarySearch(sorted, 0, size, value);
        int place = at >= 0 ? at : -at - 1;
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = value;
        size++;
    }

    private void remove(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        int at = Arrays.binarySearch(sorted, 0, size, value);
        System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
        size--;
    }

    private double middle() {
        return size == 0 ? Double.NaN : (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
    }
}
