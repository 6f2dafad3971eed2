package org.ausfall.core.loss;

import org.ausfall.core.simulation.Exponential;

/** How much of a gross loss comes back once the site is up again. */
public final class Recapture {
    private static final double LN2 = Math.log(2);

    private Recapture() {}

    /**
     * kappa = r 2^(-D / H) - c (1 - 2^(-D / Hc)): what customers buy later after all, less what is lost again because some stay
     * away. Negative where staying away prevails. Net = gross (1 - kappa).
     *
     * @param r share that comes back after a very short interruption, in [0, 1]
     * @param halvingH interruption after which only half of that comes back, H, h
     * @param c share lost again after a very long interruption, in [0, 1]
     * @param churnH interruption after which half of that is lost, Hc, h
     * @param interruptionH length of the company's own interruption, D, h
     */
    public static double share(double r, double halvingH, double c, double churnH, double interruptionH) {
        return at(r, rate(halvingH), c, rate(churnH), interruptionH);
    }

    /** How fast something halves every {@code halvingH} hours, 1/h. */
    static double rate(double halvingH) {
        return LN2 / halvingH;
    }

    /** The same from rates in place of times, which need no division. */
    static double at(double r, double rate, double c, double churnRate, double interruptionH) {
        double comesBack = r * Exponential.exp(-rate * interruptionH);
        double staysAway = c * (1 - Exponential.exp(-churnRate * interruptionH));
        return comesBack - staysAway;
    }
}
