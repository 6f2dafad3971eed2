package org.ausfall.core.exposure;

import java.util.Optional;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Threshold;

/**
 * The affected share at one threshold.
 *
 * @param threshold the threshold
 * @param measurable sites whose state is known at this threshold
 * @param affected those that are slower by it or more, or down
 * @param reconstructed measurable sites whose times are reconstructed
 */
public record ThresholdPoint(Threshold threshold, int measurable, int affected, int reconstructed) {
    /** The affected share; empty where nothing is measurable. */
    public Optional<Share> share() {
        return measurable == 0 ? Optional.empty() : Optional.of(Share.of(affected, measurable));
    }
}
