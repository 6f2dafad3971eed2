package org.ausfall.ingest.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlockBordersTest {
    private static final String NASTY = String.join(
            "",
            "note,timestamp,site,location,duration_ms,status\r\n",
            "plain,2017-02-28T17:37:12Z,shop,ams,1,200\n",
            "\"two\nlines\",2017-02-28T17:37:13Z,shop,ams,2,200\r\n",
            "\"\n\n,\"\"\n\",2017-02-28T17:37:14Z,\"shop\",ams,3,200\n",
            "x,2017-02-28T17:37:15Z,shop,ams,oops,200\n",
            "\n",
            "\"never closed,2017-02-28T17:37:16Z,shop,ams,4,200\n",
            "x,2017-02-28T17:37:17Z,shop,ams,5,200\n",
            "x,2017-02-28T17:37:17Z,shop\",ams,5,200\n",
            "\"x\ny\",2017-02-28T17:37:18Z,shop,ams,bad,200\n",
            "x,2017-02-28T17:37:18Z,shop,ams,6,200\n",
            "\"a\n\"b\",2017-02-28T17:37:19Z,shop,ams,7,200\n",
            "\"looks like a row:\nx,2017-02-28T17:37:20Z,shop,ams,8,200\n\",2017-02-28T17:37:21Z,shop,ams,9,200\n",
            "\",\n\",2017-02-28T17:37:22Z,shop,ams,10,200\n",
            "x,2017-02-28T17:37:23Z,shop,ams,11,200");

    private static final ScanLimits LIMITS = new ScanLimits(200, 4, 100, 1000, 100, 1);

    @Test
    void nastyFile_isReadAsWritten() {
        Read read = Read.of(Read.scanner().withLimits(LIMITS), NASTY);
        assertThat(read.samples())
                .extracting(sample -> sample.replaceAll(".* ", ""))
                .containsExactly(
                        "1000us", "2000us", "3000us", "5000us", "6000us", "7000us", "9000us", "10000us", "11000us");
        assertThat(read.problems())
                .extracting(problem -> problem.replaceAll(" '.*", ""))
                .containsExactly(
                        "in.csv:9: duration_ms wrong_type",
                        "in.csv:11 malformed",
                        "in.csv:13: site wrong_type",
                        "in.csv:14: duration_ms wrong_type",
                        "in.csv:17 malformed");
    }

    @Test
    void bordersAtEveryByte_changeNothing() {
        Read whole = Read.of(Read.scanner().withLimits(LIMITS).withThreads(1), NASTY);
        for (int size = 1; size <= NASTY.length() + 1; size++) {
            ProbeScanner scanner =
                    Read.scanner().withLimits(LIMITS).withBlockSize(size).withThreads(1 + size % 3);
            assertThat(Read.of(scanner, NASTY)).as("block size %d", size).isEqualTo(whole);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bordersInRandomText_changeNothing(long seed) {
        String text = randomText(new SplittableRandom(seed));
        Read whole = Read.of(Read.scanner().withLimits(LIMITS).withThreads(1), text);
        IntStream.of(1, 2, 3, 5, 7, 11, 16, 23, 40, 64, 100, 150, 201, 333, 500).forEach(size -> {
            ProbeScanner scanner =
                    Read.scanner().withLimits(LIMITS).withBlockSize(size).withThreads(1 + size % 3);
            assertThat(Read.of(scanner, text))
                    .as("seed %d, block size %d, of\n%s", seed, size, text)
                    .isEqualTo(whole);
        });
    }

    private static String randomText(SplittableRandom random) {
        String[] pieces = {
            "\"",
            "\"",
            "\"\"",
            ",",
            "\n",
            "\n",
            "\r\n",
            "x",
            "\"\n",
            ",\"",
            "\",",
            "\"x",
            "x,2017-02-28T17:37:12Z,shop,ams,1,200\n",
            "\"x\n\",2017-02-28T17:37:12Z,shop,ams,2,200\n",
            "\"x\",\"2017-02-28T17:37:12Z\",\"shop\",ams,3,200\n",
            "y".repeat(random.nextInt(1, 250))
        };
        StringBuilder text = new StringBuilder("note," + Read.HEADER);
        int length = random.nextInt(5, 60);
        for (int i = 0; i < length; i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    @Test
    void memoryThatIsFullAgainAndAgain_changesNothing(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder(Read.HEADER);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300_000; i++) {
            text.append("2017-02-28T")
                    .append(10 + i / 30_000)
                    .append(":00:00Z,s")
                    .append(random.nextInt(40))
                    .append(",l");
            text.append(random.nextInt(90))
                    .append(',')
                    .append(random.nextInt(5_000))
                    .append(",200\n");
        }
        Read inMemory = Read.of(text.toString());
        Read spilled = Read.of(Read.scanner().withThreads(3).withMemory(1, folder), text.toString());
        assertThat(spilled).isEqualTo(inMemory);
        assertThat(inMemory.samples()).hasSize(300_000);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void morePairsThanMemoryHolds_areAProblem() {
        StringBuilder text = new StringBuilder(Read.HEADER);
        for (int i = 0; i < 10_001; i++) {
            text.append("2017-02-28T17:37:12Z,s" + i / 100 + ",l" + i % 100 + ",1,200\n");
        }
        assertThat(Read.of(text.toString()).samples()).hasSize(10_001);
        assertThat(Read.of(Read.scanner().withThreads(1).withMemory(1, Path.of(".")), text.toString())
                        .problems())
                .containsExactly("in.csv too_large ''");
    }

    @Test
    void spillFolderThatDoesNotExist_isAProblem() {
        ProbeScanner scanner = Read.scanner().withMemory(1, Path.of("no", "such", "folder"));
        String row = "2017-02-28T17:37:12Z,shop,ams,1,200\n";
        assertThat(Read.of(scanner, Read.HEADER + row.repeat(200_000)).problems())
                .containsExactly("no/such/folder too_large ''");
    }
}
