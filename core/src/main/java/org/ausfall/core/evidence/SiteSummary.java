package org.ausfall.core.evidence;

import java.math.BigDecimal;
import java.util.Optional;
import org.ausfall.core.measurement.MedianTimes;
import org.ausfall.core.measurement.SiteMeasurement;
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
 * @param publishedState a state published without a figure, at the event's published threshold; or that raw measurements
 *     showed the site down
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

    /**
     * The summary of a site that was measured. Its times are the {@link MedianTimes}, so that its slowdown is the median over
     * locations; a site that was down has the state in their place. Availability is that during the outage over that before, at
     * most 1.
     *
     * @param provenance {@link Provenance#MEASURED}, or {@link Provenance#RECONSTRUCTED} in a demonstration
     */
    public static SiteSummary measured(Retailer retailer, SiteMeasurement site, Provenance provenance, Place place) {
        Optional<MedianTimes> times = site.isDown() ? Optional.empty() : MedianTimes.of(site);
        return new SiteSummary(
                retailer.id(),
                retailer.name(),
                times.map(MedianTimes::beforeMs),
                times.map(MedianTimes::duringMs),
                relativeAvailability(site),
                Optional.empty(),
                site.isDown() ? Optional.of(PublishedState.DOWN) : Optional.empty(),
                provenance,
                "raw measurements, site " + site.site(),
                place);
    }

    private static Optional<Share> relativeAvailability(SiteMeasurement site) {
        return site.pooledBaseline()
                .outcomes()
                .availability()
                .filter(before -> before.fraction() > 0)
                .flatMap(before -> site.pooledEvent()
                        .outcomes()
                        .availability()
                        .map(during -> new Share(Math.min(1, during.fraction() / before.fraction()))));
    }

    /** The slowdown from both times, if both are known. */
    public Optional<Slowdown> measuredSlowdown() {
        return beforeMs.flatMap(before -> duringMs.map(during -> Slowdown.between(before, during)));
    }
}
