package org.ausfall.core.quantity;

import java.math.BigDecimal;

/**
 * How much longer something took, (during - before) / before, kept as an exact quotient so that it can be compared with a
 * {@link Threshold} in decimal: 10.1 ms to 12.12 ms is 20 %, not a hair less.
 *
 * @param change the added time (or percent), any sign
 * @param base the time before (or 100), positive, in the unit of {@code change}
 */
public record Slowdown(BigDecimal change, BigDecimal base) {
    /** Checks that the base is positive and that the slowdown is not below -100 %. */
    public Slowdown {
        if (base.signum() <= 0) {
            throw new IllegalArgumentException("the base of a slowdown must be positive, was " + base);
        }
        if (change.add(base).signum() < 0) {
            throw new IllegalArgumentException("a slowdown cannot be below -100 %, was " + change + " of " + base);
        }
    }

    /** The slowdown from a time before to a time during, both in the same unit; before must be positive. */
    public static Slowdown between(BigDecimal before, BigDecimal during) {
        return new Slowdown(during.subtract(before), before);
    }

    /** The slowdown given in percent: 353 stands for (during - before) / before = 3.53. */
    public static Slowdown ofPercent(BigDecimal percent) {
        return new Slowdown(percent, BigDecimal.valueOf(100));
    }

    /** Whether the slowdown is at or above the threshold, compared exactly. */
    public boolean reaches(Threshold threshold) {
        return change.compareTo(threshold.ratio().multiply(base)) >= 0;
    }

    /** The slowdown as a ratio: 0.2 is 20 % slower, -0.1 is 10 % faster. */
    public double ratio() {
        return change.doubleValue() / base.doubleValue();
    }

    /** How many times as long it took: 1.2 for a slowdown of 20 %. */
    public double factor() {
        return 1 + ratio();
    }
}
