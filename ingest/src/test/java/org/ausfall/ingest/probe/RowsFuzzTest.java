package org.ausfall.ingest.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Any bytes under any header: the fast reader takes no row that the strict one refuses, and reads none otherwise; the scanner counts
 * the rows that the strict reader counts, wherever its blocks end. The first byte chooses the header, the second the block size.
 */
class RowsFuzzTest {
    private static final List<String> HEADERS = List.of(
            "",
            Read.HEADER,
            "note,status,site,duration_ms,location,timestamp\r\n",
            "\ufeffsite,timestamp,more,location,status,duration_ms\n");
    private static final ScanLimits LIMITS = new ScanLimits(200, 4, 100, 1000, 100, 1);

    private long rows;
    private long badRows;
    private long blankLines;
    private long roundings;

    @FuzzTest(maxDuration = "200s")
    void anyRows_areReadAlikeByBothReaders(byte[] data) {
        if (data.length < 2) {
            return;
        }
        byte[] content = content(data);
        Read whole = scan(content, 1 << 20, 1);
        assertThat(scan(content, 1 + (data[1] & 0xff), 2)).isEqualTo(whole);
        if (whole.files().isEmpty()) {
            assertThat(whole.problems()).isNotEmpty();
            return;
        }
        readOneByOne(content);
        ScannedFile file = whole.files().get(0);
        assertThat(List.of(file.rows(), file.badRows(), file.blankLines(), file.roundings()))
                .isEqualTo(List.of(rows, badRows, blankLines, roundings));
        assertThat(whole.problems()).hasSize((int) badRows);
    }

    private static Read scan(byte[] content, int blockSize, int threads) {
        ProbeScanner scanner =
                Read.scanner().withLimits(LIMITS).withBlockSize(blockSize).withThreads(threads);
        return Read.of(scanner, Read.input(content));
    }

    private static byte[] content(byte[] data) {
        byte[] header = HEADERS.get(data[0] & 3).getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(header, header.length + data.length - 2);
        System.arraycopy(data, 2, content, header.length, data.length - 2);
        return content;
    }

    private void readOneByOne(byte[] content) {
        HeaderReader start = header(content);
        byte[] rest = start.rest();
        boolean ends = rest.length == 0 || rest[rest.length - 1] == '\n';
        int end = rest.length + (ends ? 0 : 1);
        byte[] bytes = Arrays.copyOf(rest, end + NameTable.OVERREAD);
        bytes[Math.max(0, end - 1)] = end == 0 ? 0 : (byte) '\n';
        rows = 0;
        badRows = 0;
        blankLines = 0;
        roundings = 0;
        NameTable sites = new NameTable();
        NameTable locations = new NameTable();
        FastRow fast = new FastRow(start.header(), LIMITS, sites, locations);
        StrictRow strict = new StrictRow(start.header(), LIMITS);
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

    private static HeaderReader header(byte[] content) {
        try {
            return HeaderReader.read(new ByteArrayInputStream(content), "in.csv", LIMITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
