package org.ausfall.ingest.probe;

import java.util.List;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.measurement.SiteMeasurement;
import org.ausfall.core.precision.Site;

/**
 * The samples of one site that a scan kept.
 *
 * @param site the site's name
 * @param locations all locations it was seen from, in the order of their names, some perhaps without a kept sample
 */
public record SiteSamples(String site, List<OneLocation> locations) {
    /** Copies the locations. */
    public SiteSamples {
        locations = List.copyOf(locations);
    }

    /**
     * The samples of one location, in the order of time.
     *
     * @param location its name
     * @param series the samples
     */
    public record OneLocation(String location, SampleSeries series) {}

    /** Sums the samples up over the windows. */
    public SiteMeasurement measure(ComparedWindows windows) {
        return toSite().measure(windows);
    }

    /** The samples as the core takes them. */
    public Site toSite() {
        return new Site(site, locations.stream().map(OneLocation::location).toList(), series());
    }

    /** The samples with one at each time and location; see {@link SampleSeries#withoutRepeats}. */
    public SiteSamples withoutRepeats() {
        return new SiteSamples(
                site,
                locations.stream()
                        .map(one -> new OneLocation(one.location(), one.series().withoutRepeats()))
                        .toList());
    }

    /** How many samples there are, over all locations. */
    public long size() {
        long size = 0;
        for (OneLocation one : locations) {
            size += one.series().size();
        }
        return size;
    }

    /** The series of all locations. */
    public List<SampleSeries> series() {
        return locations.stream().map(OneLocation::series).toList();
    }
}
