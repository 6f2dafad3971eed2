package org.ausfall.ingest.csv;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.backtest.EarlierEstimate;
import org.ausfall.core.problem.Reason;

/**
 * {@code losses.csv} of a report written earlier: the estimate of each company, read back to be compared. One row a company; the
 * columns are those the report writes, of which these are read.
 *
 * <pre>
 * column                           type         blank  meaning
 * id                               text         no     ticker or retailer id
 * gross_p05, gross_p50, gross_p95  number, USD  no     lost revenue before sales came back
 * net_p05, net_p50, net_p95        number, USD  no     after
 * </pre>
 */
public final class ReportedLossesCsv implements CsvSchema<EarlierEstimate> {
    private final String event;

    /** The schema of the report of that event. */
    public ReportedLossesCsv(String event) {
        this.event = event;
    }

    @Override
    public List<String> columns() {
        return List.of("id", "gross_p05", "gross_p50", "gross_p95", "net_p05", "net_p50", "net_p95");
    }

    @Override
    public List<String> key() {
        return List.of("id");
    }

    @Override
    public Optional<EarlierEstimate> parse(CsvRow row) {
        String id = row.requiredText("id");
        Optional<EarlierEstimate.Range> gross = range(row, "gross");
        Optional<EarlierEstimate.Range> net = range(row, "net");
        return row.build(
                () -> new EarlierEstimate(event, id, event + "/losses.csv", gross.orElseThrow(), net.orElseThrow()));
    }

    private static Optional<EarlierEstimate.Range> range(CsvRow row, String which) {
        double low = number(row, which + "_p05");
        double median = number(row, which + "_p50");
        double high = number(row, which + "_p95");
        if (!(low <= median && median <= high)) {
            row.reject(which + "_p50", Reason.CONTRADICTION, "not between P5 and P95; report the event again");
            return Optional.empty();
        }
        return Optional.of(new EarlierEstimate.Range(low, median, high));
    }

    private static double number(CsvRow row, String column) {
        return row.required(column, row.decimal(column), BigDecimal.ZERO).doubleValue();
    }
}
