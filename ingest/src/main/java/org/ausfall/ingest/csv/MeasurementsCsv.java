package org.ausfall.ingest.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.ausfall.core.reconstruction.SimulatedMeasurements;

/**
 * Writes raw measurements as {@link org.ausfall.ingest.probe.ProbeScanner} reads them, row by row. Names of sites and locations must
 * need no quotes.
 */
public final class MeasurementsCsv {
    private static final int FLUSHED_AT = 1 << 16;

    private final OutputStream target;
    private final StringBuilder text = new StringBuilder(FLUSHED_AT + 200);
    private long second = Long.MIN_VALUE;
    private String secondText = "";

    private MeasurementsCsv(OutputStream target) {
        this.target = target;
        text.append("timestamp,site,location,duration_ms,status\n");
    }

    /**
     * Writes a header and all measurements; the target stays open.
     *
     * @throws UncheckedIOException if the target cannot be written
     */
    public static void write(SimulatedMeasurements measurements, OutputStream target) {
        MeasurementsCsv rows = new MeasurementsCsv(target);
        measurements.forEach(rows::append);
        rows.flush();
    }

    private void append(long epochMillis, String site, String location, int micros, int status) {
        appendTime(epochMillis);
        text.append(',').append(site).append(',').append(location).append(',');
        if (micros >= 0) {
            text.append(micros / 1000).append('.');
            appendThree(micros % 1000);
        }
        text.append(',').append(status).append('\n');
        if (text.length() >= FLUSHED_AT) {
            flush();
        }
    }

    private void appendTime(long epochMillis) {
        long now = Math.floorDiv(epochMillis, 1000L);
        if (now != second) {
            second = now;
            String whole = Instant.ofEpochSecond(now).toString();
            secondText = whole.substring(0, whole.length() - 1);
        }
        text.append(secondText).append('.');
        appendThree((int) Math.floorMod(epochMillis, 1000L));
        text.append('Z');
    }

    private void appendThree(int number) {
        text.append((char) ('0' + number / 100))
                .append((char) ('0' + number / 10 % 10))
                .append((char) ('0' + number % 10));
    }

    private void flush() {
        try {
            target.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
