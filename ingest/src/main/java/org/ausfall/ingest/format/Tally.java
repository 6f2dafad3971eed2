package org.ausfall.ingest.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ausfall.core.measurement.MetricKind;

/** Counts what becomes of the rows of a file. */
final class Tally {
    private final Map<String, Long> skipped = new LinkedHashMap<>();
    private final Map<Optional<MetricKind>, Long> kinds = new LinkedHashMap<>();
    private long rows;
    private long good;
    private long bad;
    private long blankLines;
    private long roundings;
    private Optional<MetricKind> lastKind = Optional.empty();
    private long ofLastKind;

    void row() {
        rows++;
    }

    void bad() {
        bad++;
    }

    void blankLine() {
        blankLines++;
    }

    void rounded() {
        roundings++;
    }

    void skip(String because) {
        skipped.merge(because, 1L, Long::sum);
    }

    /** Rows of one kind mostly follow each other. */
    void good(Optional<MetricKind> kind) {
        good++;
        if (!kind.equals(lastKind)) {
            addLastKind();
            lastKind = kind;
        }
        ofLastKind++;
    }

    private void addLastKind() {
        if (ofLastKind > 0) {
            kinds.merge(lastKind, ofLastKind, Long::sum);
        }
        ofLastKind = 0;
    }

    /** Whether no row was good so far. */
    boolean isFruitless() {
        return good == 0;
    }

    long used() {
        return good + bad;
    }

    long badRows() {
        return bad;
    }

    long blankLines() {
        return blankLines;
    }

    long roundings() {
        return roundings;
    }

    ReadAs readAs(String file, String format, String why) {
        addLastKind();
        return new ReadAs(file, format, why, kinds, rows, good, bad, skipped);
    }
}
