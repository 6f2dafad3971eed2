package org.ausfall.core.world;

import org.ausfall.core.evidence.Evidence;

/**
 * An outage of which everything is known.
 *
 * @param evidence what an analyst gets to see
 * @param trueGrossUsd what all its companies really lost before sales came back
 * @param trueNetUsd what they lost in the end
 */
public record World(Evidence evidence, double trueGrossUsd, double trueNetUsd) {}
