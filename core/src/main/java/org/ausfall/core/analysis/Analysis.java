package org.ausfall.core.analysis;

import java.util.Optional;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.exposure.AffectedProfile;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.GroupShares;
import org.ausfall.core.loss.LossModel;
import org.ausfall.core.loss.Losses;
import org.ausfall.core.simulation.Workers;

/** The one door of the core: evidence, assumptions and settings in, findings out. Same input, same bits. */
public final class Analysis {
    private Analysis() {}

    /**
     * Why these settings cannot be applied to this evidence, as a sentence for the analyst; empty if they can.
     */
    public static Optional<String> refusal(Evidence evidence, Settings settings) {
        if (settings.profile() == AffectedProfile.STRICT && evidence.raw().isEmpty()) {
            return Optional.of(
                    "profile strict needs raw measurements (it tests the shift of each site and asks for 100 ms or more), but "
                            + evidence.event().id() + " has only summaries; use --profile "
                            + AffectedProfile.APICA_2017.code());
        }
        return settings.shareBy().flatMap(column -> GroupShares.refusal(column, evidence.retailers()));
    }

    /**
     * Computes the findings.
     *
     * @param workers how independent tasks are carried out; has no influence on the result
     * @throws IllegalArgumentException if {@link #refusal} has something to say, or a belief is missing or unusable
     */
    public static Findings run(Evidence evidence, Assumptions assumptions, Settings settings, Workers workers) {
        refusal(evidence, settings).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        Exposure exposure = Exposure.estimate(evidence, settings.threshold(), settings.profile(), settings.shareBy());
        Losses losses = LossModel.estimate(evidence, assumptions, settings.draws(), settings.seed(), workers);
        return new Findings(settings, evidence, assumptions, exposure, losses);
    }

    /**
     * The simulated gross losses of all listed companies together, USD, draw by draw; the same draws that {@link #run} sums up.
     *
     * @throws IllegalArgumentException if {@link #refusal} has something to say, or a belief is missing or unusable
     */
    public static double[] grossDraws(Evidence evidence, Assumptions assumptions, Settings settings, Workers workers) {
        refusal(evidence, settings).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return LossModel.populationDraws(evidence, assumptions, settings.draws(), settings.seed(), workers)
                .gross(LossModel.LISTED);
    }
}
