package org.ausfall.ingest;

import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.evidence.Evidence;

/**
 * Everything that was read.
 *
 * @param evidence what the world reported, with the problems of all files
 * @param assumptions what is believed
 */
public record Input(Evidence evidence, Assumptions assumptions) {}
