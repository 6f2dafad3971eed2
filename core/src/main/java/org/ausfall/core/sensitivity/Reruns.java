package org.ausfall.core.sensitivity;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.loss.LossModel;
import org.ausfall.core.loss.PopulationDraws;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;
import org.ausfall.core.simulation.Workers;

/**
 * Reruns of the loss model that differ in one thing, with the luck of the first run in everything else.
 *
 * @param draws the first so many draws of the run are made again
 */
record Reruns(Evidence evidence, Assumptions assumptions, int draws, Seed seed) {
    /** Other beliefs, the same luck. */
    PopulationDraws changed(UnaryOperator<Assumptions> change) {
        return LossModel.populationDraws(evidence, change.apply(assumptions), draws, new Streams(seed), Workers.SERIAL);
    }

    /** The same beliefs; what these streams are for drawn anew, in each rerun by the same new luck. */
    PopulationDraws redrawn(Predicate<String> streams) {
        Seed other = new Seed(seed.value() ^ 0x5851f42d4c957f2dL);
        return LossModel.populationDraws(
                evidence, assumptions, draws, new Streams(seed).redrawing(streams, other), Workers.SERIAL);
    }
}
