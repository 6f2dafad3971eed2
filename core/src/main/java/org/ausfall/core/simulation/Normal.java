package org.ausfall.core.simulation;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution. */
public final class Normal {
    private static final double SQRT2 = Math.sqrt(2);

    private Normal() {}

    /** The probability of a value up to z. */
    public static double cumulative(double z) {
        return 0.5 * Erfc.value(-z / SQRT2);
    }

    /** The z below which a value falls with probability p in [0, 1]. */
    public static double quantile(double p) {
        return -SQRT2 * InverseErfc.value(2 * p);
    }
}
