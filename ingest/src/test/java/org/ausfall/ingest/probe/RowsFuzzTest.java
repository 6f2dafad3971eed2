package org.ausfall.ingest.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
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
            "\ufeffsite,timestamp,more,location,status,duration_ms\n",
            "a,status,b,site,c,duration_ms,location,timestamp,d\r\n",
            "status,site,timestamp,location,duration_ms\n",
            "timestamp,site,location,duration_ms,status,note\n",
            "location,duration_ms,status,timestamp,site\r\n");
    private static final ScanLimits LIMITS = new ScanLimits(200, 4, 100, 1000, 100, 1);

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
        BothReaders readers = new BothReaders(LIMITS);
        readers.read(content);
        ScannedFile file = whole.files().get(0);
        assertThat(List.of(file.rows(), file.badRows(), file.blankLines(), file.roundings()))
                .isEqualTo(readers.counts());
        assertThat(whole.problems()).hasSize(readers.counts().get(1).intValue());
    }

    private static Read scan(byte[] content, int blockSize, int threads) {
        ProbeScanner scanner =
                Read.scanner().withLimits(LIMITS).withBlockSize(blockSize).withThreads(threads);
        return Read.of(scanner, Read.input(content));
    }

    private static byte[] content(byte[] data) {
        byte[] header = HEADERS.get(data[0] & 7).getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(header, header.length + data.length - 2);
        System.arraycopy(data, 2, content, header.length, data.length - 2);
        return content;
    }
}
