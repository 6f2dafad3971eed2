package org.ausfall.core.sensitivity;

import java.util.Locale;
import org.ausfall.core.loss.LossDistribution;
import org.ausfall.core.loss.PopulationDraws;
import org.ausfall.core.loss.PopulationLoss;

/** Which loss. */
public enum Measure {
    /** Before sales come back. */
    GROSS,
    /** After. */
    NET;

    /** The word in files: {@code gross}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This loss of a population. */
    public LossDistribution of(PopulationLoss population) {
        return this == GROSS ? population.gross() : population.net();
    }

    double[] of(PopulationDraws draws, String scope) {
        return this == GROSS ? draws.gross(scope) : draws.net(scope);
    }
}
