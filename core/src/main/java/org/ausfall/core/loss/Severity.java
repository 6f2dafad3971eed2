package org.ausfall.core.loss;

/** How hard a monitored site was hit in each step of an outage. */
interface Severity {
    /** By how much it was slower than before, as a ratio; 0 for not at all. */
    double slowdown(Recovery.Step step);

    /** Its availability relative to before, in [0, 1]. */
    double availability(Recovery.Step step);

    /**
     * A site of which only one figure is known: it follows the provider's recovery, slowdown s g(t) and availability 1 - (1 - A) g(t).
     *
     * @param slowdown s, as a ratio
     * @param availability A, in [0, 1]
     */
    static Severity following(double slowdown, double availability) {
        return new Severity() {
            @Override
            public double slowdown(Recovery.Step step) {
                return slowdown * step.missing();
            }

            @Override
            public double availability(Recovery.Step step) {
                return 1 - (1 - availability) * step.missing();
            }
        };
    }
}
