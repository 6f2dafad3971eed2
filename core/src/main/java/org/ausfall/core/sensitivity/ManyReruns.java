package org.ausfall.core.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.loss.LossDistribution;
import org.ausfall.core.loss.PopulationDraws;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.core.simulation.Streams;

/** All reruns of an effort, made once and then looked at population by population. */
final class ManyReruns {
    /** A belief held at its low and at its high end. */
    private record Ends(PopulationDraws low, PopulationDraws high) {}

    /** What is drawn anew, one kind more each time; the last has all drawn anew. */
    private record Layers(
            PopulationDraws beliefs, PopulationDraws all, PopulationDraws sectors, PopulationDraws everything) {}

    private final Streams bootstrap;
    private final PopulationDraws base;
    private final PopulationDraws chance;
    private final Map<Driver, Ends> ends = new LinkedHashMap<>();
    private final Map<Driver, Ends> endsOfScopes = new LinkedHashMap<>();
    private final Map<Driver, PopulationDraws> swapped = new LinkedHashMap<>();
    private final Layers layers;

    private ManyReruns(Reruns reruns, Effort effort) {
        Assumptions assumptions = reruns.assumptions();
        this.bootstrap = new Streams(reruns.seed());
        this.base = reruns.base();
        this.chance = reruns.changed(ManyReruns::medians);
        this.layers = layers(reruns);
        Driver.beliefs(assumptions).forEach(driver -> ends.put(driver, ends(driver, reruns)));
        if (effort == Effort.SOBOL) {
            Driver.scopes(assumptions).forEach(driver -> endsOfScopes.put(driver, ends(driver, reruns)));
            Driver.drawn(assumptions).forEach(driver -> swapped.put(driver, reruns.redrawn(driver::draws)));
        }
    }

    static ManyReruns of(Reruns reruns, Effort effort) {
        return new ManyReruns(reruns, effort);
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

    private static Ends ends(Driver driver, Reruns reruns) {
        return new Ends(
                reruns.changed(assumptions -> driver.at(-Belief.Z95, assumptions)),
                reruns.changed(assumptions -> driver.at(Belief.Z95, assumptions)));
    }

    private static Layers layers(Reruns reruns) {
        List<Driver> drawn = Driver.drawn(reruns.assumptions());
        return new Layers(
                reruns.redrawn(upTo(Driver.Kind.RECONSTRUCTED_SALES, drawn)),
                reruns.redrawn(upTo(Driver.Kind.CHANCE_OF_ALL, drawn)),
                reruns.redrawn(upTo(Driver.Kind.CHANCE_OF_SECTORS, drawn)),
                reruns.redrawn(stream -> true));
    }

    private static Predicate<String> upTo(Driver.Kind last, List<Driver> drawn) {
        return stream -> drawn.stream().anyMatch(driver -> driver.kind().compareTo(last) <= 0 && driver.draws(stream));
    }

    PopulationSensitivity of(PopulationLoss population, Measure measure) {
        String scope = population.scope();
        LossDistribution loss = measure.of(population);
        Levels estimate = new Levels(loss.p05(), loss.p50(), loss.p95());
        Levels before = Levels.of(measure.of(base, scope));
        return new PopulationSensitivity(
                scope,
                measure,
                estimate,
                bars(ends, scope, measure, before, estimate),
                bars(endsOfScopes, scope, measure, before, estimate),
                Levels.of(measure.of(chance, scope)).carriedOver(before, estimate),
                split(scope, measure),
                indices(scope, measure));
    }

    private static List<Bar> bars(
            Map<Driver, Ends> ends, String scope, Measure measure, Levels before, Levels estimate) {
        List<Bar> bars = new ArrayList<>();
        ends.forEach((driver, held) -> {
            Levels low = Levels.of(measure.of(held.low(), scope));
            Levels high = Levels.of(measure.of(held.high(), scope));
            if (low.differsFrom(high)) {
                bars.add(new Bar(driver, low.carriedOver(before, estimate), high.carriedOver(before, estimate)));
            }
        });
        return bars;
    }

    private VarianceSplit split(String scope, Measure measure) {
        Jansen jansen = jansen(scope, measure);
        double[] beliefs = measure.of(layers.beliefs(), scope);
        double[] all = measure.of(layers.all(), scope);
        double[] sectors = measure.of(layers.sectors(), scope);
        return new VarianceSplit(
                jansen.first(beliefs), jansen.added(beliefs, all), jansen.added(all, sectors), jansen.rest(sectors));
    }

    private List<SobolIndex> indices(String scope, Measure measure) {
        Jansen jansen = jansen(scope, measure);
        List<SobolIndex> indices = new ArrayList<>();
        swapped.forEach((driver, draws) -> {
            double[] ab = measure.of(draws, scope);
            SobolIndex index = new SobolIndex(driver, jansen.first(ab), jansen.total(ab));
            if (index.total().value() > 0) {
                indices.add(index);
            }
        });
        return indices;
    }

    private Jansen jansen(String scope, Measure measure) {
        return new Jansen(measure.of(base, scope), measure.of(layers.everything(), scope), bootstrap);
    }
}
