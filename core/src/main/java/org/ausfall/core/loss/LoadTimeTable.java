package org.ausfall.core.loss;

/**
 * What load times count in the {@link DelayResponse}, tabulated evenly over ln T and interpolated linearly, because powers cost ten times
 * as much as looking them up. Exact beyond the table.
 */
final class LoadTimeTable {
    private static final double FIRST = Math.log(0.1);
    private static final double LAST = Math.log(1000);
    private static final double NODES_PER_UNIT = 64;

    private final DelayResponse response;
    private final int width;
    private final double[] rows;

    /** Tabulates 0.1 to 1,000 s. */
    LoadTimeTable(DelayResponse response) {
        this.response = response;
        this.width = response.devices() + 1;
        int nodes = (int) Math.ceil((LAST - FIRST) * NODES_PER_UNIT) + 1;
        this.rows = new double[nodes * width];
        for (int node = 0; node < nodes; node++) {
            exact(FIRST + node / NODES_PER_UNIT, rows, node * width);
        }
    }

    private void exact(double logS, double[] row, int at) {
        double seconds = Math.exp(logS);
        double[] slowness = response.slowness(seconds);
        System.arraycopy(slowness, 0, row, at, slowness.length);
        row[at + slowness.length] = response.hazard(seconds);
    }

    DelayResponse response() {
        return response;
    }

    /** Length of the row that {@link #at} fills. */
    int width() {
        return width;
    }

    /** Fills what a load time of e^{@code logS} seconds counts on each device, then its hazard. */
    void at(double logS, double[] row) {
        if (!(logS >= FIRST && logS < LAST)) {
            exact(logS, row, 0);
            return;
        }
        double position = (logS - FIRST) * NODES_PER_UNIT;
        int node = (int) position;
        double t = position - node;
        int at = node * width;
        for (int i = 0; i < width; i++) {
            row[i] = rows[at + i] + t * (rows[at + width + i] - rows[at + i]);
        }
    }
}
