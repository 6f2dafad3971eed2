package org.ausfall.core.analysis;

import java.util.Optional;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.loss.Losses;
import org.ausfall.core.sensitivity.Sensitivity;

/**
 * Everything a run found, with what it was found from.
 *
 * @param settings what the analyst chose
 * @param evidence what was read
 * @param assumptions what was believed
 * @param exposure who was touched
 * @param losses what it cost
 * @param sensitivity what moves that, if it was asked
 */
public record Findings(
        Settings settings,
        Evidence evidence,
        Assumptions assumptions,
        Exposure exposure,
        Losses losses,
        Optional<Sensitivity> sensitivity) {
    /** Findings of which nobody asked what moves them. */
    public Findings(Settings settings, Evidence evidence, Assumptions assumptions, Exposure exposure, Losses losses) {
        this(settings, evidence, assumptions, exposure, losses, Optional.empty());
    }
}
