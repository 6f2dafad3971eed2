package org.ausfall.core.exposure;

import java.util.List;
import java.util.Optional;
import org.ausfall.core.measurement.LocationMeasurement;
import org.ausfall.core.measurement.SiteMeasurement;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.quantity.Threshold;

/**
 * The verdict on raw measurements. Down beats everything, also too few measurements; a site with a slowdown is affected or not; any
 * other is not measurable.
 *
 * @param state the verdict
 * @param slowdown the slowdown, where there is one
 * @param why why the state is {@link SiteState#NOT_MEASURABLE}; empty otherwise
 */
public record MeasuredState(SiteState state, Optional<Slowdown> slowdown, String why) {
    /** The verdict on a site, over its locations. */
    public static MeasuredState of(SiteMeasurement site, Threshold threshold) {
        return of(site.isDown(), site.slowdown(), site.locations(), threshold);
    }

    /** The verdict on a site as seen from one location alone. */
    public static MeasuredState of(LocationMeasurement location, Threshold threshold) {
        return of(location.isDown(), location.slowdown(), List.of(location), threshold);
    }

    private static MeasuredState of(
            boolean down, Optional<Slowdown> slowdown, List<LocationMeasurement> locations, Threshold threshold) {
        if (down) {
            return new MeasuredState(SiteState.DOWN, slowdown, "");
        }
        if (slowdown.isEmpty()) {
            return new MeasuredState(SiteState.NOT_MEASURABLE, slowdown, why(locations));
        }
        boolean affected = slowdown.get().reaches(threshold);
        return new MeasuredState(affected ? SiteState.AFFECTED : SiteState.NOT_AFFECTED, slowdown, "");
    }

    /** Why a site that is not down has no slowdown. */
    public static String why(List<LocationMeasurement> locations) {
        return locations.stream().anyMatch(LocationMeasurement::isMeasurable)
                ? "no location has a successful measurement both before and during the outage"
                : "fewer than " + LocationMeasurement.FEWEST_BASELINE + " measurements before or "
                        + LocationMeasurement.FEWEST_EVENT + " during the outage, at every location";
    }
}
