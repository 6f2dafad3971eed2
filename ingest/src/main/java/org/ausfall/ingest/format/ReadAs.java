package org.ausfall.ingest.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/**
 * As what a file was read, and where its rows went: rows = good + bad + skipped.
 *
 * @param file its name
 * @param format the id of the format
 * @param why how that is known
 * @param kinds how many good rows have durations of which kind
 * @param rows rows met, the header and blank lines not counted
 * @param good rows that became measurements
 * @param bad rows that could not be used
 * @param skipped rows that are none of ours, by the reason
 */
public record ReadAs(
        String file,
        String format,
        String why,
        Map<Optional<MetricKind>, Long> kinds,
        long rows,
        long good,
        long bad,
        Map<String, Long> skipped) {
    /** Copies the maps and checks that no row is lost. */
    public ReadAs {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
        long gone = skipped.values().stream().mapToLong(Long::longValue).sum();
        if (rows != good + bad + gone) {
            throw new IllegalArgumentException(
                    file + ": " + rows + " rows, but " + good + " good, " + bad + " bad and " + gone + " skipped");
        }
    }

    /** What a user should hear: {@code read as k6: its header names ...; 16 of 18 rows passed over: other metrics (16)}. */
    public String sentence() {
        long gone = skipped.values().stream().mapToLong(Long::longValue).sum();
        StringJoiner reasons = new StringJoiner(", ");
        skipped.forEach((reason, count) -> reasons.add(reason + " (" + count + ")"));
        return "read as " + format + ": " + why
                + (gone == 0 ? "" : "; " + gone + " of " + rows + " rows passed over: " + reasons);
    }

    /** The same as a note beside the problems of the input. */
    public Problem note() {
        return Problem.note(Place.of(file), format, Reason.READ_AS, sentence());
    }
}
