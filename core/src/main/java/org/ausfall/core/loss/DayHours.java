package org.ausfall.core.loss;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.DemandProfile;
import org.ausfall.core.simulation.Block;
import org.ausfall.core.simulation.Streams;

/** When revenue comes in: a clock for each profile of demand, and how each draw splits the day over its hours. */
final class DayHours {
    private final Assumptions assumptions;
    private final Streams streams;
    private final Map<String, RevenueClock> clocks = new LinkedHashMap<>();

    /**
     * Prepares the clocks.
     *
     * @param start the moment from which they count
     * @param reachH how far they must reach, h
     */
    DayHours(Assumptions assumptions, Streams streams, Instant start, double reachH) {
        this.assumptions = assumptions;
        this.streams = streams;
        List<RevenueClock.ZoneShare> zones = zones(assumptions);
        for (DemandProfile profile : assumptions.profiles()) {
            clocks.put(profile.name(), new RevenueClock(profile, zones, start, reachH));
        }
    }

    private static List<RevenueClock.ZoneShare> zones(Assumptions assumptions) {
        return assumptions.all(BeliefName.TIME_ZONE_MIX).stream()
                .map(belief -> new RevenueClock.ZoneShare(
                        ZoneId.of(belief.scope()), belief.belief().p50()))
                .toList();
    }

    /** The moments, in hours after the start, at which the rate of any profile changes. */
    List<Double> changesH() {
        return clocks.values().stream()
                .flatMap(clock -> clock.changesH().stream())
                .toList();
    }

    RevenueClock clock(String profile) {
        RevenueClock clock = clocks.get(profile);
        if (clock == null) {
            throw new IllegalArgumentException("no demand profile " + profile);
        }
        return clock;
    }

    /** For each profile and draw, the integrals that {@link RevenueClock#integrate} fills. */
    Map<String, double[]> tables(Block block) {
        Map<String, double[]> tables = new LinkedHashMap<>();
        for (DemandProfile profile : assumptions.profiles()) {
            tables.put(profile.name(), table(profile, block));
        }
        return tables;
    }

    /** For each profile and draw, the share of a year's revenue in each period. */
    Map<String, double[]> periodShares(Map<String, double[]> tables, Block block, List<Recovery.Period> periods) {
        Map<String, double[]> all = new LinkedHashMap<>();
        tables.forEach((profile, table) -> {
            RevenueClock clock = clock(profile);
            double[] shares = new double[block.size() * periods.size()];
            for (int d = 0; d < block.size(); d++) {
                int at = d * clock.tableSize();
                for (int p = 0; p < periods.size(); p++) {
                    double until = clock.first(table, at, periods.get(p).toH());
                    shares[d * periods.size() + p] =
                            until - clock.first(table, at, periods.get(p).fromH());
                }
            }
            all.put(profile, shares);
        });
        return all;
    }

    /** The day's split over the hours is Dirichlet around the profile: independent gammas divided by their sum. */
    private double[] table(DemandProfile profile, Block block) {
        RevenueClock clock = clock(profile.name());
        List<SharedStateContinuousSampler> hours = hourSamplers(profile, block);
        double[] table = new double[clock.tableSize() * block.size()];
        double[] shares = new double[24];
        for (int d = 0; d < block.size(); d++) {
            double sum = 0;
            for (int hour = 0; hour < 24; hour++) {
                shares[hour] = hours.get(hour).sample();
                sum += shares[hour];
            }
            for (int hour = 0; hour < 24; hour++) {
                shares[hour] /= sum;
            }
            clock.integrate(shares, table, d * clock.tableSize());
        }
        return table;
    }

    private List<SharedStateContinuousSampler> hourSamplers(DemandProfile profile, Block block) {
        double concentration = assumptions
                .get(BeliefName.PROFILE_CONCENTRATION, profile.name())
                .p50();
        UniformRandomProvider random = streams.of("profile/" + profile.name(), block.number());
        List<SharedStateContinuousSampler> samplers = new ArrayList<>();
        for (double share : profile.hourShares()) {
            samplers.add(AhrensDieterMarsagliaTsangGammaSampler.of(random, concentration * share, 1));
        }
        return samplers;
    }
}
