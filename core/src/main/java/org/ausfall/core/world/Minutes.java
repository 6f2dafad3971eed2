package org.ausfall.core.world;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.DemandProfile;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.evidence.RecoveryCurve;

/** Adds up an outage minute by minute: slow, and too plain to be wrong. */
final class Minutes {
    private static final double DAYS_A_YEAR = 365;

    private final Assumptions beliefs;
    private final Truth truth;
    private final Instant start;
    private final Map<String, List<Double>> shares = new TreeMap<>();

    Minutes(Assumptions beliefs, Truth truth, Instant start) {
        this.beliefs = beliefs;
        this.truth = truth;
        this.start = start;
    }

    /** The share of a year's revenue that falls into the n-th minute after the start. */
    private double share(DemandProfile profile, int minute) {
        List<Double> known = shares.computeIfAbsent(profile.name(), name -> new ArrayList<>());
        while (known.size() <= minute) {
            known.add(compute(profile, start.plusSeconds(60L * known.size() + 30)));
        }
        return known.get(minute);
    }

    private double compute(DemandProfile profile, Instant at) {
        double share = 0;
        for (SourcedBelief zone : beliefs.all(BeliefName.TIME_ZONE_MIX)) {
            ZonedDateTime local = at.atZone(ZoneId.of(zone.scope()));
            double day = profile.weekdayFactors().get(local.getDayOfWeek().getValue() - 1) / DAYS_A_YEAR;
            share += zone.belief().p50() * day * truth.hourShares(profile.name())[local.getHour()] / 60;
        }
        return share;
    }

    /**
     * The share of a year's revenue that is lost.
     *
     * @param profile when revenue comes in
     * @param curve what is missing at the provider
     * @param lagH how much later the company sees the provider come back, h
     * @param lost the share of revenue lost where so much is missing
     */
    double lost(DemandProfile profile, RecoveryCurve curve, double lagH, DoubleUnaryOperator lost) {
        double sum = 0;
        int last = (int) Math.ceil((curve.hours() + lagH) * 60);
        for (int minute = 0; minute < last; minute++) {
            double hours = Math.max(0, (minute + 0.5) / 60 - lagH);
            sum += share(profile, minute) * lost.applyAsDouble(missing(curve, hours));
        }
        return sum;
    }

    private static double missing(RecoveryCurve curve, double hours) {
        double at = curve.start().toEpochMilli() + hours * 3_600_000;
        List<RecoveryCurve.Knot> knots = curve.knots();
        for (int i = 1; i < knots.size(); i++) {
            double from = knots.get(i - 1).at().toEpochMilli();
            double to = knots.get(i).at().toEpochMilli();
            if (at < to) {
                double part = (at - from) / (to - from);
                return knots.get(i - 1).missing()
                        + part * (knots.get(i).missing() - knots.get(i - 1).missing());
            }
        }
        return 0;
    }
}
