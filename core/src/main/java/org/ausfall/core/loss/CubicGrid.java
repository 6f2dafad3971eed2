package org.ausfall.core.loss;

/** Evenly spaced nodes between which functions are interpolated by cubics (Lagrange). */
final class CubicGrid {
    /** How many doubles {@link #locate} writes. */
    static final int PLACE_SIZE = 5;

    private final double first;
    private final double step;
    private final int nodes;

    /** Nodes that cover [lowest, highest] with one more on each side, at most {@code longestStep} apart. */
    CubicGrid(double lowest, double highest, double longestStep) {
        boolean one = highest <= lowest;
        int steps = one ? 1 : (int) Math.ceil((highest - lowest) / longestStep);
        this.step = one ? 1 : (highest - lowest) / steps;
        this.first = lowest - step;
        this.nodes = steps + 3;
    }

    int nodes() {
        return nodes;
    }

    /** Where a node lies. */
    double at(int node) {
        return first + node * step;
    }

    /** Where a value lies, in nodes. */
    double position(double value) {
        return (value - first) / step;
    }

    /** The second of the four nodes between which a position is interpolated. */
    int node(double position) {
        return Math.min(nodes - 3, Math.max(1, (int) position));
    }

    /** Where a value lies: the node left of it (as a double), and the weights of that node's neighborhood of four. */
    void locate(double value, double[] places, int at) {
        double position = position(value);
        int node = node(position);
        double t = position - node;
        places[at] = node;
        places[at + 1] = -t * (t - 1) * (t - 2) / 6;
        places[at + 2] = (t + 1) * (t - 1) * (t - 2) / 2;
        places[at + 3] = -(t + 1) * t * (t - 2) / 2;
        places[at + 4] = (t + 1) * t * (t - 1) / 6;
    }

    /** The value of a function at {@code value}, from its values at the nodes. */
    double interpolate(double[] atNodes, double value) {
        double position = position(value);
        int node = node(position);
        double t = position - node;
        double outer = t * (t - 1) / 6;
        double inner = (t + 1) * (t - 2) / 2;
        return (t + 1) * outer * atNodes[node + 2]
                - (t - 2) * outer * atNodes[node - 1]
                + inner * ((t - 1) * atNodes[node] - t * atNodes[node + 1]);
    }
}
