package org.ausfall.core.detection;

/**
 * Something that happens to one made-up site.
 *
 * @param location the only location it happens at; -1 for all
 * @param from when it begins, in milliseconds since 1970
 * @param to when it is over
 * @param logFactor by how much probes take longer, as a logarithm; infinite for failures
 */
record Trouble(int location, long from, long to, double logFactor) {
    static final double DOWN = Double.POSITIVE_INFINITY;

    boolean isOn(int atLocation, long at) {
        return (location < 0 || location == atLocation) && from <= at && at < to;
    }
}
