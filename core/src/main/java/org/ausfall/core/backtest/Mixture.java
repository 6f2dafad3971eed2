package org.ausfall.core.backtest;

import java.util.Arrays;
import java.util.List;

/** A mixture of normals, ready to be drawn from many times. */
final class Mixture {
    private final double[] cumulative;
    private final double[] mean;
    private final double[] sd;

    Mixture(List<SharedScale.Component> components) {
        cumulative = new double[components.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += components.get(i).weight();
            cumulative[i] = sum;
        }
        mean = components.stream().mapToDouble(SharedScale.Component::mean).toArray();
        sd = components.stream().mapToDouble(SharedScale.Component::sd).toArray();
    }

    /**
     * An outcome.
     *
     * @param uniform in [0, 1): which normal
     * @param score standard normal: where in it
     */
    double at(double uniform, double score) {
        int found = Arrays.binarySearch(cumulative, uniform);
        int component = Math.min(cumulative.length - 1, found < 0 ? -found - 1 : found + 1);
        return mean[component] + sd[component] * score;
    }
}
