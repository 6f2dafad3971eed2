package org.ausfall.core.loss;

/**
 * What load times count in the {@link DelayResponse}, tabulated evenly over ln T and interpolated linearly, because powers cost ten times
 * as much as looking them up. Computed where that would be off by more than 1e-4 in the middle between two nodes, which is just beyond a
 * device's optimum, and beyond the table.
 */
final class LoadTimeTable {
    private static final double FIRST = Math.log(0.1);
    private static final double LAST = Math.log(1000);
    private static final double NODES_PER_UNIT = 64;
    private static final double MOST_OFF = 1e-4;

    private final DelayResponse response;
    private final int width;
    private final double[] rows;
    private final boolean[] computed;

    /** Tabulates 0.1 to 1,000 s. */
    LoadTimeTable(DelayResponse response) {
        this.response = response;
        this.width = response.devices();
        int nodes = (int) Math.ceil((LAST - FIRST) * NODES_PER_UNIT) + 1;
        this.rows = new double[nodes * width];
        this.computed = new boolean[nodes];
        for (int node = 0; node < nodes; node++) {
            System.arraycopy(exact(FIRST + node / NODES_PER_UNIT), 0, rows, node * width, width);
        }
        for (int node = 0; node < nodes - 1; node++) {
            double[] middle = exact(FIRST + (node + 0.5) / NODES_PER_UNIT);
            for (int g = 0; g < width; g++) {
                int at = node * width + g;
                computed[node] |= Math.abs((rows[at] + rows[at + width]) / 2 - middle[g]) > MOST_OFF;
            }
        }
    }

    private double[] exact(double logS) {
        return response.slowness(Math.exp(logS));
    }

    DelayResponse response() {
        return response;
    }

    /** Fills what a load time of e^{@code logS} seconds counts on each device. */
    void at(double logS, double[] slowness) {
        double position = (logS - FIRST) * NODES_PER_UNIT;
        int node = (int) position;
        if (!(logS >= FIRST && logS < LAST) || computed[node]) {
            System.arraycopy(exact(logS), 0, slowness, 0, width);
            return;
        }
        double t = position - node;
        int at = node * width;
        for (int g = 0; g < width; g++) {
            slowness[g] = rows[at + g] + t * (rows[at + width + g] - rows[at + g]);
        }
    }
}
