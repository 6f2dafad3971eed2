package org.ausfall.ingest.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/** Which column stands where. */
final class CsvHeader {
    private final Place place;
    private final List<String> names;
    private final List<String> optional;
    private final Map<String, Integer> positions = new HashMap<>();

    CsvHeader(Place place, CSVRecord record, List<String> optional) {
        this.place = place;
        this.optional = List.copyOf(optional);
        this.names = record.stream().map(String::strip).toList();
        for (int i = 0; i < names.size(); i++) {
            positions.putIfAbsent(names.get(i), i);
        }
    }

    int size() {
        return names.size();
    }

    /** The names of all columns, in the order of the file. */
    List<String> names() {
        return names;
    }

    /** The field of a record in that column, without blanks around it; empty where record or header lack it. */
    String value(CSVRecord record, String column) {
        Integer position = positions.get(column);
        if (position == null && optional.contains(column)) {
            return "";
        }
        if (position == null) {
            throw new IllegalArgumentException("the schema of " + place.file() + " does not declare " + column);
        }
        return position < record.size() ? record.get(position).strip() : "";
    }

    /** What keeps the file from being read by this header: columns that are missing or stand twice. */
    List<Problem> check(List<String> needed) {
        List<Problem> problems = new ArrayList<>();
        for (String column : needed) {
            if (!positions.containsKey(column)) {
                problems.add(Problem.file(place.withColumn(column), "", Reason.MISSING_COLUMN, missing(column)));
            }
        }
        Stream.concat(needed.stream(), optional.stream())
                .filter(column -> names.indexOf(column) != names.lastIndexOf(column))
                .map(column -> Problem.file(
                        place.withColumn(column), column, Reason.MALFORMED, "two columns have this name; rename one"))
                .forEach(problems::add);
        return problems;
    }

    private String missing(String column) {
        for (String name : names) {
            if (name.equalsIgnoreCase(column)) {
                return "the header says '" + name + "'; write '" + column + "', small letters and capitals count";
            }
        }
        boolean otherDelimiter = names.size() == 1
                && (names.get(0).indexOf(';') >= 0 || names.get(0).indexOf('\t') >= 0);
        return otherDelimiter
                ? "the header has no comma; separate the columns by commas"
                : "the header has no such column; add it, its values may be blank where they are unknown";
    }
}
