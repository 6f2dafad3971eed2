package org.ausfall.report.wording;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ausfall.core.evidence.OutageEvent;
import org.ausfall.core.quantity.OutageWindow;

/** How an event is called and when it was. */
public final class EventText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private EventText() {}

    /** The event's title; a demonstration says so even where its author forgot to. */
    public static String title(OutageEvent event) {
        boolean said = event.title().toLowerCase(Locale.ROOT).contains("demonstration");
        return event.demonstration() && !said ? "Demonstration: " + event.title() : event.title();
    }

    /** {@code 2017-02-28 17:37-21:54 UTC}, with the day again where it changes. */
    public static String window(OutageEvent event) {
        return window(event.window());
    }

    /** A window in UTC, in the same form. */
    public static String window(OutageWindow window) {
        return window(window, ZoneOffset.UTC) + " UTC";
    }

    /** The same in the event's local zone: {@code 2017-02-28 09:37-13:54 America/Los_Angeles}. */
    public static String localWindow(OutageEvent event) {
        return window(event.window(), event.zone()) + " " + event.zone().getId();
    }

    /** A moment in UTC: {@code 17:37}. */
    public static String minute(Instant at) {
        return time(at, ZoneOffset.UTC);
    }

    private static String window(OutageWindow window, ZoneId zone) {
        ZonedDateTime start = window.start().atZone(zone);
        ZonedDateTime end = window.end().atZone(zone);
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        return DAY.format(start) + " " + time(window.start(), zone) + (sameDay ? "-" : " to " + DAY.format(end) + " ")
                + time(window.end(), zone);
    }

    private static String time(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return (local.getSecond() == 0 ? MINUTE : SECOND).format(local);
    }
}
