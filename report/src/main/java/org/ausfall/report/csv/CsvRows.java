package org.ausfall.report.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.ausfall.report.sheet.Cell;

/** Writes rows one by one, in the form that {@link CsvText} describes, so that a large result is never held. */
public final class CsvRows implements AutoCloseable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final Appendable target;
    private boolean atStart = true;

    private CsvRows(Appendable target) {
        this.target = target;
    }

    /** Rows onto a text that is at hand. */
    public static CsvRows onto(Appendable target) {
        return new CsvRows(target);
    }

    /** Rows into a file, which must not exist yet. */
    public static CsvRows into(Path file) {
        try {
            return new CsvRows(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the header. */
    public void header(List<String> names) {
        names.forEach(this::print);
        end();
    }

    /** Writes a row. */
    public void row(List<Cell> cells) {
        for (Cell cell : cells) {
            print(CsvText.field(cell));
        }
        end();
    }

    /** Writes the next field of a row. */
    void print(String field) {
        try {
            // Most texts need no quotes; the library, which knows which do, takes many more steps to see that.
            if (CsvText.isPlain(field)) {
                target.append(atStart ? "" : ",").append(field);
            } else {
                FORMAT.print(field, target, atStart);
            }
            atStart = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        try {
            target.append('\n');
            atStart = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (target instanceof Closeable closeable) {
                closeable.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
