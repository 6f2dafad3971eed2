package org.ausfall.core.precision;

/**
 * By how much values of one sample lie above those of another.
 *
 * @param estimate the Hodges-Lehmann estimate: the median of all differences between a value of the first and one of the second
 * @param lower the lower end of the interval that goes with the Mann-Whitney test
 * @param upper its upper end
 * @param level the nominal level of that interval, two-sided
 * @param p the two-sided p-value of the Mann-Whitney test of no shift
 * @param exact whether test and interval rest on the exact distribution; else on the normal approximation
 */
public record Shift(double estimate, double lower, double upper, double level, double p, boolean exact) {
    /** The p-value to six decimals: what lies below says nothing more, and its assumptions do not hold that far out. */
    public double roundedP() {
        return Math.rint(p * 1e6) / 1e6;
    }

    /** The same shift in another unit. */
    public Shift times(double unit) {
        return new Shift(estimate * unit, lower * unit, upper * unit, level, p, exact);
    }
}
