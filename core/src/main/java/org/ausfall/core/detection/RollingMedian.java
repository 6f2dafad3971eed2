package org.ausfall.core.detection;

import java.util.Arrays;

/**
 * The median of the values around each place. A step in the values stays a step, and what is shorter than half of the span leaves
 * no trace.
 */
final class RollingMedian {
    private final double[] sorted;
    private int size;

    private RollingMedian(int span) {
        this.sorted = new double[span];
    }

    /**
     * For each place the median over {@code span} places around it, near the ends over the first or last {@code span}; places
     * without a value (NaN) are passed over, and where there is no value in the span the result is NaN.
     */
    static double[] of(double[] values, int span) {
        int width = Math.min(span, values.length);
        RollingMedian median = new RollingMedian(width);
        double[] result = new double[values.length];
        int from = 0;
        for (int i = 0; i < width; i++) {
            median.add(values[i]);
        }
        for (int i = 0; i < values.length; i++) {
            int wanted = Math.max(0, Math.min(i - width / 2, values.length - width));
            for (; from < wanted; from++) {
                median.remove(values[from]);
                median.add(values[from + width]);
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
