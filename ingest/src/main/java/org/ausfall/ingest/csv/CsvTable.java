package org.ausfall.ingest.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.ingest.text.Caps;
import org.ausfall.ingest.text.SourceFile;

/**
 * What a table file says.
 *
 * @param file the file's name
 * @param entries the rows that could be used, in file order
 * @param rejectedKeys keys of rows that were rejected, in so far as they could be read
 * @param rowsRead data rows met, used or not
 * @param problems what was wrong, in file order as far as it belongs to rows
 * @param <T> what a row became
 */
public record CsvTable<T>(
        String file, List<Entry<T>> entries, List<String> rejectedKeys, long rowsRead, List<Problem> problems) {
    /**
     * A row that could be used.
     *
     * @param key its key
     * @param place its first line
     * @param value what it became
     */
    public record Entry<T>(String key, Place place, T value) {}

    /** Copies the lists. */
    public CsvTable {
        entries = List.copyOf(entries);
        rejectedKeys = List.copyOf(rejectedKeys);
        problems = List.copyOf(problems);
    }

    /** Reads a file by its schema. Never throws on bad content: whatever is wrong stands in the problems. */
    public static <T> CsvTable<T> read(SourceFile file, CsvSchema<T> schema, Caps caps) {
        CsvTable<T> table = new CsvReading<>(file, schema, caps).table();
        return table.refused() ? table : schema.check(table);
    }

    /** A file that could not be opened. */
    public static <T> CsvTable<T> unread(String file, List<Problem> problems) {
        return new CsvTable<>(file, List.of(), List.of(), 0, problems);
    }

    /** Whether the file as a whole was refused; its entries must then not be used. */
    public boolean refused() {
        return problems.stream().anyMatch(problem -> problem.effect() == Problem.Effect.FILE_REFUSED);
    }

    /** The values of the rows, in file order; none if the file was refused. */
    public List<T> values() {
        return refused() ? List.of() : entries.stream().map(Entry::value).toList();
    }

    /** Rows that were met and not used. */
    public long rowsRejected() {
        return rowsRead - entries.size();
    }

    /** The same table with one more problem. */
    public CsvTable<T> with(Problem problem) {
        List<Problem> more = new ArrayList<>(problems);
        more.add(problem);
        return new CsvTable<>(file, entries, rejectedKeys, rowsRead, more);
    }

    /** The same table without the rows that the check objects to. */
    public CsvTable<T> reject(Function<Entry<T>, Optional<Problem>> check) {
        List<Entry<T>> kept = new ArrayList<>();
        List<String> rejected = new ArrayList<>(rejectedKeys);
        List<Problem> more = new ArrayList<>(problems);
        for (Entry<T> entry : entries) {
            Optional<Problem> objection = check.apply(entry);
            objection.ifPresentOrElse(more::add, () -> kept.add(entry));
            objection.ifPresent(problem -> rejected.add(entry.key()));
        }
        return new CsvTable<>(file, kept, rejected, rowsRead, more);
    }

    /** The keys of this table, for rows of other files that refer to them. */
    public Listing listing() {
        return listing(Entry::key, rejectedKeys);
    }

    /** Names that this table's rows give to something; rejected ones are named by the caller. */
    Listing listing(Function<Entry<T>, String> name, List<String> rejected) {
        TreeSet<String> names = new TreeSet<>();
        entries.forEach(entry -> names.add(name.apply(entry)));
        return new Listing(file, names, new TreeSet<>(rejected), !refused());
    }
}
