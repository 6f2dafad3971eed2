package org.ausfall.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.FileContent;
import org.ausfall.ingest.probe.MeasurementSink;
import org.ausfall.ingest.probe.MeasurementSource;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.ingest.probe.ScanRefusal;
import org.ausfall.ingest.probe.ScannedFile;
import org.ausfall.ingest.rows.RowLimits;
import org.ausfall.ingest.rows.RowSplitter;

/** A file of rows or lines, read by its descriptor from beginning to end in constant memory. */
final class TextFile implements MeasurementSource {
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
        RowReading reading = reading(header, preamble, rows.line(), sink);
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
            return List.of();
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

    private RowReading reading(List<String> header, List<String> preamble, long line, MeasurementSink sink) {
        RowReading.Target target = new RowReading.Target(input.name(), tally, sink, options, descriptor);
        try {
            return switch (descriptor.shape()) {
                case WIDE -> new WideReading(target, header, preamble);
                case LINES -> new LineReading(target);
                default -> new TableReading(target, header, header, preamble, decision.headerLine() > 0);
            };
        } catch (Misfit misfit) {
            throw new ScanRefusal(Problem.file(
                    new Place(input.name(), line, misfit.column()), misfit.value(), misfit.reason(), misfit.detail()));
        }
    }
}
