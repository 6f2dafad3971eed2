package org.ausfall.core.precision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.quantity.OutageWindow;

/**
 * A window of a day before that is treated as if it had been the outage.
 *
 * @param window as long as the outage, before it
 * @param sameHours whether it lies at the same hours of the day (UTC)
 * @param sameWeekday whether it lies at the same hours and on the same weekday
 */
public record PlaceboWindow(OutageWindow window, boolean sameHours, boolean sameWeekday) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int FARTHEST_DAYS = 49;

    /**
     * All placebo windows of an outage, latest first: those at the same hours of up to 49 days before, and between them as many as fit
     * without overlap. For an outage longer than a day the step is the shortest number of whole days that keeps them apart.
     */
    public static List<PlaceboWindow> of(OutageWindow event) {
        long length = event.duration().toMillis();
        long days = (length + DAY.toMillis() - 1) / DAY.toMillis();
        long fitting = days * DAY.toMillis() / length;
        List<PlaceboWindow> found = new ArrayList<>();
        for (long day = days; day <= FARTHEST_DAYS; day += days) {
            for (long turn = fitting - 1; turn >= 0; turn--) {
                OutageWindow window = moved(event, turn * length - day * DAY.toMillis());
                found.add(new PlaceboWindow(window, turn == 0, turn == 0 && day % 7 == 0));
            }
        }
        return List.copyOf(found);
    }

    static OutageWindow moved(OutageWindow window, long millis) {
        return new OutageWindow(window.start().plusMillis(millis), window.end().plusMillis(millis));
    }
}
