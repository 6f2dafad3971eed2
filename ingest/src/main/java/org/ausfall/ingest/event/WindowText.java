package org.ausfall.ingest.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.quantity.OutageWindow;

/** Windows as an analyst types them: ISO-8601 intervals with a zone. */
public final class WindowText {
    private WindowText() {}

    /**
     * Reads {@code 2017-02-28T17:37:00Z/2017-02-28T21:54:00Z}, or with a duration in place of one end:
     * {@code 2017-02-28T17:37:00Z/PT4H17M}.
     *
     * @throws IllegalArgumentException if the text is no such interval, or has a time without a zone, with a message that says
     *     what to write
     */
    public static OutageWindow parse(String text) {
        String[] ends = text.strip().split("/", -1);
        if (ends.length != 2 || (isDuration(ends[0]) && isDuration(ends[1]))) {
            throw new IllegalArgumentException(
                    "not a window: '" + text + "'; write FROM/TO as in 2017-02-28T17:37:00Z/2017-02-28T21:54:00Z");
        }
        if (isDuration(ends[0])) {
            Instant end = moment(ends[1]);
            return new OutageWindow(end.minus(duration(ends[0])), end);
        }
        Instant start = moment(ends[0]);
        return new OutageWindow(start, isDuration(ends[1]) ? start.plus(duration(ends[1])) : moment(ends[1]));
    }

    private static boolean isDuration(String text) {
        return text.startsWith("P");
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a duration: '" + text + "'; write it as in PT4H17M", e);
        }
    }

    private static Instant moment(String text) {
        Checked<Instant> moment = TimeText.parse(Place.of(""), text);
        return moment.value()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "': " + moment.problems().get(0).detail()));
    }
}
