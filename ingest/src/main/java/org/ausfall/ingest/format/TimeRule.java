package org.ausfall.ingest.format;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Where times stand. ISO-8601 and epochs in s, ms, us or ns are understood in any column of times.
 *
 * @param columns one list of possible names a column; the cells are joined by a blank
 * @param patterns further ways in which times are written, in letters of {@code java.time}, English names
 * @param zone the zone of times that state none, if the tool always uses the same
 */
record TimeRule(List<List<String>> columns, List<String> patterns, Optional<ZoneId> zone) {
    TimeRule {
        columns = columns.stream().map(List::copyOf).toList();
        patterns = List.copyOf(patterns);
    }
}
