package org.ausfall.core.backtest;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ausfall.core.assumption.Belief;

/**
 * All priors, each once, in the order of {@link PriorName}.
 *
 * @param all the priors
 */
public record Priors(List<Prior> all) {
    /** Puts them in order and checks that each name stands exactly once. */
    public Priors {
        all = all.stream().sorted(Comparator.comparing(Prior::name)).toList();
        Map<PriorName, Prior> byName = new EnumMap<>(PriorName.class);
        for (Prior prior : all) {
            if (byName.put(prior.name(), prior) != null) {
                throw new IllegalArgumentException(
                        "prior stands twice: " + prior.name().code());
            }
        }
        for (PriorName name : PriorName.values()) {
            if (!byName.containsKey(name)) {
                throw new IllegalArgumentException("no prior " + name.code());
            }
        }
    }

    /** What is believed under that name. */
    public Belief get(PriorName name) {
        return all.stream()
                .filter(prior -> prior.name() == name)
                .map(Prior::belief)
                .findFirst()
                .orElseThrow();
    }

    /** The median. */
    double median(PriorName name) {
        return get(name).p50();
    }

    /** The standard deviation of the logarithm: (ln P95 - ln P5) / (2 z95). */
    double logSd(PriorName name) {
        Belief belief = get(name);
        return (Math.log(belief.p95()) - Math.log(belief.p05())) / (2 * Belief.Z95);
    }

    /** The same of the log-odds. */
    double logOddsSd(PriorName name) {
        Belief belief = get(name);
        return (logOdds(belief.p95()) - logOdds(belief.p05())) / (2 * Belief.Z95);
    }

    static double logOdds(double share) {
        return Math.log(share / (1 - share));
    }
}
