package org.ausfall.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.FileContent;
import org.ausfall.ingest.probe.Measurement;
import org.ausfall.ingest.probe.MeasurementSink;
import org.ausfall.ingest.probe.MeasurementSource;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.ingest.probe.ScanRefusal;
import org.ausfall.ingest.probe.ScannedFile;
import org.ausfall.ingest.rows.RowFault;
import org.ausfall.ingest.rows.RowLimits;
import org.ausfall.ingest.rows.RowSplitter;

/** A file of rows or lines, read by its descriptor from beginning to end in constant memory. */
final class TextFile implements MeasurementSource {
    /** More rows than this whose quotes do not close, and it is no table of this delimiter. */
    private static final int MOST_UNCLOSED = 100;

    private static final int ROWS_PER_REPORT = 1 << 10;

    private final ProbeInput input;
    private final ScanLimits limits;
    private final Decision decision;
    private final Descriptor descriptor;
    private final ReadOptions options;
    private final Tally tally = new Tally();
    private final List<ReadAs> readAs = new ArrayList<>();

    TextFile(ProbeInput input, ScanLimits limits, Decision decision, ReadOptions options) {
        this.input = input;
        this.limits = limits;
        this.decision = decision;
        this.descriptor = decision.descriptor();
        this.options = options;
    }

    @Override
    public List<ProbeInput> inputs() {
        return List.of(input);
    }

    @Override
    public boolean deduped() {
        return descriptor.deduped();
    }

    /** As what the file was read, once it was. */
    List<ReadAs> readAs() {
        return readAs;
    }

    @Override
    public List<ScannedFile> read(MeasurementSink sink) {
        FileContent content = FileContent.open(input, limits);
        try {
            readRows(content, sink);
        } catch (IOException damage) {
            sink.reject(new Problem(
                    Place.of(input.name()),
                    "",
                    "",
                    Reason.UNREADABLE_FILE,
                    "the file is damaged or cut off; what came before was used, the rest is missing: "
                            + damage.getMessage(),
                    Problem.Effect.NOTED));
        }
        readAs.add(tally.readAs(input.name(), descriptor.id(), decision.why()));
        return List.of(finish(content));
    }

    private ScannedFile finish(FileContent content) {
        try {
            return content.finish(tally.used(), tally.badRows(), tally.blankLines(), tally.roundings());
        } catch (IOException broken) {
            throw refused(0, "", Reason.UNREADABLE_FILE, "cannot be read: " + broken.getMessage());
        }
    }

    private ScanRefusal refused(long line, String value, Reason reason, String detail) {
        return new ScanRefusal(Problem.file(Place.of(input.name(), line), value, reason, detail));
    }

    private void readRows(FileContent content, MeasurementSink sink) throws IOException {
        RowLimits rowLimits = new RowLimits(limits.rowBytes(), limits.rowLines(), limits.columns());
        char delimiter = descriptor.shape() == Shape.LINES ? RowSplitter.NO_DELIMITER : decision.delimiter();
        RowSplitter rows = RowSplitter.of(decision.encoding().utf8(content), delimiter, rowLimits);
        List<String> preamble = new ArrayList<>();
        List<String> header = header(rows, preamble);
        Reading reading = reading(header, preamble, rows.line(), sink);
        int sinceReport = 0;
        while (rows.next()) {
            reading.row(rows);
            if (++sinceReport == ROWS_PER_REPORT) {
                sinceReport = 0;
                sink.advance(content.newBytes());
            }
        }
        sink.advance(content.newBytes());
    }

    /** Moves past the header, if there is one, and gathers what stands before it. */
    private List<String> header(RowSplitter rows, List<String> preamble) throws IOException {
        if (descriptor.shape() == Shape.LINES) {
            return groups(descriptor.pattern().orElseThrow());
        }
        while (rows.line() + rows.lines() <= decision.headerLine() && rows.next()) {
            List<String> fields = fields(rows);
            if (rows.line() == decision.headerLine()) {
                return withoutTrailingBlank(fields);
            }
            preamble.addAll(fields);
        }
        return decision.names();
    }

