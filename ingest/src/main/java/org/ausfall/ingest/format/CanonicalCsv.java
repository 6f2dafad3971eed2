package org.ausfall.ingest.format;

import java.io.OutputStream;
import java.util.Locale;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.ingest.csv.MeasurementRows;
import org.ausfall.ingest.probe.Measurement;

/**
 * Writes measurements as own CSV with all its columns, from which they can be read back without loss:
 *
 * <pre>
 * timestamp,site,location,duration_ms,status,outcome,kind,weight
 * 2017-02-28T17:37:12.000Z,shop.example,ams,1234.567,200,ok,page_load,1
 * </pre>
 */
final class CanonicalCsv {
    private final MeasurementRows rows;
    private long written;

    /** Writes the header; the target stays open. */
    CanonicalCsv(OutputStream target) {
        rows = new MeasurementRows(target, "timestamp,site,location,duration_ms,status,outcome,kind,weight");
    }

    /** How many measurements were written. */
    long written() {
        return written;
    }

    void write(Measurement one) {
        written++;
        rows.addTime(one.epochMillis()).next();
        rows.add(quoted(one.site())).next().add(quoted(one.location())).next();
        if (one.micros() != Measurement.NONE) {
            rows.addMillis(one.micros());
        }
        rows.next();
        if (one.status() != Measurement.NONE) {
            rows.add(one.status());
        }
        rows.next().add(one.outcome().name().toLowerCase(Locale.ROOT));
        rows.next().add(one.kind().map(MetricKind::code).orElse(""));
        rows.next().add(one.weight()).end();
    }

    /** Names have no quotes. */
    private static String quoted(String name) {
        return name.indexOf(',') < 0 ? name : '"' + name + '"';
    }

    void flush() {
        rows.flush();
    }
}
