package org.ausfall.core.evidence;

import java.time.ZoneId;
import java.util.List;
import org.ausfall.core.measurement.Baseline;
import org.ausfall.core.measurement.Baselines;
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
 * @param baselines what raw measurements are compared with, in the order in which it is tried; at least one
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
        List<String> sources,
        List<Baseline> baselines) {
    /** Copies the lists and checks that there is a baseline. */
    public OutageEvent {
        sources = List.copyOf(sources);
        baselines = List.copyOf(baselines);
        if (baselines.isEmpty()) {
            throw new IllegalArgumentException("event " + id + " has no baseline");
        }
    }

    /** An event with the {@linkplain Baselines#usual usual baselines}. */
    public OutageEvent(
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
        this(
                id,
                title,
                window,
                windowGivenBy,
                zone,
                publishedThreshold,
                population,
                reads,
                writes,
                demonstration,
                sources,
                Baselines.usual(window));
    }
}
