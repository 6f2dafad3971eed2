package org.ausfall.ingest.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Reads content row by row with the fast and the strict reader: the fast one takes no row that the other refuses, and reads none otherwise. */
final class BothReaders {
    private final ScanLimits limits;
    private long rows;
    private long fastRows;
    private long badRows;
    private long blankLines;
    private long roundings;

    BothReaders(ScanLimits limits) {
        this.limits = limits;
    }

    /** Rows, bad rows, blank lines and roundings, as the strict reader counts them. */
    List<Long> counts() {
        return List.of(rows, badRows, blankLines, roundings);
    }

    /** How many rows the fast reader took. */
    long fastRows() {
        return fastRows;
    }

    void read(byte[] content) {
        HeaderReader start = header(content);
        byte[] rest = start.rest();
        boolean ends = rest.length == 0 || rest[rest.length - 1] == '\n';
        int end = rest.length + (ends ? 0 : 1);
        byte[] bytes = Arrays.copyOf(rest, end + NameTable.OVERREAD);
        bytes[Math.max(0, end - 1)] = end == 0 ? 0 : (byte) '\n';
        NameTable sites = new NameTable();
        NameTable locations = new NameTable();
        FastRow fast = new FastRow(start.header(), limits, sites, locations);
        StrictRow strict = new StrictRow(start.header(), limits);
        StrictValues values = new StrictValues(start.header());
        for (int p = 0; p < end; p = strict.end()) {
            int next = fast.read(bytes, p);
            boolean fault = strict.read(bytes, p, end).isPresent();
            boolean good = !fault
                    && !strict.isBlank()
                    && strict.fields().size() == start.header().names().size()
                    && values.read(strict.fields()).isEmpty();
            count(good, strict, values);
            if (next >= 0) {
                fastRows++;
                assertThat(good).isTrue();
                assertThat(next).isEqualTo(strict.end());
                assertThat(List.of(
                                fast.millis(),
                                sites.name(fast.site()),
                                locations.name(fast.location()),
                                fast.result(),
                                fast.oneIfRounded()))
                        .isEqualTo(List.of(
                                values.millis(),
                                values.site(),
                                values.location(),
                                values.result(),
                                values.rounded() ? 1 : 0));
            }
        }
    }

    private void count(boolean good, StrictRow strict, StrictValues values) {
        boolean blank = strict.isBlank();
        blankLines += blank ? 1 : 0;
        rows += blank ? 0 : 1;
        badRows += blank || good ? 0 : 1;
        roundings += good && values.rounded() ? 1 : 0;
    }

    private HeaderReader header(byte[] content) {
        try {
            return HeaderReader.read(new ByteArrayInputStream(content), "in.csv", limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
