package org.ausfall.core.detection;

import java.time.Duration;
import java.util.List;
import org.ausfall.core.quantity.OutageWindow;

/**
 * What was found in the measurements, and what was looked at.
 *
 * @param marking the bins, the polling interval and the threshold
 * @param sites how many sites had a verdict in some bin
 * @param tooSeldom the sites without a verdict in any bin, because too few of their locations ask in one bin, in order
 * @param tooFew the sites without a verdict, because no location has enough successes to know what is usual, in order
 * @param locations how many locations had a usual time for some site
 * @param shares the shares by bin
 * @param outages what was found, in the order of time
 * @param localTroubles stretches of time that would have counted, had more than half of the locations seen them
 */
public record Detection(
        Marking marking,
        int sites,
        List<String> tooSeldom,
        List<String> tooFew,
        int locations,
        PooledShares shares,
        List<DetectedOutage> outages,
        List<OutageWindow> localTroubles) {
    /** Copies the lists. */
    public Detection {
        tooSeldom = List.copyOf(tooSeldom);
        tooFew = List.copyOf(tooFew);
        outages = List.copyOf(outages);
        localTroubles = List.copyOf(localTroubles);
    }

    /** How long the measurements are, from the first bin with a verdict to the end of the last; zero without any. */
    public Duration length() {
        return marking.bins().length().multipliedBy(shares.size());
    }
}
