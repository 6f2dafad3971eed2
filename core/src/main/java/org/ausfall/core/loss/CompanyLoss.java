package org.ausfall.core.loss;

import java.util.List;
import org.ausfall.core.evidence.Provenance;

/**
 * The estimated loss of one company or retailer, with the factors behind it.
 *
 * @param id ticker, or retailer id where no listed company stands behind it
 * @param name the name to show
 * @param sector the sector, or {@code online retail} for a retailer without a listed company
 * @param scopes the populations it is counted in
 * @param approach how the loss was modelled
 * @param annualUsd the revenue at risk in a year: web sales where monitored (the mean of all reconstructed ones
 *     where they are reconstructed, because each draw deals those out anew), group revenue else
 * @param unmodelledUsd the rest of a listed company's revenue in a year, for which nothing is modelled
 * @param annualProvenance where the revenue at risk comes from
 * @param slowdownProvenance where the monitored times come from; unknown where not monitored
 * @param windowUsd expected revenue during the given window: annual revenue by hour, weekday, season and zone
 * @param flat8760Usd the naive figure: {@code annualUsd} / 8760 x hours of the window, all of it lost
 * @param hitShare share of draws in which anything was lost
 * @param lostShare mean share of {@code windowUsd} lost in those draws (above 1 where the failure outlasted the window)
 * @param recapturedShare share of the mean gross loss that came back
 * @param gross before sales come back
 * @param net after
 */
public record CompanyLoss(
        String id,
        String name,
        String sector,
        List<String> scopes,
        Approach approach,
        double annualUsd,
        double unmodelledUsd,
        Provenance annualProvenance,
        Provenance slowdownProvenance,
        double windowUsd,
        double flat8760Usd,
        double hitShare,
        double lostShare,
        double recapturedShare,
        LossDistribution gross,
        LossDistribution net) {
    /** Copies the scopes. */
    public CompanyLoss {
        scopes = List.copyOf(scopes);
    }

    /** Whether any input of this loss is reconstructed. */
    public boolean reconstructed() {
        return annualProvenance == Provenance.RECONSTRUCTED || slowdownProvenance == Provenance.RECONSTRUCTED;
    }
}
