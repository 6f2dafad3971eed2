package org.ausfall.core.backtest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ausfall.core.analysis.Analysis;
import org.ausfall.core.analysis.Settings;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.exposure.AffectedProfile;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Workers;
import org.ausfall.core.world.Twist;
import org.ausfall.core.world.World;
import org.ausfall.core.world.WorldGenerator;

/**
 * Estimates the losses of worlds of which the truth is known, and says whether the method is right about them: whether its ranges hold
 * what they promise where the world is as believed, and almost so where it is not.
 *
 * @param scores the scores by kind of world
 * @param gates what must hold, and whether it does
 */
public record WorldTrial(List<Group> scores, List<Gate> gates) {
    private static final double HOURS_A_YEAR = 8760;

    /** Copies the lists. */
    public WorldTrial {
        scores = List.copyOf(scores);
        gates = List.copyOf(gates);
    }

    /**
     * Worlds that were scored together.
     *
     * @param name what they have in common
     * @param scores their scores
     */
    public record Group(String name, Scores scores) {}

    /**
     * Something that must hold.
     *
     * @param what what is measured, on which worlds
     * @param value what it came to
     * @param lowest the smallest value that will do
     * @param highest the largest value that will do
     */
    public record Gate(String what, double value, double lowest, double highest) {
        /** Whether it holds. */
        public boolean holds() {
            return lowest <= value && value <= highest;
        }
    }

    /**
     * How a trial is run.
     *
     * @param worlds how many worlds that are as believed, and how many that are not; 10 to 100,000
     * @param draws simulated outcomes for each, 100 to 1,000,000
     * @param seed where the random streams of worlds and estimates start
     */
    public record Plan(int worlds, int draws, Seed seed) {
        /** Checks the numbers. */
        public Plan {
            if (worlds < 10 || worlds > 100_000) {
                throw new IllegalArgumentException("worlds must be between 10 and 100000, were " + worlds);
            }
            if (draws < 100 || draws > 1_000_000) {
                throw new IllegalArgumentException("draws must be between 100 and 1000000, was " + draws);
            }
        }
    }

    /** Whether all gates hold. */
    public boolean holds() {
        return gates.stream().allMatch(Gate::holds);
    }

    /**
     * Runs a trial.
     *
     * @param workers how worlds are carried out; has no influence on the result
     */
    public static WorldTrial run(Assumptions assumptions, Plan plan, Workers workers) {
        List<Scores.Case> believed = cases(assumptions, plan, List.of(Twist.NONE), workers);
        List<Twist> twists = Twist.misspecified();
        List<Scores.Case> twisted = cases(assumptions, plan, twists, workers);
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("well specified", Scores.of(believed)));
        groups.add(new Group("misspecified", Scores.of(twisted)));
        for (int i = 0; i < twists.size(); i++) {
            groups.add(
                    new Group("misspecified: " + twists.get(i).label(), Scores.of(every(twisted, i, twists.size()))));
        }
        return new WorldTrial(
                groups, gates(groups.get(0).scores(), groups.get(1).scores()));
    }

    private static List<Gate> gates(Scores believed, Scores twisted) {
        return List.of(
                new Gate(
                        "well specified: share of worlds inside the 90 % range",
                        believed.at(Scores.PRINTED).share(), 0.86, 0.94),
                new Gate("well specified: mean log ratio", believed.meanLogRatio(), -0.05, 0.05),
                new Gate("well specified: skill against flat8760", believed.skill(), 0.3, 1),
                new Gate(
                        "misspecified: share of worlds inside the 90 % range",
                        twisted.at(Scores.PRINTED).share(), 0.8, 1),
                new Gate("misspecified: mean log ratio", twisted.meanLogRatio(), -0.2, 0.2));
    }

    private static <T> List<T> every(List<T> all, int first, int step) {
        List<T> some = new ArrayList<>();
        for (int i = first; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        return some;
    }

    /** The twists take turns. */
    private static List<Scores.Case> cases(Assumptions assumptions, Plan plan, List<Twist> twists, Workers workers) {
        WorldGenerator generator = new WorldGenerator(assumptions, plan.seed());
        List<List<Scores.Case>> slots = new ArrayList<>(Collections.nCopies(plan.worlds(), List.of()));
        workers.run(
                plan.worlds(),
                i -> slots.set(
                        i, List.of(trial(generator.world(twists.get(i % twists.size()), i), assumptions, plan))));
        return slots.stream().flatMap(List::stream).toList();
    }

    private static Scores.Case trial(World world, Assumptions assumptions, Plan plan) {
        Settings settings = new Settings(Threshold.parse("20%"), AffectedProfile.APICA_2017, plan.draws(), plan.seed());
        double[] draws = Analysis.grossDraws(world.evidence(), assumptions, settings, Workers.SERIAL);
        double annual = world.evidence().companies().stream()
                .flatMap(company -> company.revenue().stream())
                .mapToDouble(Money::usd)
                .sum();
        double flat = annual / HOURS_A_YEAR * world.evidence().event().window().hours();
        return new Scores.Case(Prediction.of(draws), world.trueGrossUsd(), flat);
    }
}
