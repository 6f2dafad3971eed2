package org.ausfall.core.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.loss.LossDistribution;
import org.ausfall.core.loss.PopulationDraws;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.core.simulation.Streams;
import org.ausfall.core.simulation.Workers;

/**
 * All reruns of an effort, made once and then looked at loss by loss. Of reruns with a belief held only levels are kept; of reruns with
 * chance drawn anew, the draws.
 */
final class ManyReruns {
    /** The places of the reruns with chance drawn anew that every effort has; those driver by driver come after. */
    private static final int BASE = 0;

    private static final int BELIEFS = 1;
    private static final int ALL = 2;
    private static final int SECTORS = 3;
    private static final int EVERYTHING = 4;
    private static final int FIRST_DRIVER = 5;

    /** One loss of one population. */
    private record Loss(PopulationLoss population, Measure measure) {}

    private final Reruns reruns;
    private final List<Loss> losses;
    private final List<Driver> beliefs;
    private final List<Driver> scopes;
    private final List<Driver> swapped;
    private final Levels[][] levels;
    private final double[][][] draws;

    private ManyReruns(Reruns reruns, List<PopulationLoss> populations, Effort effort) {
        this.reruns = reruns;
        this.losses = populations.stream()
                .flatMap(population -> Stream.of(Measure.values()).map(measure -> new Loss(population, measure)))
                .toList();
        boolean thorough = effort == Effort.SOBOL;
        this.beliefs = Driver.beliefs(reruns.assumptions());
        this.scopes = thorough ? Driver.scopes(reruns.assumptions()) : List.of();
        this.swapped = thorough ? Driver.drawn(reruns.assumptions()) : List.of();
        this.levels = new Levels[1 + 2 * (beliefs.size() + scopes.size())][];
        this.draws = new double[FIRST_DRIVER + swapped.size()][][];
    }

    /** Makes all reruns, each on its own. */
    static ManyReruns of(Reruns reruns, List<PopulationLoss> populations, Effort effort, Workers workers) {
        ManyReruns many = new ManyReruns(reruns, populations, effort);
        List<UnaryOperator<Assumptions>> held = many.held();
        List<Predicate<String>> drawn = many.drawn();
        workers.run(held.size() + drawn.size(), i -> {
            if (i < held.size()) {
                many.levels[i] = many.levels(reruns.changed(held.get(i)));
            } else {
                many.draws[i - held.size()] = many.draws(reruns.redrawn(drawn.get(i - held.size())));
            }
        });
        return many;
    }

    /** What is believed in each rerun: first all medians, then each belief at its low and its high end. */
    private List<UnaryOperator<Assumptions>> held() {
        List<UnaryOperator<Assumptions>> held = new ArrayList<>(List.of(ManyReruns::medians));
        Stream.concat(beliefs.stream(), scopes.stream()).forEach(driver -> {
            held.add(assumptions -> driver.at(-Belief.Z95, assumptions));
            held.add(assumptions -> driver.at(Belief.Z95, assumptions));
        });
        return held;
    }

    private static Assumptions medians(Assumptions assumptions) {
        Assumptions changed = assumptions;
        for (Driver driver : Driver.beliefs(assumptions)) {
            if (!driver.belongsToCompanies()) {
                changed = driver.at(0, changed);
            }
        }
        return changed;
    }

    /** Which streams are drawn anew in each rerun. */
    private List<Predicate<String>> drawn() {
        List<Predicate<String>> drawn = new ArrayList<>(List.of(
                stream -> false,
                upTo(Driver.Kind.RECONSTRUCTED_SALES),
                upTo(Driver.Kind.CHANCE_OF_ALL),
                upTo(Driver.Kind.CHANCE_OF_SECTORS),
                stream -> true));
        swapped.forEach(driver -> drawn.add(driver::draws));
        return drawn;
    }

    private Predicate<String> upTo(Driver.Kind last) {
        List<Driver> first = Driver.drawn(reruns.assumptions()).stream()
                .filter(driver -> driver.kind().compareTo(last) <= 0)
                .toList();
        return stream -> first.stream().anyMatch(driver -> driver.draws(stream));
    }

    private Levels[] levels(PopulationDraws rerun) {
        return losses.stream()
                .map(loss ->
                        Levels.of(loss.measure().of(rerun, loss.population().scope())))
                .toArray(Levels[]::new);
    }

    private double[][] draws(PopulationDraws rerun) {
        return losses.stream()
                .map(loss -> loss.measure().of(rerun, loss.population().scope()))
                .toArray(double[][]::new);
    }

    /** What moves each loss, in the order of the populations, gross before net. */
    List<PopulationSensitivity> results() {
        List<PopulationSensitivity> results = new ArrayList<>();
        for (int loss = 0; loss < losses.size(); loss++) {
            results.add(result(loss));
        }
        return results;
    }

    private PopulationSensitivity result(int loss) {
        PopulationLoss population = losses.get(loss).population();
        Measure measure = losses.get(loss).measure();
        LossDistribution estimated = measure.of(population);
        Levels estimate = new Levels(estimated.p05(), estimated.p50(), estimated.p95());
        Levels base = Levels.of(draws[BASE][loss]);
        Jansen jansen = new Jansen(draws[BASE][loss], draws[EVERYTHING][loss], new Streams(reruns.seed()));
        return new PopulationSensitivity(
                population.scope(),
                measure,
                estimate,
                bars(beliefs, 1, loss, base, estimate),
                bars(scopes, 1 + 2 * beliefs.size(), loss, base, estimate),
                levels[0][loss].carriedOver(base, estimate),
                split(jansen, loss),
                indices(jansen, loss));
    }

    private List<Bar> bars(List<Driver> drivers, int first, int loss, Levels base, Levels estimate) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < drivers.size(); i++) {
            Levels low = levels[first + 2 * i][loss];
            Levels high = levels[first + 2 * i + 1][loss];
            if (low.differsFrom(high)) {
                bars.add(new Bar(drivers.get(i), low.carriedOver(base, estimate), high.carriedOver(base, estimate)));
            }
        }
        return bars;
    }

    private VarianceSplit split(Jansen jansen, int loss) {
        double[] believed = draws[BELIEFS][loss];
        double[] all = draws[ALL][loss];
        double[] sectors = draws[SECTORS][loss];
        return new VarianceSplit(
                jansen.first(believed), jansen.added(believed, all), jansen.added(all, sectors), jansen.rest(sectors));
    }

    private List<SobolIndex> indices(Jansen jansen, int loss) {
        List<SobolIndex> indices = new ArrayList<>();
        for (int i = 0; i < swapped.size(); i++) {
            double[] ab = draws[FIRST_DRIVER + i][loss];
            SobolIndex index = new SobolIndex(swapped.get(i), jansen.first(ab), jansen.total(ab));
            if (index.total().value() > 0) {
                indices.add(index);
            }
        }
        return indices;
    }
}
