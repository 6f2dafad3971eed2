package org.ausfall.ingest.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.text.Caps;
import org.ausfall.ingest.text.SourceFile;

/** One reading of one file: header, then row after row. */
final class CsvReading<T> {
    private final SourceFile file;
    private final CsvSchema<T> schema;
    private final Caps caps;
    private final List<Problem> problems = new ArrayList<>();
    private final List<CsvTable.Entry<T>> entries = new ArrayList<>();
    private final List<String> rejectedKeys = new ArrayList<>();
    private final Map<String, Long> lineOfKey = new HashMap<>();
    private final CsvRecords records;
    private long rows;

    CsvReading(SourceFile file, CsvSchema<T> schema, Caps caps) {
        this.file = file;
        this.schema = schema;
        this.caps = caps;
        this.records = new CsvRecords(file, caps, problems);
    }

    CsvTable<T> table() {
        header().ifPresent(this::rows);
        return new CsvTable<>(file.name(), entries, rejectedKeys, rows + records.unreadable(), problems);
    }

    private Optional<CsvHeader> header() {
        Optional<CsvRecords.Numbered> first = records.next();
        if (records.unreadable() > 0) {
            refuse(problems.get(0).place(), Reason.MALFORMED, "the header cannot be read");
            return Optional.empty();
        }
        if (first.isEmpty()) {
            refuse(
                    Place.of(file.name()),
                    Reason.MALFORMED,
                    "the file is empty; its first row must name the columns " + String.join(",", schema.columns()));
            return Optional.empty();
        }
        CsvHeader header = new CsvHeader(
                Place.of(file.name(), first.get().line()), first.get().fields(), schema.optionalColumns());
        List<Problem> faults = header.check(schema.columns());
        problems.addAll(faults);
        return faults.isEmpty() ? Optional.of(header) : Optional.empty();
    }

    private void refuse(Place place, Reason reason, String detail) {
        problems.add(Problem.file(place, "", reason, detail));
    }

    private void rows(CsvHeader header) {
        Optional<CsvRecords.Numbered> next = records.next();
        while (next.isPresent() && !flooded(next.get().line())) {
            rows++;
            row(header, next.get());
            next = records.next();
        }
    }

    private boolean flooded(long line) {
        boolean flooded = problems.size() >= caps.problems();
        if (flooded) {
            refuse(
                    Place.of(file.name(), line),
                    Reason.TOO_MANY_BAD_ROWS,
                    "the rows before this line have " + problems.size() + " problems; no more are read");
        }
        return flooded;
    }

    private void row(CsvHeader header, CsvRecords.Numbered record) {
        CsvRow row = new CsvRow(
                header, record.fields(), Place.of(file.name(), record.line()), key(header, record.fields()), problems);
        Optional<T> value = fits(row, header, record.fields()) ? schema.parse(row) : Optional.empty();
        if (value.isPresent() && isFirst(row)) {
            entries.add(new CsvTable.Entry<>(row.key(), row.place(), value.get()));
        } else if (!row.key().isEmpty()) {
            rejectedKeys.add(row.key());
        }
    }

    private String key(CsvHeader header, CSVRecord fields) {
        if (schema.key().size() == 1) {
            return header.value(fields, schema.key().get(0));
        }
        StringBuilder key = new StringBuilder();
        for (String column : schema.key()) {
            key.append(key.length() == 0 ? "" : "/").append(header.value(fields, column));
        }
        return key.toString();
    }

    private boolean fits(CsvRow row, CsvHeader header, CSVRecord fields) {
        if (fields.size() > caps.fieldsPerRecord()) {
            row.rejectRow(
                    fields.size() + " fields",
                    Reason.TOO_LARGE,
                    "a row may have " + caps.fieldsPerRecord() + " fields at most");
            return false;
        }
        if (fields.size() != header.size()) {
            row.rejectRow(
                    fields.size() + " fields",
                    Reason.WRONG_FIELD_COUNT,
                    "the header has " + header.size() + " columns; quote values with commas, and check that the file"
                            + " is complete");
            return false;
        }
        return true;
    }

    /** Only rows that could be used claim their key, so that a good row is not lost to a broken one. */
    private boolean isFirst(CsvRow row) {
        Long earlier = lineOfKey.putIfAbsent(row.key(), row.place().line());
        if (earlier == null) {
            return true;
        }
        row.reject(
                schema.key().get(0),
                Reason.DUPLICATE,
                (schema.key().size() == 1 ? "this" : "the same " + String.join(", ", schema.key())) + " stands in line "
                        + earlier + " already, which is used; remove one of the two");
        return false;
    }
}