    private static List<String> fields(RowSplitter rows) {
        List<String> fields = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            fields.add(rows.text(i));
        }
        return fields;
    }

    /** Some tools end every line with a delimiter. */
    private static List<String> withoutTrailingBlank(List<String> fields) {
        int last = fields.size() - 1;
        return last > 0 && fields.get(last).isEmpty() ? fields.subList(0, last) : fields;
    }

    private static List<String> groups(Pattern pattern) {
        List<String> names = new ArrayList<>();
        Matcher group = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>").matcher(pattern.pattern());
        while (group.find()) {
            names.add(group.group(1));
        }
        return names;
    }

    private Reading reading(List<String> header, List<String> preamble, long line, MeasurementSink sink) {
        try {
            return switch (descriptor.shape()) {
                case WIDE -> new WideReading(header, preamble, sink);
                case LINES -> new LineReading(header, sink);
                default -> new TableReading(header, preamble, sink);
            };
        } catch (Misfit misfit) {
            throw new ScanRefusal(Problem.file(
                    new Place(input.name(), line, misfit.column()), misfit.value(), misfit.reason(), misfit.detail()));
        }
    }

    /** What all ways of reading rows share: counting, and saying what is wrong. */
    private abstract class Reading {
        private final RowMapper mapper;
        private final MeasurementSink sink;
        private boolean counted;

        Reading(List<String> header, List<String> preamble, MeasurementSink sink) throws Misfit {
            this.mapper = new RowMapper(descriptor, options, header, preamble);
            this.sink = sink;
        }

        abstract void row(RowSplitter rows);

        RowMapper mapper() {
            return mapper;
        }

        /** Passes over blank lines, and rejects rows that are faulty as a whole. Whether the row can be read. */
        boolean isReadable(RowSplitter rows) {
            if (rows.isBlank()) {
                tally.blankLine();
                return false;
            }
            Optional<RowFault> fault = rows.fault();
            if (fault.isPresent()) {
                tally.row();
                reject(
                        rows.line(),
                        "",
                        rows.firstLine(),
                        fault.get().reason(),
                        fault.get().detail());
                refuseUnclosed(rows);
            }
            return fault.isEmpty();
        }

        private void refuseUnclosed(RowSplitter rows) {
            if (rows.unclosed() > MOST_UNCLOSED) {
                throw refused(
                        rows.line(),
                        "",
                        Reason.MALFORMED,
                        "more than " + MOST_UNCLOSED + " rows have quotes that do not close; is this really a table?");
            }
        }

        void reject(long line, String column, String value, Reason reason, String detail) {
            tally.bad();
            sink.reject(Problem.row(new Place(input.name(), line, column), "", value, reason, detail));
        }

        /** Maps a row that was split, under the line it stands on. */
        void map(Cells cells, long line, String column) {
            tally.row();
            counted = false;
            try {
                mapper.read(cells, this::take);
                mapper.skipped().ifPresent(tally::skip);
                if (mapper.rounded()) {
                    tally.rounded();
                }
            } catch (Misfit misfit) {
                refuseMissingZone(misfit, line);
                String where = column.isEmpty() ? misfit.column() : column;
                reject(line, where, misfit.value(), misfit.reason(), misfit.detail());
            }
        }

        private void take(Measurement measurement) {
            sink.take(measurement);
            if (!counted) {
                counted = true;
                tally.good(measurement.kind());
            }
        }

        /** Where the first time has no zone none will have one, and the user should hear it once. */
        private void refuseMissingZone(Misfit misfit, long line) {
            boolean missing = misfit.reason() == Reason.NO_ZONE
                    && options.zone().isEmpty()
                    && descriptor.time().zone().isEmpty();
            if (missing && tally.isFruitless()) {
                throw new ScanRefusal(Problem.file(
                        new Place(input.name(), line, misfit.column()),
                        misfit.value(),
                        misfit.reason(),
                        misfit.detail()));
            }
        }
    }

    /** Reads a measurement a row. */
    private class TableReading extends Reading {
        private final List<String> header;
        private final Set<Integer> oneLine;

        TableReading(List<String> header, List<String> preamble, MeasurementSink sink) throws Misfit {
            this(header, header, preamble, sink);
        }

        TableReading(List<String> header, List<String> mapped, List<String> preamble, MeasurementSink sink)
                throws Misfit {
            super(mapped, preamble, sink);
            this.header = header;
            this.oneLine = mapped == header ? mapper().oneLineColumns() : Set.of();
        }

        List<String> header() {
            return header;
        }

        @Override
        void row(RowSplitter rows) {
            if (rows.lines() > 1 && makesNoSense(rows)) {
                rows.rejectLineBreaks();
            }
            if (!isReadable(rows)) {
                return;
            }
            boolean spare =
                    rows.size() == header.size() + 1 && rows.text(header.size()).isEmpty();
            if (rows.size() != header.size() && !spare) {
                tally.row();
                reject(rows.line(), "", rows.firstLine(), Reason.WRONG_FIELD_COUNT, wrongCount(rows));
                return;
            }
            if (isHeader(rows)) {
                tally.row();
                tally.skip("repeated headers");
                return;
            }
            cells(rows);
        }

        void cells(RowSplitter rows) {
            map(rows::text, rows.line(), "");
        }

        private boolean makesNoSense(RowSplitter rows) {
            return rows.size() != header.size()
                    || oneLine.stream().anyMatch(column -> rows.text(column).indexOf('\n') >= 0);
        }

        private String wrongCount(RowSplitter rows) {
            return "the header names " + header.size() + " columns, the row has " + rows.size()
                    + (rows.isCutOff() ? "; the last line is not complete: is the file cut off?" : "");
        }

        private boolean isHeader(RowSplitter rows) {
            for (int i = 0; i < header.size(); i++) {
                if (!rows.text(i).equals(header.get(i))) {
                    return false;
                }
            }
            return decision.headerLine() > 0;
        }
    }

    /** Reads a measurement a cell: each cell is a row of the columns time, {@code series} and {@code value}. */
    private final class WideReading extends TableReading {
        private final int time;

        WideReading(List<String> header, List<String> preamble, MeasurementSink sink) throws Misfit {
            super(header, List.of(timeName(header), "series", "value"), preamble, sink);
            this.time = header.indexOf(timeName(header));
            new Columns(header, Set.of()).checkDistinct();
        }

        @Override
        void cells(RowSplitter rows) {
            for (int i = 0; i < header().size(); i++) {
                if (i != time) {
                    int column = i;
                    Cells cells = place -> switch (place) {
                        case 0 -> rows.text(time);
                        case 1 -> header().get(column);
                        default -> rows.text(column);
                    };
                    map(cells, rows.line(), header().get(column));
                }
            }
        }
    }

    private String timeName(List<String> header) throws Misfit {
        Columns columns = new Columns(header, Set.of());
        return columns.name(columns.need(descriptor.time().columns().get(0)));
    }

    /** Reads a measurement a line. */
    private final class LineReading extends Reading {
        private static final String OTHERS = "other lines";
        private final List<String> names;
        private final Matcher matcher = descriptor.pattern().orElseThrow().matcher("");

        LineReading(List<String> names, MeasurementSink sink) throws Misfit {
            super(names, List.of(), sink);
            this.names = names;
        }

        @Override
        void row(RowSplitter rows) {
            if (!isReadable(rows)) {
                return;
            }
            if (matcher.reset(rows.text(0)).matches()) {
                map(this::group, rows.line(), "");
            } else {
                tally.row();
                tally.skip(OTHERS);
            }
        }

        private String group(int column) {
            return Optional.ofNullable(matcher.group(names.get(column)))
                    .orElse("")
                    .strip();
        }
    }
}
