package org.ausfall.ingest.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/** Moments as they are written in input: ISO-8601 with Z or an offset, years 1900 to 2200. */
final class TimeText {
    private TimeText() {}

    static Checked<Instant> parse(Place place, String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < 1900 || time.getYear() > 2200) {
                return refused(place, text, Reason.OUT_OF_RANGE, "a year is between 1900 and 2200");
            }
            return Checked.of(time.toInstant(), List.of());
        } catch (DateTimeException e) {
            return local(text).isPresent()
                    ? refused(
                            place,
                            text,
                            Reason.NO_ZONE,
                            "a time without a zone; add Z for UTC or an offset as in -08:00")
                    : refused(place, text, Reason.WRONG_TYPE, "not a time; write it as in 2017-02-28T17:37:00Z");
        }
    }

    /** Date and time in ISO-8601, or with a blank between them as in SQL. */
    private static Optional<LocalDateTime> local(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Checked<Instant> refused(Place place, String value, Reason reason, String detail) {
        return Checked.refused(List.of(Problem.file(place, value, reason, detail)));
    }
}
