package org.ausfall.core.backtest;

import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.ausfall.core.quantity.Interval;

/**
 * How good the predictions of a number of events were, taken together.
 *
 * @param events how many
 * @param coverage how often central intervals held what came true, by level
 * @param medianRatio the middle one of all ratios of upper to lower end of the 90 % intervals; infinite where a lower end is 0
 * @param meanIntervalScore mean interval score of the 90 % intervals, in the unit of the events
 * @param meanCrps mean fair CRPS, in the unit of the events
 * @param meanFlatError mean absolute error of the naive figure, in the unit of the events
 * @param meanLogRatio mean of ln(median / actual): above 0 the predictions were too high
 * @param skill 1 - mean CRPS / mean error of the naive figure: 1 is perfect, 0 no better, below 0 worse
 * @param relativeSkill the same with each event divided by what came true, so that large ones do not rule
 */
public record Scores(
        int events,
        List<Coverage> coverage,
        double medianRatio,
        double meanIntervalScore,
        double meanCrps,
        double meanFlatError,
        double meanLogRatio,
        double skill,
        double relativeSkill) {
    /** The levels at which coverage is counted. */
    public static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9, 0.95);

    /** The level of the interval that is printed. */
    public static final double PRINTED = 0.9;

    /** Copies the list. */
    public Scores {
        coverage = List.copyOf(coverage);
    }

    /**
     * How often intervals of a level held what came true.
     *
     * @param level the share they were meant to hold
     * @param inside how many did
     * @param events of how many
     * @param band where the share that holds in the long run may lie, 95 % (Clopper and Pearson 1934)
     */
    public record Coverage(double level, int inside, int events, Interval band) {
        /** The share that held. */
        public double share() {
            return (double) inside / events;
        }
    }

    /**
     * A prediction, what came true, and what the naive figure said; all in one unit.
     *
     * @param prediction what was foretold
     * @param actual what came true, positive
     * @param flat what the naive figure said
     */
    public record Case(Prediction prediction, double actual, double flat) {
        /** Checks the sign. */
        public Case {
            if (!(actual > 0)) {
                throw new IllegalArgumentException("what came true must be above 0, was " + actual);
            }
        }

        private double logRatio() {
            return Math.log(prediction.median() / actual);
        }

        private double ratioOfEnds() {
            Interval interval = prediction.interval(PRINTED);
            return interval.upper() / interval.lower();
        }
    }

    /**
     * The scores of these cases.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Scores of(List<Case> cases) {
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to score");
        }
        double crps = mean(cases, one -> one.prediction().fairCrps(one.actual()));
        double flat = mean(cases, one -> Math.abs(one.flat() - one.actual()));
        double relativeCrps = mean(cases, one -> one.prediction().fairCrps(one.actual()) / one.actual());
        double relativeFlat = mean(cases, one -> Math.abs(one.flat() - one.actual()) / one.actual());
        double[] ratios = cases.stream().mapToDouble(Case::ratioOfEnds).sorted().toArray();
        int middle = ratios.length / 2;
        return new Scores(
                cases.size(),
                LEVELS.stream().map(level -> coverage(cases, level)).toList(),
                ratios.length % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2,
                mean(cases, one -> intervalScore(one.prediction().interval(PRINTED), one.actual())),
                crps,
                flat,
                mean(cases, Case::logRatio),
                1 - crps / flat,
                1 - relativeCrps / relativeFlat);
    }

    private static double mean(List<Case> cases, java.util.function.ToDoubleFunction<Case> value) {
        return cases.stream().mapToDouble(value).sum() / cases.size();
    }

    private static Coverage coverage(List<Case> cases, double level) {
        int inside = (int) cases.stream()
                .filter(one -> holds(one.prediction().interval(level), one.actual()))
                .count();
        return new Coverage(level, inside, cases.size(), clopperPearson(inside, cases.size(), 0.95));
    }

    /** Whether the interval holds the value, its ends included. */
    public static boolean holds(Interval interval, double actual) {
        return interval.lower() <= actual && actual <= interval.upper();
    }

    /**
     * Interval score: width, plus 2 / (1 - level) times the distance by which the value was missed; lower is better (Gneiting and
     * Raftery 2007, equation 43).
     */
    public static double intervalScore(Interval interval, double actual) {
        double missed = Math.max(0, Math.max(interval.lower() - actual, actual - interval.upper()));
        return interval.upper() - interval.lower() + 2 / (1 - interval.level()) * missed;
    }

    /**
     * Where a probability may lie that gave {@code successes} in {@code trials}: exact, never narrower than its level (Clopper and
     * Pearson 1934), by quantiles of the beta distribution.
     *
     * @param trials positive
     * @param level in (0, 1)
     */
    public static Interval clopperPearson(int successes, int trials, double level) {
        if (trials <= 0 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("no share: " + successes + " of " + trials);
        }
        double tail = (1 - level) / 2;
        double lower = successes == 0
                ? 0
                : new BetaDistribution(null, successes, trials - successes + 1.0).inverseCumulativeProbability(tail);
        double upper = successes == trials
                ? 1
                : new BetaDistribution(null, successes + 1.0, (double) trials - successes)
                        .inverseCumulativeProbability(1 - tail);
        return new Interval(lower, upper, level);
    }

    /** The coverage at that level. */
    public Coverage at(double level) {
        return coverage.stream()
                .filter(entry -> entry.level() == level)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no coverage at level " + level + "; see LEVELS"));
    }
}
