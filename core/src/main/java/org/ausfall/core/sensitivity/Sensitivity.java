package org.ausfall.core.sensitivity;

import java.util.List;
import java.util.Optional;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.loss.Losses;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Workers;

/**
 * What moves the losses, population by population; sectors and the values of an analyst's columns are left out.
 *
 * @param effort how much was rerun
 * @param draws how many draws each rerun had
 * @param populations each population twice: gross, then net
 */
public record Sensitivity(Effort effort, int draws, List<PopulationSensitivity> populations) {
    /** Draws of a rerun where a part of them will do. */
    private static final int FEW_DRAWS = 1024;

    /** Copies the list. */
    public Sensitivity {
        populations = List.copyOf(populations);
    }

    /**
     * Reruns the loss model with one thing changed at a time.
     *
     * @param losses what the model found with these draws and this seed
     * @param draws how many draws it had; {@link Effort#TORNADO} makes do with the first 1,024 of them
     * @throws IllegalArgumentException if a belief that is needed is missing or unusable
     */
    public static Sensitivity estimate(
            Evidence evidence,
            Assumptions assumptions,
            Losses losses,
            int draws,
            Seed seed,
            Effort effort,
            Workers workers) {
        int part = effort == Effort.SOBOL ? draws : Math.min(draws, FEW_DRAWS);
        List<PopulationLoss> populations = losses.populations().stream()
                .filter(population -> population.isHeadline() && population.isEstimated())
                .toList();
        Reruns reruns = new Reruns(evidence, assumptions, part, seed);
        return new Sensitivity(
                effort,
                part,
                ManyReruns.of(reruns, populations, effort, workers).results());
    }

    /** What moves that loss of that population. */
    public Optional<PopulationSensitivity> find(String scope, Measure measure) {
        return populations.stream()
                .filter(population -> population.scope().equals(scope) && population.measure() == measure)
                .findFirst();
    }
}
