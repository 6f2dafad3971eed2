package org.ausfall.ingest.probe;

import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.LocationMeasurement;
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
     * The samples of one location.
     *
     * @param location its name
     * @param parts the samples, each part in the order of time, at least one part
     */
    public record OneLocation(String location, List<SampleSeries> parts) {
        /** Copies the parts. */
        public OneLocation {
            parts = List.copyOf(parts);
        }

        /** All samples in the order of time; put together anew each time. */
        public SampleSeries series() {
            return SampleSeries.combine(parts);
        }
    }

    /** Sums the samples up over the windows. */
    public SiteMeasurement measure(ComparedWindows windows) {
        List<LocationMeasurement> measured = new ArrayList<>();
        for (OneLocation one : locations) {
            measured.add(LocationMeasurement.of(one.location(), one.parts(), windows));
        }
        return new SiteMeasurement(site, measured);
    }

    /** The samples as the core takes them. */
    public Site toSite() {
        List<String> names = new ArrayList<>();
        for (OneLocation one : locations) {
            names.add(one.location());
        }
        return new Site(site, names, series());
    }

    /** The samples with one at each time and location; see {@link SampleSeries#withoutRepeats}. */
    public SiteSamples withoutRepeats() {
        return new SiteSamples(
                site,
                locations.stream()
                        .map(one -> new OneLocation(
                                one.location(), List.of(one.series().withoutRepeats())))
                        .toList());
    }

    /** How many samples there are, over all locations. */
    public long size() {
        long size = 0;
        for (OneLocation one : locations) {
            for (SampleSeries part : one.parts()) {
                size += part.size();
            }
        }
        return size;
    }

    /** The series of all locations. */
    public List<SampleSeries> series() {
        List<SampleSeries> series = new ArrayList<>();
        for (OneLocation one : locations) {
            series.add(one.series());
        }
        return series;
    }
}
