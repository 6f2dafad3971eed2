package org.ausfall.core.loss;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ausfall.core.evidence.RecoveryCurve;

/**
 * The share of a year's revenue that a provider's outage takes away from a company that comes back a lag L after it: (1 - w) I_reads(L)
 * + w I_writes(L) with I(L) = int r(t) g(max(start, t - L)) dt. Integrated by parts, I(L) is the sum over falls of the curve of slope x
 * (CC(end + L) - CC(begin + L)): a weighted sum of CC at the knots, which both curves may share.
 */
final class MissingShare {
    private final double[] knotsH;
    private final double[] reads;
    private final double[] writes;

    /** For the recovery curves of reads and writes, both of which start when the clock does. */
    MissingShare(RecoveryCurve reads, RecoveryCurve writes) {
        SortedMap<Double, double[]> weights = new TreeMap<>();
        add(reads, 0, weights);
        add(writes, 1, weights);
        this.knotsH = weights.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        List<double[]> inOrder = List.copyOf(weights.values());
        this.reads = IntStream.range(0, knotsH.length)
                .mapToDouble(knot -> inOrder.get(knot)[0])
                .toArray();
        this.writes = IntStream.range(0, knotsH.length)
                .mapToDouble(knot -> inOrder.get(knot)[1])
                .toArray();
    }

    private static void add(RecoveryCurve curve, int which, SortedMap<Double, double[]> weights) {
        for (int i = 1; i < curve.knots().size(); i++) {
            RecoveryCurve.Knot from = curve.knots().get(i - 1);
            RecoveryCurve.Knot to = curve.knots().get(i);
            double fromH = Recovery.hoursBetween(curve.start(), from.at());
            double toH = Recovery.hoursBetween(curve.start(), to.at());
            double drop = from.missing() - to.missing();
            if (drop > 0) {
                weights.computeIfAbsent(fromH, knot -> new double[2])[which] -= drop / (toH - fromH);
                weights.computeIfAbsent(toH, knot -> new double[2])[which] += drop / (toH - fromH);
            }
        }
    }

    /**
     * The share for a split of the day, tabulated by {@link RevenueClock#integrate}.
     *
     * @param lagH L, h
     * @param writeShare w
     */
    double of(RevenueClock clock, double[] table, int at, double lagH, double writeShare) {
        double share = 0;
        for (int knot = 0; knot < knotsH.length; knot++) {
            double weight = (1 - writeShare) * reads[knot] + writeShare * writes[knot];
            share += weight * clock.second(table, at, knotsH[knot] + lagH);
        }
        return share;
    }
}
