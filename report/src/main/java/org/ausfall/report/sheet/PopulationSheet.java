package org.ausfall.report.sheet;

import org.ausfall.core.analysis.Findings;
import org.ausfall.core.loss.PopulationLoss;

/** One row a population or sector. Populations overlap: the rows must not be added. */
public final class PopulationSheet {
    private static final Layout<PopulationLoss> LAYOUT = LossSheet.distribution(
                    LossSheet.distribution(
                            Layout.<PopulationLoss>empty()
                                    .text("scope", PopulationLoss::scope)
                                    .text("label", PopulationLoss::label)
                                    .count("companies", PopulationLoss::companies)
                                    .count("not_estimated", PopulationLoss::notEstimated)
                                    .count("reconstructed", PopulationLoss::reconstructed)
                                    .usd("annual_usd", PopulationLoss::annualUsd)
                                    .usd("flat8760_usd", PopulationLoss::flat8760Usd),
                            "gross",
                            PopulationLoss::gross),
                    "net",
                    PopulationLoss::net)
            .text("basis", population -> Basis.of(population.reconstructed() > 0));

    private PopulationSheet() {}

    /** The sheet {@code populations}. */
    public static Sheet of(Findings findings) {
        return LAYOUT.fill("populations", findings.losses().populations());
    }
}
