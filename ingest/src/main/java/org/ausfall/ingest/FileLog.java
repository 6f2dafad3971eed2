package org.ausfall.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.evidence.OutageEvent;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.csv.CsvSchema;
import org.ausfall.ingest.csv.CsvTable;
import org.ausfall.ingest.event.EventYaml;
import org.ausfall.ingest.text.Caps;
import org.ausfall.ingest.text.SourceFile;

/** Reads file by file and keeps what must not be lost on the way: problems, fingerprints, and whether a needed file was refused. */
final class FileLog {
    private final Caps caps;
    private final BadRowLimit limit;
    private final List<Problem> problems = new ArrayList<>();
    private final List<InputFile> inputs = new ArrayList<>();
    private boolean refused;

    /**
     * A file to read.
     *
     * @param path where it is
     * @param name how to call it
     */
    record Named(Path path, String name) {}

    FileLog(Caps caps, BadRowLimit limit) {
        this.caps = caps;
        this.limit = limit;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The files read so far. */
    List<InputFile> inputs() {
        return inputs;
    }

    /** Whether the run cannot go on. */
    boolean refused() {
        return refused;
    }

    void addAll(List<Problem> more) {
        problems.addAll(more);
        refused |= more.stream().anyMatch(problem -> problem.effect() == Problem.Effect.FILE_REFUSED);
    }

    void add(InputFile input) {
        inputs.add(input);
    }

    /** The evidence with its files and problems. */
    Evidence complete(Evidence evidence) {
        return new Evidence(
                evidence.event(),
                evidence.retailers(),
                evidence.sites(),
                evidence.companies(),
                evidence.published(),
                inputs,
                problems,
                evidence.raw());
    }

    /** A table without which there is no result. */
    <T> CsvTable<T> table(Named file, CsvSchema<T> schema) {
        CsvTable<T> table = read(file, schema);
        addAll(table.problems());
        return table;
    }

    /** A table that may be absent, and that is left out if it cannot be used. */
    <T> CsvTable<T> optionalTable(Named file, CsvSchema<T> schema) {
        if (Files.notExists(file.path())) {
            Problem note = Problem.note(
                    Place.of(file.name()), "", Reason.MISSING_FILE, "there is no such file; it is optional");
            problems.add(note);
            return CsvTable.unread(file.name(), List.of(note));
        }
        CsvTable<T> table = read(file, schema);
        problems.addAll(table.problems());
        return table;
    }

    /** A table that is used whole or not at all: one bad row costs the file. */
    <T> CsvTable<T> wholeTable(Named file, CsvSchema<T> schema) {
        CsvTable<T> read = read(file, schema);
        CsvTable<T> table = read.refused() || (read.rowsRejected() == 0 && read.rowsRead() > 0)
                ? read
                : read.with(Problem.file(
                        Place.of(file.name()),
                        read.rowsRejected() + " of " + read.rowsRead(),
                        read.rowsRead() == 0 ? Reason.MISSING_VALUE : Reason.TOO_MANY_BAD_ROWS,
                        read.rowsRead() == 0
                                ? "the file has no rows"
                                : read.rowsRejected() + " of " + read.rowsRead()
                                        + " rows are bad, and this file is used whole or not at all; correct them"));
        addAll(table.problems());
        return table;
    }

    private <T> CsvTable<T> read(Named file, CsvSchema<T> schema) {
        Checked<SourceFile> source = SourceFile.read(file.path(), file.name(), caps);
        if (source.value().isEmpty()) {
            return CsvTable.unread(file.name(), source.problems());
        }
        CsvTable<T> table = limited(CsvTable.read(source.value().get(), schema, caps));
        record(source.value().get(), table.rowsRead(), table.values().size());
        return table;
    }

    private <T> CsvTable<T> limited(CsvTable<T> table) {
        return table.rowsRejected() <= limit.allowed(table.rowsRead())
                ? table
                : table.with(limit.tooMany(table.file(), table.rowsRejected(), table.rowsRead()));
    }

    private void record(SourceFile source, long rowsRead, long rowsUsed) {
        inputs.add(new InputFile(source.name(), source.sha256(), source.bytes(), rowsRead, rowsUsed));
    }

    /** The event, without which there is no result. */
    Optional<OutageEvent> event(Named file, Predicate<String> sectors) {
        Checked<SourceFile> source = SourceFile.read(file.path(), file.name(), caps);
        addAll(source.problems());
        return source.value().flatMap(text -> {
            record(text, 0, 0);
            Checked<OutageEvent> event = EventYaml.read(text, sectors);
            addAll(event.problems());
            return event.value();
        });
    }
}
