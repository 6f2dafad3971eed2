package org.ausfall.ingest.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.text.Caps;
import org.ausfall.ingest.text.SourceFile;

/**
 * The records of a file with the physical line each starts on. Where the parser cannot go on (an unclosed quote, an endless
 * record), the line the record started on is reported and reading resumes on the next line, so that one stray quote costs one row.
 */
final class CsvRecords {
    /** Blank lines stay records, because the parser's line count is only then the start of the next one. */
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    /** More unreadable records than this, and each further one would only repeat the work of finding its end. */
    private static final int MOST_UNREADABLE = 100;

    private final SourceFile file;
    private final Caps caps;
    private final List<Problem> problems;
    private RecordGuard guard;
    private CSVParser parser;
    private Iterator<CSVRecord> iterator;
    private int offset;
    private long linesBefore;
    private int unreadable;
    private boolean ended;

    /**
     * A record.
     *
     * @param line the physical line it starts on, from 1
     * @param fields its fields
     */
    record Numbered(long line, CSVRecord fields) {}

    CsvRecords(SourceFile file, Caps caps, List<Problem> problems) {
        this.file = file;
        this.caps = caps;
        this.problems = problems;
        this.guard = new RecordGuard(file.text(), 0, caps.recordCharacters());
        this.parser = parser(guard);
        this.iterator = parser.iterator();
    }

    private static CSVParser parser(RecordGuard guard) {
        try {
            return FORMAT.parse(guard);
        } catch (IOException e) {
            throw new UncheckedIOException("without a header row nothing is read yet", e);
        }
    }

    /** Records that could not be read so far. */
    int unreadable() {
        return unreadable;
    }

    /** The next record that is not blank; empty at the end of the file or where it was refused. */
    Optional<Numbered> next() {
        while (!ended) {
            Optional<Numbered> record = read();
            if (record.isPresent() && !blank(record.get().fields())) {
                return record;
            }
        }
        return Optional.empty();
    }

    private static boolean blank(CSVRecord fields) {
        return fields.size() == 1 && fields.get(0).isBlank();
    }

    private Optional<Numbered> read() {
        long line = linesBefore + parser.getCurrentLineNumber() + 1;
        if (line > caps.lines()) {
            return end(line, Reason.TOO_LARGE, "more than " + caps.lines() + " lines, the most that is read");
        }
        guard.startRecord();
        try {
            if (iterator.hasNext()) {
                return Optional.of(new Numbered(line, iterator.next()));
            }
            ended = true;
            return Optional.empty();
        } catch (UncheckedIOException e) {
            return skip(line, e.getCause() instanceof RecordGuard.RecordTooLong);
        }
    }

    private Optional<Numbered> skip(long line, boolean tooLong) {
        problems.add(Problem.row(
                Place.of(file.name(), line),
                "",
                firstCharacters(line),
                tooLong ? Reason.TOO_LARGE : Reason.MALFORMED,
                tooLong
                        ? "the row that starts here has more than " + caps.recordCharacters()
                                + " characters; close its quotes or shorten it"
                        : "the quotes of the row that starts here do not pair up; close each field's quotes and double"
                                + " those inside"));
        unreadable++;
        if (unreadable > MOST_UNREADABLE) {
            return end(
                    line,
                    Reason.MALFORMED,
                    "more than " + MOST_UNREADABLE + " rows cannot be read; is this a CSV file?");
        }
        resumeOn(line + 1);
        return Optional.empty();
    }

    private Optional<Numbered> end(long line, Reason reason, String detail) {
        problems.add(Problem.file(Place.of(file.name(), line), "", reason, detail));
        ended = true;
        return Optional.empty();
    }

    private void resumeOn(long line) {
        seek(line);
        guard = new RecordGuard(file.text(), offset, caps.recordCharacters());
        parser = parser(guard);
        iterator = parser.iterator();
    }

    private String firstCharacters(long line) {
        seek(line);
        int end = offset;
        while (end < file.text().length() && !isLineEnd(end) && end - offset < 80) {
            end++;
        }
        return file.text().substring(offset, end);
    }

    /** Moves to the first character of a line; lines only ever rise. */
    private void seek(long line) {
        while (linesBefore + 1 < line && offset < file.text().length()) {
            boolean returnAndFeed = file.text().startsWith("\r\n", offset);
            linesBefore += isLineEnd(offset) ? 1 : 0;
            offset += returnAndFeed ? 2 : 1;
        }
    }

    private boolean isLineEnd(int at) {
        char character = file.text().charAt(at);
        return character == '\n' || character == '\r';
    }
}
