package org.ausfall.ingest.csv;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.ausfall.core.reconstruction.SimulatedMeasurements;

/**
 * Writes raw measurements as {@link org.ausfall.ingest.probe.ProbeScanner} reads them, row by row. Names of sites and locations must
 * need no quotes.
 */
public final class MeasurementsCsv {
    private MeasurementsCsv() {}

    /**
     * Writes a header and all measurements; the target stays open.
     *
     * @throws UncheckedIOException if the target cannot be written
     */
    public static void write(SimulatedMeasurements measurements, OutputStream target) {
        MeasurementRows rows = new MeasurementRows(target, "timestamp,site,location,duration_ms,status");
        measurements.forEach((epochMillis, site, location, micros, status) -> {
            rows.addTime(epochMillis).next().add(site).next().add(location).next();
            if (micros >= 0) {
                rows.addMillis(micros);
            }
            rows.next().add(status).end();
        });
        rows.flush();
    }
}
