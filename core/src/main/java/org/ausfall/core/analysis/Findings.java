package org.ausfall.core.analysis;

import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.loss.Losses;

/**
 * Everything a run found, with what it was found from.
 *
 * @param settings what the analyst chose
 * @param evidence what was read
 * @param assumptions what was believed
 * @param exposure who was touched
 * @param losses what it cost
 */
public record Findings(
        Settings settings, Evidence evidence, Assumptions assumptions, Exposure exposure, Losses losses) {}
