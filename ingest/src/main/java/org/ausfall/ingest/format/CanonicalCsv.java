package org.ausfall.ingest.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.ausfall.core.measurement.MetricKind;
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
    private static final int FLUSHED_AT = 1 << 16;

    private final OutputStream target;
    private final StringBuilder text = new StringBuilder();
    private long second = Long.MIN_VALUE;
    private String secondText = "";
    private long written;

    /** Writes the header; the target stays open. */
    CanonicalCsv(OutputStream target) {
        this.target = target;
        text.append("timestamp,site,location,duration_ms,status,outcome,kind,weight\n");
    }

    /** How many measurements were written. */
    long written() {
        return written;
    }

    void write(Measurement one) {
        written++;
        time(one.epochMillis());
        text.append(',');
        name(one.site());
        text.append(',');
        name(one.location());
        text.append(',');
        if (one.micros() != Measurement.NONE) {
            text.append(one.micros() / 1000).append('.');
            threeDigits(one.micros() % 1000);
        }
        text.append(',');
        if (one.status() != Measurement.NONE) {
            text.append(one.status());
        }
        text.append(',').append(one.outcome().name().toLowerCase(Locale.ROOT));
        text.append(',').append(one.kind().map(MetricKind::code).orElse(""));
        text.append(',').append(one.weight()).append('\n');
        if (text.length() >= FLUSHED_AT) {
            flush();
        }
    }

    private void time(long epochMillis) {
        long now = Math.floorDiv(epochMillis, 1000L);
        if (now != second) {
            second = now;
            String whole = Instant.ofEpochSecond(now).toString();
            secondText = whole.substring(0, whole.length() - 1);
        }
        text.append(secondText).append('.');
        threeDigits((int) Math.floorMod(epochMillis, 1000L));
        text.append('Z');
    }

    private void threeDigits(int number) {
        text.append((char) ('0' + number / 100))
                .append((char) ('0' + number / 10 % 10))
                .append((char) ('0' + number % 10));
    }

    /** Names have no quotes. */
    private void name(String name) {
        if (name.indexOf(',') < 0) {
            text.append(name);
        } else {
            text.append('"').append(name).append('"');
        }
    }

    void flush() {
        try {
            target.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
