package org.ausfall.core.evidence;

import java.time.ZoneId;
import java.util.List;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Threshold;

/**
 * An outage: what failed, when, and how it came back.
 *
 * @param id lower-case letters, digits and hyphens; names the output folder
 * @param title what failed, for the headline
 * @param window when, as given by {@code windowGivenBy}
 * @param windowGivenBy who gave the window
 * @param zone the local zone in which sources speak; results are UTC
 * @param publishedThreshold the threshold behind the published states
 * @param population who was monitored
 * @param reads the provider's recovery for reading
 * @param writes the provider's recovery for writing
 * @param demonstration whether the event is made up to show the program; its title then says so
 * @param sources citations
 */
public record OutageEvent(
        String id,
        String title,
        OutageWindow window,
        String windowGivenBy,
        ZoneId zone,
        Threshold publishedThreshold,
        Population population,
        RecoveryCurve reads,
        RecoveryCurve writes,
        boolean demonstration,
        List<String> sources) {
    /** Copies the sources. */
    public OutageEvent {
        sources = List.copyOf(sources);
    }
}
