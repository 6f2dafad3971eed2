package org.ausfall.core.loss;

import java.util.List;

/**
 * Simulated losses of whole populations, draw by draw: companies are summed inside each draw, always in the same order. Draw k of two
 * runs with the same seed has the same chances, so that runs under different beliefs can be compared draw by draw.
 */
public final class PopulationDraws {
    private final List<String> scopes;
    private final double[][] gross;
    private final double[][] net;

    PopulationDraws(List<String> scopes, int draws) {
        this.scopes = List.copyOf(scopes);
        this.gross = new double[scopes.size()][draws];
        this.net = new double[scopes.size()][draws];
    }

    void add(Memberships.Sums sums) {
        sums.addTo(gross, net);
    }

    /** The populations: the monitored one, {@code sp500}, {@code financial-services}, then {@code sector:...} by name. */
    public List<String> scopes() {
        return scopes;
    }

    /**
     * Gross losses of a population, USD, draw by draw.
     *
     * @throws IllegalArgumentException if there is no such population
     */
    public double[] gross(String scope) {
        return gross[indexOf(scope)].clone();
    }

    /**
     * Net losses of a population, USD, draw by draw.
     *
     * @throws IllegalArgumentException if there is no such population
     */
    public double[] net(String scope) {
        return net[indexOf(scope)].clone();
    }

    private int indexOf(String scope) {
        int index = scopes.indexOf(scope);
        if (index < 0) {
            throw new IllegalArgumentException("no population " + scope);
        }
        return index;
    }

    double[] gross(int scope) {
        return gross[scope];
    }

    double[] net(int scope) {
        return net[scope];
    }
}
