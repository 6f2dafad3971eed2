package org.ausfall.report.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A scale from values to places on the paper.
 *
 * @param logarithmic whether equal factors, rather than equal differences, lie equally far apart
 * @param from the value at {@code start}; positive where logarithmic
 * @param to the value at {@code end}, above {@code from}
 * @param start the place of {@code from}
 * @param end the place of {@code to}
 */
record Axis(boolean logarithmic, double from, double to, double start, double end) {
    Axis {
        if (!(from < to) || (logarithmic && !(from > 0))) {
            throw new IllegalArgumentException("no axis from " + from + " to " + to);
        }
    }

    /** The place of a value; values beyond the ends are put on the end. */
    double at(double value) {
        double inside = Math.min(to, Math.max(from, value));
        double part = logarithmic ? Math.log(inside / from) / Math.log(to / from) : (inside - from) / (to - from);
        return start + part * (end - start);
    }

    /** The place as text, to a tenth. */
    String place(double value) {
        return tenth(at(value));
    }

    /** The values 1, 2 and 5 times a power of ten that lie on the axis; only the powers where there would be more than eight. */
    List<Double> ticks() {
        List<Double> fine = powers(List.of(1, 2, 5));
        return fine.size() <= 8 ? fine : powers(List.of(1));
    }

    private List<Double> powers(List<Integer> steps) {
        int lowest = (int) Math.floor(Math.log10(from));
        int highest = (int) Math.ceil(Math.log10(to));
        return IntStream.rangeClosed(lowest, highest)
                .boxed()
                .flatMap(power -> steps.stream()
                        .map(step -> BigDecimal.valueOf(step, -power).doubleValue()))
                .filter(value -> value >= from && value <= to)
                .toList();
    }

    /** A coordinate with one decimal at most: what lies closer together nobody can see. */
    static String tenth(double coordinate) {
        BigDecimal rounded = BigDecimal.valueOf(Math.round(coordinate * 10), 1);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
