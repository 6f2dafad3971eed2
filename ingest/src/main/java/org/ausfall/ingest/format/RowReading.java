package org.ausfall.ingest.format;

import java.util.List;
import java.util.Optional;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.Measurement;
import org.ausfall.ingest.probe.MeasurementSink;
import org.ausfall.ingest.probe.ScanRefusal;
import org.ausfall.ingest.rows.RowFault;
import org.ausfall.ingest.rows.RowSplitter;

/** What all ways of reading the rows of a file share: counting them, and saying what is wrong with them. */
abstract class RowReading {
    /** More rows than this whose quotes do not close, and it is no table of this delimiter. */
    private static final int MOST_UNCLOSED = 100;

    private final Target target;
    private final RowMapper mapper;
    private boolean counted;

    /**
     * Where rows come from and go to.
     *
     * @param file the file's name
     * @param tally counts them
     * @param sink takes them
     * @param options what the file does not say itself
     * @param descriptor what its columns mean
     */
    record Target(String file, Tally tally, MeasurementSink sink, ReadOptions options, Descriptor descriptor) {}

    /** Reads rows with this header, which may be made up by whoever hands out their cells. */
    RowReading(Target target, List<String> header, List<String> preamble) throws Misfit {
        this.target = target;
        this.mapper = new RowMapper(target.descriptor(), target.options(), header, preamble);
    }

    /** Reads the row that the splitter has come to. */
    abstract void row(RowSplitter rows);

    RowMapper mapper() {
        return mapper;
    }

    Tally tally() {
        return target.tally();
    }

    /** Passes over blank lines, and rejects rows that are faulty as a whole. Whether the row can be read. */
    boolean isReadable(RowSplitter rows) {
        if (rows.isBlank()) {
            tally().blankLine();
            return false;
        }
        Optional<RowFault> fault = rows.fault();
        if (fault.isPresent()) {
            tally().row();
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
            throw new ScanRefusal(Problem.file(
                    Place.of(target.file(), rows.line()),
                    "",
                    Reason.MALFORMED,
                    "more than " + MOST_UNCLOSED + " rows have quotes that do not close; is this really a table?"));
        }
    }

    void reject(long line, String column, String value, Reason reason, String detail) {
        tally().bad();
        target.sink().reject(Problem.row(new Place(target.file(), line, column), "", value, reason, detail));
    }

    /** Maps the cells of a row on that line; what is wrong is put under the column, if one is named, else where it was found. */
    void map(Cells cells, long line, String column) {
        tally().row();
        counted = false;
        try {
            mapper.read(cells, this::take);
            mapper.skipped().ifPresent(tally()::skip);
            if (mapper.rounded()) {
                tally().rounded();
            }
        } catch (Misfit misfit) {
            refuseMissingZone(misfit, line);
            String where = column.isEmpty() ? misfit.column() : column;
            reject(line, where, misfit.value(), misfit.reason(), misfit.detail());
        }
    }

    private void take(Measurement measurement) {
        target.sink().take(measurement);
        if (!counted) {
            counted = true;
            tally().good(measurement.kind());
        }
    }

    /** Where the first time has no zone none will have one, and the user should hear it once. */
    private void refuseMissingZone(Misfit misfit, long line) {
        boolean missing = misfit.reason() == Reason.NO_ZONE
                && target.options().zone().isEmpty()
                && target.descriptor().time().zone().isEmpty();
        if (missing && tally().isFruitless()) {
            throw new ScanRefusal(Problem.file(
                    new Place(target.file(), line, misfit.column()), misfit.value(), misfit.reason(), misfit.detail()));
        }
    }
}
