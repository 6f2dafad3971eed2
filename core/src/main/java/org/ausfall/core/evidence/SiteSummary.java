package org.ausfall.core.evidence;

import java.math.BigDecimal;
import java.util.Optional;
import org.ausfall.core.problem.Place;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Slowdown;

/**
 * What one monitored site did, summed up over the outage. What is unknown is empty.
 *
 * @param retailerId the {@link Retailer}
 * @param name the name as this row gives it
 * @param beforeMs load time before, ms, positive
 * @param duringMs load time during, ms, positive
 * @param availability share of probes answered during the outage, relative to before
 * @param publishedSlowdown a slowdown published without its times
 * @param publishedState a state published without a figure, at the event's published threshold
 * @param provenance where the row comes from
 * @param source the citation
 * @param place the row in the input
 */
public record SiteSummary(
        String retailerId,
        String name,
        Optional<BigDecimal> beforeMs,
        Optional<BigDecimal> duringMs,
        Optional<Share> availability,
        Optional<Slowdown> publishedSlowdown,
        Optional<PublishedState> publishedState,
        Provenance provenance,
        String source,
        Place place) {

    /** The slowdown from both times, if both are known. */
    public Optional<Slowdown> measuredSlowdown() {
        return beforeMs.flatMap(before -> duringMs.map(during -> Slowdown.between(before, during)));
    }
}
