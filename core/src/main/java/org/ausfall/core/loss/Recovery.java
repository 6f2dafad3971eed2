package org.ausfall.core.loss;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.evidence.RecoveryCurve;

/** A provider's recovery curve g(t) in hours after its start, ready to be integrated against a {@link RevenueClock}. */
final class Recovery {
    /** A stretch over which the curve falls linearly. */
    private record Fall(double fromH, double toH, double perHour) {}

    /** A short stretch with the mean of the curve in it. */
    record Step(double fromH, double toH, double missing) {}

    private final List<Fall> falls = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final double hours;

    /**
     * Prepares a curve.
     *
     * @param stepH the longest step in which a falling stretch is cut
     */
    Recovery(RecoveryCurve curve, double stepH) {
        hours = curve.hours();
        for (int i = 1; i < curve.knots().size(); i++) {
            RecoveryCurve.Knot from = curve.knots().get(i - 1);
            RecoveryCurve.Knot to = curve.knots().get(i);
            double fromH = hoursBetween(curve.start(), from.at());
            double toH = hoursBetween(curve.start(), to.at());
            double drop = from.missing() - to.missing();
            if (drop > 0) {
                falls.add(new Fall(fromH, toH, drop / (toH - fromH)));
            }
            cut(fromH, toH, from.missing(), to.missing(), drop > 0 ? stepH : toH - fromH);
        }
    }

    private void cut(double fromH, double toH, double fromMissing, double toMissing, double stepH) {
        int pieces = (int) Math.max(1, Math.ceil((toH - fromH) / stepH - 1e-9));
        double pieceH = (toH - fromH) / pieces;
        for (int i = 0; i < pieces; i++) {
            double missing = fromMissing + (toMissing - fromMissing) * (i + 0.5) / pieces;
            steps.add(new Step(fromH + i * pieceH, fromH + (i + 1) * pieceH, missing));
        }
    }

    private static double hoursBetween(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 3_600_000.0;
    }

    /** Hours from the start until nothing is missing. */
    double hours() {
        return hours;
    }

    /** The curve in short steps; what is constant stays one step. */
    List<Step> steps() {
        return steps;
    }

    /**
     * The share of a year's revenue that the curve takes away when each fall comes {@code lagH} later: int r(t) g(max(start, t -
     * lag)) dt. Integrated by parts: sum over falls of slope x (CC(end + lag) - CC(begin + lag)).
     */
    double missingShare(RevenueClock clock, double[] table, int at, double lagH) {
        double share = 0;
        for (int i = 0; i < falls.size(); i++) {
            Fall fall = falls.get(i);
            double later = clock.second(table, at, fall.toH() + lagH);
            double earlier = clock.second(table, at, fall.fromH() + lagH);
            share += fall.perHour() * (later - earlier);
        }
        return share;
    }
}
