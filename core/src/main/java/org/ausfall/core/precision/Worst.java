package org.ausfall.core.precision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.measurement.SeveritySeries;
import org.ausfall.core.quantity.OutageWindow;

/**
 * The worst half hour of a site, or of the whole outage where it was shorter.
 *
 * @param start when it began
 * @param slowdown the slowdown in it, as a ratio
 */
public record Worst(Instant start, double slowdown) {
    /** How long a time is looked at. */
    public static final Duration LENGTH = Duration.ofMinutes(30);

    private static final Duration STEP = SeveritySeries.BIN;

    /** The worst of all half hours that begin a whole number of five minutes after the window does and end in it. */
    static Optional<Worst> find(List<SampleSeries> locations, OutageWindow window, SeveritySeries.Usual usual) {
        Duration length = window.duration().compareTo(LENGTH) < 0 ? window.duration() : LENGTH;
        Optional<Worst> worst = Optional.empty();
        for (Instant start = window.start();
                start.isBefore(window.start().plus(LENGTH))
                        && !start.plus(length).isAfter(window.end());
                start = start.plus(STEP)) {
            SeveritySeries series = SeveritySeries.of(locations, new OutageWindow(start, window.end()), length, usual);
            for (int i = 0; i < series.size() && !series.start(i).plus(length).isAfter(window.end()); i++) {
                double highest = worst.map(Worst::slowdown).orElse(Double.NEGATIVE_INFINITY);
                if (series.slowdown(i).orElse(Double.NEGATIVE_INFINITY) > highest) {
                    worst = Optional.of(
                            new Worst(series.start(i), series.slowdown(i).orElseThrow()));
                }
            }
        }
        return worst;
    }
}
