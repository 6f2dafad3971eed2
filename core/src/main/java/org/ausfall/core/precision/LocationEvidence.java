package org.ausfall.core.precision;

import java.util.Optional;
import org.ausfall.core.quantity.Share;

/**
 * What one location says of a site.
 *
 * @param location its name
 * @param baselineLevel what it was compared with
 * @param before samples before, failures included
 * @param during samples during the outage, failures included
 * @param durations successful samples during the outage
 * @param slowness by how much it was slower; empty where that cannot be told
 * @param availability the share of probes in earnest that were answered during the outage
 * @param shiftMs the Hodges-Lehmann shift of its single durations, ms, with a 90 % interval; empty where there is no slowness
 */
public record LocationEvidence(
        String location,
        String baselineLevel,
        long before,
        long during,
        long durations,
        Optional<Slowness> slowness,
        Optional<Share> availability,
        Optional<Shift> shiftMs) {}
