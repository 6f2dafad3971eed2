package org.ausfall.core.sensitivity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What moves one loss of one population.
 *
 * @param scope the population
 * @param measure gross or net
 * @param estimate the loss as estimated, all beliefs and all luck drawn
 * @param bars beliefs over all their scopes, the largest swing of the median first; those that move nothing are left out
 * @param scopeBars the same for single scopes; {@link Effort#SOBOL} only
 * @param chance the loss with every belief at its median, so that only luck (and which response curve holds) is left
 * @param split where the variance comes from
 * @param indices shares of the variance, the largest total first; {@link Effort#SOBOL} only
 */
public record PopulationSensitivity(
        String scope,
        Measure measure,
        Levels estimate,
        List<Bar> bars,
        List<Bar> scopeBars,
        Levels chance,
        VarianceSplit split,
        List<SobolIndex> indices) {
    /** Puts bars and indices into their order. */
    public PopulationSensitivity {
        bars = sorted(bars);
        scopeBars = sorted(scopeBars);
        indices = indices.stream()
                .sorted(Comparator.comparingDouble(
                                (SobolIndex index) -> -index.total().value())
                        .thenComparing(index -> index.driver().code()))
                .toList();
    }

    private static List<Bar> sorted(List<Bar> bars) {
        return bars.stream()
                .sorted(Comparator.comparingDouble((Bar bar) -> -bar.swing())
                        .thenComparing(bar -> bar.driver().code()))
                .toList();
    }

    /**
     * The belief that is most worth learning more about: with the largest total index if that is sure, else with the largest swing. One
     * that is behind an unsure one is not taken for the first.
     */
    public Optional<Driver> worthLearning() {
        Stream<Driver> byVariance = indices.stream()
                .filter(index -> index.driver().kind() == Driver.Kind.BELIEF)
                .limit(1)
                .filter(SobolIndex::hasConverged)
                .map(SobolIndex::driver);
        Stream<Driver> bySwing = bars.stream().filter(bar -> bar.swing() > 0).map(Bar::driver);
        return Stream.concat(byVariance, bySwing).findFirst();
    }
}
