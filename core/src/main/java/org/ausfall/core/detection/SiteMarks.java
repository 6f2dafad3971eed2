package org.ausfall.core.detection;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In which bins one site was above the threshold: in more than half of the locations that measured it there, of which there must be
 * at least half of those at work in that hour, and two if there are two. So one location alone marks no site that has others.
 *
 * @param site its name
 * @param marks over its locations
 * @param locations each location alone, by name; without those that have no usual time
 */
public record SiteMarks(String site, Marks marks, SortedMap<String, Marks> locations) {
    /** Copies the locations. */
    public SiteMarks {
        locations = Collections.unmodifiableSortedMap(new TreeMap<>(locations));
    }

    /** Brings the locations of a site together. */
    static SiteMarks of(String site, Map<String, Marks> locations, int binsPerHour) {
        int end = locations.values().stream().mapToInt(Marks::end).max().orElse(0);
        int[] measured = new int[end];
        int[] above = new int[end];
        int[] atWork = new int[end / binsPerHour + 1];
        for (Marks location : locations.values()) {
            location.count(measured, above);
            for (int hour = 0; hour < atWork.length; hour++) {
                atWork[hour] += location.measured(hour * binsPerHour, (hour + 1) * binsPerHour) > 0 ? 1 : 0;
            }
        }
        BitSet judged = new BitSet(end);
        BitSet slow = new BitSet(end);
        for (int bin = 0; bin < end; bin++) {
            int needed = atWork[bin / binsPerHour];
            if (2 * measured[bin] >= needed && measured[bin] >= Math.min(needed, 2) && measured[bin] > 0) {
                judged.set(bin);
                slow.set(bin, 2 * above[bin] > measured[bin]);
            }
        }
        return new SiteMarks(site, new Marks(judged, slow), new TreeMap<>(locations));
    }
}
