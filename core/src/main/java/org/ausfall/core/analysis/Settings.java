package org.ausfall.core.analysis;

import java.util.Optional;
import org.ausfall.core.exposure.AffectedProfile;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.core.simulation.Seed;

/**
 * What the analyst chose for a run; together with evidence and assumptions it fixes every digit of the findings.
 *
 * @param threshold from which slowdown on a site counts as affected
 * @param profile the definition of "affected"
 * @param draws how many outcomes are simulated, 100 to 1,000,000
 * @param seed where the random streams start
 * @param shareBy the column of the list of retailers by whose values the share is given; empty for one that is called like a sector, if
 *     there is one
 */
public record Settings(Threshold threshold, AffectedProfile profile, int draws, Seed seed, Optional<String> shareBy) {
    /** Settings without a column to give the share by. */
    public Settings(Threshold threshold, AffectedProfile profile, int draws, Seed seed) {
        this(threshold, profile, draws, seed, Optional.empty());
    }

    /** Checks the number of draws. */
    public Settings {
        if (draws < 100 || draws > 1_000_000) {
            throw new IllegalArgumentException("draws must be between 100 and 1000000, was " + draws);
        }
    }
}
