package org.ausfall.core.loss;

import java.util.List;

/**
 * What the outage cost.
 *
 * @param populations the populations, then the sectors in alphabetical order
 * @param companies one entry a company or retailer, by id
 * @param notEstimated who is missing and why, by id
 */
public record Losses(List<PopulationLoss> populations, List<CompanyLoss> companies, List<NotEstimated> notEstimated) {
    /** Copies the lists. */
    public Losses {
        populations = List.copyOf(populations);
        companies = List.copyOf(companies);
        notEstimated = List.copyOf(notEstimated);
    }

    /**
     * The population with that scope.
     *
     * @throws IllegalArgumentException if there is none
     */
    public PopulationLoss population(String scope) {
        return populations.stream()
                .filter(population -> population.scope().equals(scope))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no population " + scope));
    }
}
