package org.ausfall.core.detection;

import java.util.function.IntToDoubleFunction;

/**
 * When a noisy series rose to a height: the start of the first cumulative sum of (value - half the height), never below zero, that
 * reaches a limit (Page 1954). A bin at the height adds half of it.
 */
final class Crossing {
    private final IntToDoubleFunction values;
    private final double height;
    private final double limit;

    /**
     * Crossings of a series.
     *
     * @param values by bin; NaN where there is none
     * @param height what it rises to; half of it is the line to cross
     * @param bins so many bins at the height reach the limit
     */
    Crossing(IntToDoubleFunction values, double height, double bins) {
        this.values = values;
        this.height = height;
        this.limit = bins * height / 2;
    }

    /** The bin in which the rise began, between two bins, the second left out; -1 if there was none. */
    int start(int from, int to) {
        return walk(from, to, 1);
    }

    /** The bin after the last one before the fall, found the same way backward; -1 if there was none. */
    int end(int from, int to) {
        int last = walk(to - 1, from - 1, -1);
        return last < 0 ? -1 : last + 1;
    }

    private int walk(int from, int stop, int step) {
        double sum = 0;
        int began = from;
        for (int i = from; i != stop; i += step) {
            double value = values.applyAsDouble(i);
            if (Double.isNaN(value)) {
                continue;
            }
            began = sum == 0 ? i : began;
            sum = Math.max(0, sum + value - height / 2);
            if (sum >= limit) {
                return began;
            }
        }
        return -1;
    }
}
