package org.ausfall.core.measurement;

import java.util.Comparator;
import java.util.List;
import org.ausfall.core.quantity.OutageWindow;

/**
 * One way to say what was normal: the windows that a site and location is compared with, if it was measured often enough in
 * them.
 *
 * @param level the name it goes by in reports, such as {@code same weekday and hour, 4 weeks}
 * @param windows when, without overlaps; kept in the order of time
 * @param fewest the samples, failures included, below which the next baseline is tried
 */
public record Baseline(String level, List<OutageWindow> windows, int fewest) {
    /** Orders the windows and checks that there is one and that none overlap. */
    public Baseline {
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("the baseline '" + level + "' has no window");
        }
        windows = windows.stream()
                .sorted(Comparator.comparing(OutageWindow::start))
                .toList();
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i - 1).overlaps(windows.get(i))) {
                throw new IllegalArgumentException("windows of the baseline '" + level + "' overlap: "
                        + windows.get(i - 1) + " and " + windows.get(i));
            }
        }
    }
}
