package org.ausfall.core.evidence;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.precision.SiteEvidence;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.OutageWindow;

/**
 * What stands behind summaries that were computed from raw measurements.
 *
 * @param windows what was compared with what
 * @param baselineLevels how many pairs of site and location were compared with which baseline, by its name
 * @param rejected how many rows could not be used, by reason
 * @param sample a few of them of each kind, in input order; there may be too many to hold
 * @param notMeasurable why a retailer's site has no slowdown and was not down, by the retailer's id
 * @param sites what the samples of each site say, by the retailer's id
 * @param outages windows of the baselines that were left out for all sites, because many were slow or down in them
 */
public record RawMeasurements(
        ComparedWindows windows,
        Map<String, Long> baselineLevels,
        Map<Reason, Long> rejected,
        List<Problem> sample,
        Map<String, String> notMeasurable,
        Map<String, SiteEvidence> sites,
        List<OutageWindow> outages) {
    /** Copies everything into a fixed order. */
    public RawMeasurements {
        baselineLevels = Collections.unmodifiableMap(new TreeMap<>(baselineLevels));
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
        sample = List.copyOf(sample);
        notMeasurable = Collections.unmodifiableMap(new TreeMap<>(notMeasurable));
        sites = Collections.unmodifiableMap(new TreeMap<>(sites));
        outages = List.copyOf(outages);
    }

    /** All rows that could not be used. */
    public long rejectedRows() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
}
