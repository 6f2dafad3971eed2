package org.ausfall.ingest.format;

import java.util.Arrays;

/** The points of one time series in one file. */
final class Points {
    private long[] times = new long[16];
    private double[] values = new double[16];
    private int size;

    void add(long epochMillis, double value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        times[size] = epochMillis;
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long time(int i) {
        return times[i];
    }

    double value(int i) {
        return values[i];
    }

    /** The value at that time; NaN if there is none. Prometheus writes the points of a series in the order of time. */
    double at(long epochMillis) {
        int at = Arrays.binarySearch(times, 0, size, epochMillis);
        return at < 0 ? Double.NaN : values[at];
    }

    /** Whether the points are in the order of time, without two at one. */
    boolean isOrdered() {
        for (int i = 1; i < size; i++) {
            if (times[i] <= times[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
