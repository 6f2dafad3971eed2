package org.ausfall.core.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * A number that events have in common, on a scale on which it is normal, and how far single events stand from it:
 *
 * <pre>
 * y_i = m + u_i s + k[kind i] + c[event i] + e_i + noise_i
 * m ~ N(m0, sm^2),  s ~ N(s0, ss^2) where the share hit is not known (u_i = 1),  k ~ N(0, sk^2),
 * c ~ N(0, w t_i^2),  e ~ N(0, (1 - w) t_i^2),  t_i^2 = t^2 + u_i v^2,  noise_i known
 * </pre>
 *
 * <p>Given the spreads t and v everything is jointly normal, so that what a new event may show follows by conditioning. The spreads
 * are not known: their log-normal priors stand on a grid of 11 by 11 points between -2.5 and 2.5 standard deviations, each weighted
 * with prior times marginal likelihood. A prediction is therefore a mixture of normals that holds the uncertainty of the shared
 * number, of the spreads, and the spread of events itself (Gelman et al., Bayesian Data Analysis, 3rd ed., section 5.4).
 */
final class SharedScale {
    private static final int NODES = 11;
    private static final double REACH = 2.5;

    /** What is believed before any event is seen; in the units of y. */
    record Start(
            double mean,
            double sd,
            double believedMean,
            double believedSd,
            double kindSd,
            double eventShare,
            Spread spread,
            Spread believedSpread) {}

    /** A spread that is not known: log-normal around a median. A log-sd of 0 takes it as known. */
    record Spread(double median, double logSd) {
        private double at(double z) {
            return median * Math.exp(z * logSd);
        }
    }

    /**
     * An event on the left of the formula, without its y.
     *
     * @param event the outage; what struck several companies is shared by them
     * @param kind the kind of business
     * @param believed whether the share hit is believed, not known
     * @param noise variance of what is known of it
     */
    record Item(String event, String kind, boolean believed, double noise) {}

    /** An event with its y. */
    record Seen(Item item, double y) {}

    /** One normal of a mixture; weights sum to 1. */
    record Component(double weight, double mean, double sd) {}

    /** A point of the grid of spreads: C^-1 (y - mean), and C^-1 itself; both empty where nothing was seen. */
    private record Node(
            double weight,
            double spread,
            double believedSpread,
            Optional<RealVector> solved,
            Optional<DecompositionSolver> inverse) {
        Node weighing(double other) {
            return new Node(other, spread, believedSpread, solved, inverse);
        }
    }

    private final Start start;
    private final List<Seen> seen;
    private final List<Node> nodes;

    private SharedScale(Start start, List<Seen> seen, List<Node> nodes) {
        this.start = start;
        this.seen = seen;
        this.nodes = nodes;
    }

    /** What is believed after these events are seen; with none of them, the start. */
    static SharedScale learn(Start start, List<Seen> seen) {
        List<Node> nodes = new ArrayList<>();
        List<Double> logWeights = new ArrayList<>();
        for (double z : scores(start.spread())) {
            for (double believedZ : scores(start.believedSpread())) {
                nodes.add(node(
                        start,
                        seen,
                        start.spread().at(z),
                        start.believedSpread().at(believedZ),
                        logWeights));
                int last = logWeights.size() - 1;
                logWeights.set(last, logWeights.get(last) - (z * z + believedZ * believedZ) / 2);
            }
        }
        return new SharedScale(start, seen, weighted(nodes, logWeights));
    }

    private static List<Double> scores(Spread spread) {
        if (spread.logSd() == 0) {
            return List.of(0.0);
        }
        List<Double> scores = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            scores.add(REACH * (2.0 * i / (NODES - 1) - 1));
        }
        return scores;
    }

    private static Node node(
            Start start, List<Seen> seen, double spread, double believedSpread, List<Double> logWeights) {
        int n = seen.size();
        if (n == 0) {
            logWeights.add(0.0);
            return new Node(1, spread, believedSpread, Optional.empty(), Optional.empty());
        }
        RealMatrix covariance = new Array2DRowRealMatrix(n, n);
        RealVector residual = new ArrayRealVector(n);
        for (int i = 0; i < n; i++) {
            Item item = seen.get(i).item();
            residual.setEntry(i, seen.get(i).y() - mean(start, item));
            for (int j = 0; j < n; j++) {
                double own = i == j ? own(start, item, spread, believedSpread) : 0;
                covariance.setEntry(i, j, own + common(start, item, seen.get(j).item(), spread, believedSpread));
            }
        }
        CholeskyDecomposition factor = new CholeskyDecomposition(covariance);
        RealVector solved = factor.getSolver().solve(residual);
        double logDeterminant = 0;
        for (int i = 0; i < n; i++) {
            logDeterminant += Math.log(factor.getL().getEntry(i, i));
        }
        logWeights.add(-residual.dotProduct(solved) / 2 - logDeterminant);
        return new Node(1, spread, believedSpread, Optional.of(solved), Optional.of(factor.getSolver()));
    }

    private static List<Node> weighted(List<Node> nodes, List<Double> logWeights) {
        double highest =
                logWeights.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double sum = logWeights.stream()
                .mapToDouble(weight -> Math.exp(weight - highest))
                .sum();
        List<Node> weighted = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            weighted.add(nodes.get(i).weighing(Math.exp(logWeights.get(i) - highest) / sum));
        }
        return weighted;
    }

    private static double mean(Start start, Item item) {
        return start.mean() + (item.believed() ? start.believedMean() : 0);
    }

    /** What two events share in variance; of an event with itself, all but its own part. */
    private static double common(Start start, Item a, Item b, double spread, double believedSpread) {
        boolean bothBelieved = a.believed() && b.believed();
        double shared = square(start.sd()) + (bothBelieved ? square(start.believedSd()) : 0);
        double kind = a.kind().equals(b.kind()) ? square(start.kindSd()) : 0;
        double event = a.event().equals(b.event())
                ? start.eventShare() * (square(spread) + (bothBelieved ? square(believedSpread) : 0))
                : 0;
        return shared + kind + event;
    }

    private static double own(Start start, Item item, double spread, double believedSpread) {
        double total = square(spread) + (item.believed() ? square(believedSpread) : 0);
        return (1 - start.eventShare()) * total + item.noise();
    }

    private static double square(double x) {
        return x * x;
    }

    /** What a further event may show, its noise included. */
    List<Component> predict(Item item) {
        return nodes.stream().map(node -> component(node, item)).toList();
    }

    private Component component(Node node, Item item) {
        double mean = mean(start, item);
        double variance = own(start, item, node.spread(), node.believedSpread())
                + common(start, item, item, node.spread(), node.believedSpread());
        if (node.solved().isPresent() && node.inverse().isPresent()) {
            RealVector with = new ArrayRealVector(seen.size());
            for (int i = 0; i < seen.size(); i++) {
                with.setEntry(i, common(start, item, seen.get(i).item(), node.spread(), node.believedSpread()));
            }
            mean += with.dotProduct(node.solved().get());
            variance -= with.dotProduct(node.inverse().get().solve(with));
        }
        return new Component(node.weight(), mean, Math.sqrt(variance));
    }
}
