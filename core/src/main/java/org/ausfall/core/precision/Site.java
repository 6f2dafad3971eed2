package org.ausfall.core.precision;

import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.LocationMeasurement;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.measurement.SiteMeasurement;

/**
 * The samples of one site, location by location.
 *
 * @param name the site's name
 * @param locations the names of its locations
 * @param series their samples, in the same order
 */
public record Site(String name, List<String> locations, List<SampleSeries> series) {
    /** Copies the lists. */
    public Site {
        locations = List.copyOf(locations);
        series = List.copyOf(series);
        if (locations.size() != series.size()) {
            throw new IllegalArgumentException(
                    name + " has " + locations.size() + " locations, but " + series.size() + " series");
        }
    }

    /** Sums the samples up over some windows. */
    public SiteMeasurement measure(ComparedWindows windows) {
        List<LocationMeasurement> measured = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            measured.add(LocationMeasurement.of(locations.get(i), series.get(i), windows));
        }
        return new SiteMeasurement(name, measured);
    }
}
