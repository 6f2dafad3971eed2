package org.ausfall.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.rows.RowSplitter;

/** Reads a measurement a row. */
class TableReading extends RowReading {
    private final List<String> header;
    private final boolean headed;
    private final byte[] firstColumn;
    private final Set<Integer> oneLine;

    /**
     * Reads rows.
     *
     * @param header the columns of the file
     * @param mapped the columns that cells are handed out under; the same object where these are the file's
     * @param headed whether the file has a header, which may then be repeated
     */
    TableReading(Target target, List<String> header, List<String> mapped, List<String> preamble, boolean headed)
            throws Misfit {
        super(target, mapped, preamble);
        this.header = List.copyOf(header);
        this.headed = headed;
        this.firstColumn = header.isEmpty() ? new byte[0] : header.get(0).getBytes(StandardCharsets.UTF_8);
        this.oneLine = mapped.equals(header) ? mapper().oneLineColumns() : Set.of();
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
            tally().row();
            reject(rows.line(), "", rows.firstLine(), Reason.WRONG_FIELD_COUNT, wrongCount(rows));
        } else if (headed && isHeader(rows)) {
            tally().row();
            tally().skip("repeated headers");
        } else {
            cells(rows);
        }
    }

    /** Maps the cells of a row that has as many as the header. */
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
        if (!rows.holds(0, firstColumn)) {
            return false;
        }
        for (int i = 0; i < header.size(); i++) {
            if (!rows.text(i).equals(header.get(i))) {
                return false;
            }
        }
        return true;
    }
}
