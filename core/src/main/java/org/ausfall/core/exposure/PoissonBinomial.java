package org.ausfall.core.exposure;

/** How many of several independent things happen, each with a probability of its own. */
final class PoissonBinomial {
    private PoissonBinomial() {}

    /** The probability of each count from 0 to n, exactly, by adding one thing after the other. */
    static double[] distribution(double[] probabilities) {
        double[] distribution = new double[probabilities.length + 1];
        distribution[0] = 1;
        for (int i = 0; i < probabilities.length; i++) {
            for (int count = i + 1; count > 0; count--) {
                distribution[count] =
                        distribution[count] * (1 - probabilities[i]) + distribution[count - 1] * probabilities[i];
            }
            distribution[0] *= 1 - probabilities[i];
        }
        return distribution;
    }
}
