package org.ausfall.ingest.format;

import java.util.List;
import java.util.Optional;

/**
 * Where durations of one kind stand.
 *
 * @param columns the column's possible names
 * @param unit their unit; empty if it stands behind each number
 * @param only which rows hold them, if not all do
 */
record DurationRule(List<String> columns, Optional<Unit> unit, Optional<Condition> only) {
    DurationRule {
        columns = List.copyOf(columns);
    }
}
