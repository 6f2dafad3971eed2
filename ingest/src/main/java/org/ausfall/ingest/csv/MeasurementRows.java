package org.ausfall.ingest.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Rows of measurements as own CSV has them: times to the millisecond, durations to the microsecond. Written in large pieces. */
public final class MeasurementRows {
    private static final int FLUSHED_AT = 1 << 16;

    private final OutputStream target;
    private final StringBuilder text = new StringBuilder(FLUSHED_AT + 200);
    private long second = Long.MIN_VALUE;
    private String secondText = "";

    /** Starts with a header; the target stays open. */
    public MeasurementRows(OutputStream target, String header) {
        this.target = target;
        text.append(header).append('\n');
    }

    /** A comma. */
    public MeasurementRows next() {
        text.append(',');
        return this;
    }

    /** Text as it stands. */
    public MeasurementRows add(String value) {
        text.append(value);
        return this;
    }

    /** A whole number. */
    public MeasurementRows add(long value) {
        text.append(value);
        return this;
    }

    /** {@code 2017-02-28T17:37:12.000Z}. */
    public MeasurementRows addTime(long epochMillis) {
        long now = Math.floorDiv(epochMillis, 1000L);
        if (now != second) {
            second = now;
            String whole = Instant.ofEpochSecond(now).toString();
            secondText = whole.substring(0, whole.length() - 1);
        }
        text.append(secondText).append('.');
        addThreeDigits((int) Math.floorMod(epochMillis, 1000L));
        text.append('Z');
        return this;
    }

    /** Microseconds as milliseconds: {@code 1234.567}. */
    public MeasurementRows addMillis(int micros) {
        text.append(micros / 1000).append('.');
        addThreeDigits(micros % 1000);
        return this;
    }

    private void addThreeDigits(int number) {
        text.append((char) ('0' + number / 100))
                .append((char) ('0' + number / 10 % 10))
                .append((char) ('0' + number % 10));
    }

    /**
     * Ends the row.
     *
     * @throws UncheckedIOException if the target cannot be written
     */
    public void end() {
        text.append('\n');
        if (text.length() >= FLUSHED_AT) {
            flush();
        }
    }

    /**
     * Hands all rows to the target.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void flush() {
        try {
            target.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
