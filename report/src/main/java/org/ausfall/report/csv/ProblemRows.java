package org.ausfall.report.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ausfall.core.problem.Problem;
import org.ausfall.report.sheet.ProblemSheet;

/** Problems on their way into {@code problems.csv}, one at a time: there may be millions. Used by one thread at a time. */
public final class ProblemRows implements Consumer<Problem>, AutoCloseable {
    /** So many are written at once: one here and there among millions of rows takes twice as long, its code and data never at hand. */
    private static final int BATCH = 500;

    private final List<Problem> waiting = new ArrayList<>();
    private Optional<CsvRows> rows = Optional.empty();
    private Optional<Path> aside = Optional.empty();
    private boolean closed;

    private ProblemRows() {}

    /** Problems that go straight into a file with a header. */
    public static ProblemRows into(Path file) {
        ProblemRows problems = new ProblemRows();
        CsvRows rows = CsvRows.into(file);
        rows.header(ProblemSheet.header());
        problems.rows = Optional.of(rows);
        return problems;
    }

    /** Problems that wait in a temporary file until the rest of a report is known; without a problem there is no file. */
    public static ProblemRows aside() {
        return new ProblemRows();
    }

    @Override
    public void accept(Problem problem) {
        if (closed) {
            throw new IllegalStateException("problems were met after the last one: " + problem);
        }
        waiting.add(problem);
        if (waiting.size() == BATCH) {
            write();
        }
    }

    private void write() {
        if (rows.isEmpty() && !waiting.isEmpty()) {
            Path file = temporary();
            aside = Optional.of(file);
            rows = Optional.of(CsvRows.into(file));
        }
        waiting.forEach(problem -> rows.get().row(ProblemSheet.row(problem)));
        waiting.clear();
    }

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("ausfall-problems-", ".csv");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the list and copies the rows that waited aside. */
    public void copyTo(OutputStream target) throws IOException {
        finish();
        if (aside.isPresent()) {
            Files.copy(aside.get(), target);
        }
    }

    private void finish() {
        if (!closed) {
            closed = true;
            write();
            rows.ifPresent(CsvRows::close);
        }
    }

    @Override
    public void close() {
        finish();
        aside.ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
