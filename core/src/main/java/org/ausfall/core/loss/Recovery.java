package org.ausfall.core.loss;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ausfall.core.evidence.RecoveryCurve;

/** A provider's recovery curve g(t) in hours after its start, cut into short stretches. */
final class Recovery {
    /** A stretch over which the curve falls linearly. */
    private record Fall(double fromH, double toH, double perHour) {}

    /** A short stretch with the mean of the curve in it. */
    record Step(double fromH, double toH, double missing) {
        double hours() {
            return toH - fromH;
        }
    }

    /**
     * A stretch with its steps. Either the curve is constant in it, and it has one step; or revenue comes in at a constant rate, so that
     * what is lost in it is the mean over its steps, whatever that rate.
     */
    record Period(double fromH, double toH, List<Step> steps) {
        double hours() {
            return toH - fromH;
        }
    }

    private final List<Period> periods = new ArrayList<>();
    private final double hours;

    /**
     * Prepares a curve.
     *
     * @param stepH the longest step in which a falling stretch is cut
     * @param changesH moments, in hours after the start, at which the rate of revenue changes
     */
    Recovery(RecoveryCurve curve, double stepH, List<Double> changesH) {
        hours = curve.hours();
        SortedSet<Double> changes = new TreeSet<>(changesH);
        for (int i = 1; i < curve.knots().size(); i++) {
            RecoveryCurve.Knot from = curve.knots().get(i - 1);
            RecoveryCurve.Knot to = curve.knots().get(i);
            double fromH = hoursBetween(curve.start(), from.at());
            double toH = hoursBetween(curve.start(), to.at());
            double drop = from.missing() - to.missing();
            if (drop > 0) {
                Fall fall = new Fall(fromH, toH, drop / (toH - fromH));
                cut(fall, from.missing(), changes.subSet(Math.nextUp(fromH), toH), stepH);
            } else {
                periods.add(new Period(fromH, toH, List.of(new Step(fromH, toH, from.missing()))));
            }
        }
    }

    /** A falling stretch becomes a period between any two changes, and each period steps of the same length. */
    private void cut(Fall fall, double missingAtFirst, SortedSet<Double> changesH, double stepH) {
        List<Double> edges = new ArrayList<>(changesH);
        edges.add(fall.toH());
        double fromH = fall.fromH();
        for (double toH : edges) {
            int pieces = (int) Math.max(1, Math.ceil((toH - fromH) / stepH - 1e-9));
            double pieceH = (toH - fromH) / pieces;
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < pieces; i++) {
                double middleH = fromH + (i + 0.5) * pieceH;
                double missing = missingAtFirst - fall.perHour() * (middleH - fall.fromH());
                steps.add(new Step(fromH + i * pieceH, fromH + (i + 1) * pieceH, missing));
            }
            periods.add(new Period(fromH, toH, steps));
            fromH = toH;
        }
    }

    static double hoursBetween(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 3_600_000.0;
    }

    /** Hours from the start until nothing is missing. */
    double hours() {
        return hours;
    }

    /** The curve, cut where it begins or ends to fall and where the rate of revenue changes while it falls. */
    List<Period> periods() {
        return periods;
    }
}
