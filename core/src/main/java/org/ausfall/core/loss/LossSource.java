package org.ausfall.core.loss;

import org.ausfall.core.simulation.RandomStream;

/** Something that loses revenue in an outage: a company, or one of its monitored sites. */
interface LossSource {
    /**
     * Adds this source's gross and net loss to the draws of the block. A {@link DependentCompany} must be the only source of its
     * company.
     *
     * @param shared what all sources of the block have in common
     * @param random this source's own stream for this block
     */
    void addTo(SharedDraws shared, RandomStream random, BlockLosses losses);
}
