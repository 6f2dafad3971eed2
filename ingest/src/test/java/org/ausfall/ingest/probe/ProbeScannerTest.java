package org.ausfall.ingest.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.ausfall.core.problem.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeScannerTest {
    private static final String ROW = "2017-02-28T17:37:12Z,shop,ams,1234.567,200\n";
    private static final String SAMPLE = "shop ams 2017-02-28T17:37:12Z 1234567us";

    @TempDir
    Path folder = Path.of("");

    @Test
    void plainRow_becomesOneSample() {
        Read read = Read.of(Read.HEADER + ROW);
        assertThat(read.samples()).containsExactly(SAMPLE);
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void rowsOfSeveralSites_comeInOrderOfSiteLocationAndTime() {
        Read read = Read.of(Read.HEADER
                + "2017-02-28T17:00:01Z,b,x,2,200\n"
                + "2017-02-28T17:00:00Z,b,x,1,200\n"
                + "2017-02-28T17:00:00Z,a,y,,0\n"
                + "2017-02-28T17:00:00Z,a,x,3,404\n"
                + "2017-02-28T17:00:00Z,a,x,,503\n");
        assertThat(read.samples())
                .containsExactly(
                        "a x 2017-02-28T17:00:00Z REACHABLE",
                        "a x 2017-02-28T17:00:00Z HTTP_ERROR",
                        "a y 2017-02-28T17:00:00Z NO_RESPONSE",
                        "b x 2017-02-28T17:00:00Z 1000us",
                        "b x 2017-02-28T17:00:01Z 2000us");
    }

    /** The fast reader tries the length of the name before; a name that holds a comma must not mislead it. */
    @Test
    void namesWithCommasAndQuotes_areNotTakenForPartsOfOtherRows() {
        Read read = Read.of(Read.HEADER
                + "2017-02-28T17:00:00Z,\"a,b\",x,1,200\n"
                + "2017-02-28T17:00:01Z,\"a,b\",x,2,200\n"
                + "2017-02-28T17:00:02Z,a,b,3,200\n"
                + "2017-02-28T17:00:03Z,a,b,200,200,200\n"
                + "2017-02-28T17:00:04Z,\"c\"\"d\",x,4,200\n"
                + "2017-02-28T17:00:05Z,\"c\"d\",x,5,200\n"
                + "2017-02-28T17:00:06Z,c\"d,x,6,200\n");
        assertThat(read.samples())
                .containsExactly(
                        "a b 2017-02-28T17:00:02Z 3000us",
                        "a,b x 2017-02-28T17:00:00Z 1000us",
                        "a,b x 2017-02-28T17:00:01Z 2000us");
        assertThat(read.problems())
                .extracting(problem -> problem.replaceAll(" '.*", ""))
                .containsExactly(
                        "in.csv:5 wrong_field_count",
                        "in.csv:6: site wrong_type",
                        "in.csv:7 malformed",
                        "in.csv:8: site wrong_type");
    }

    @Test
    void aSiteSeenFromVeryManyLocations_hasAllOfThemInWhateverOrder() {
        List<String> rows = new ArrayList<>();
        for (int location = 0; location < 200; location++) {
            rows.add("2016-01-01T00:00:00Z,shop,l" + location + ",1,200\n");
        }
        for (int seed = 0; seed < 5; seed++) {
            Checked<ProbeScan> checked = ProbeScanner.of(Read.WINDOWS)
                    .scan(
                            List.of(Read.input((Read.HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8))),
                            problem -> {});
            List<Integer> seen = new ArrayList<>();
            checked.value().orElseThrow().forEachSite(site -> site.locations().size(), seen::add);
            assertThat(seen).as("seed %s", seed).containsExactly(200);
            Collections.shuffle(rows, new Random(seed));
        }
    }

    @Test
    void namesOfManyLengths_areToldApart() {
        StringBuilder text = new StringBuilder(Read.HEADER);
        List<String> expected = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            for (int length = 1; length <= 40; length++) {
                int half = length / 2;
                for (String site :
                        List.of("n".repeat(length), "n".repeat(half) + "m" + "n".repeat(length - half - 1))) {
                    text.append("2017-02-28T17:00:0")
                            .append(round)
                            .append("Z,")
                            .append(site)
                            .append(",x,1,200\n");
                    expected.add(site + " x 2017-02-28T17:00:0" + round + "Z 1000us");
                }
            }
        }
        assertThat(Read.of(text.toString()).samples()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-02-28T17:37:12Z,shop,ams,1234.567,200",
                "2017-02-28T17:37:12Z,shop,ams,1234.567,200\r",
                "\"2017-02-28T17:37:12Z\",\"shop\",\"ams\",\"1234.567\",\"200\"",
                "\"2017-02-28T17:37:12Z\",\"shop\",\"ams\",\"1234.567\",\"200\"\r",
                " 2017-02-28T17:37:12Z , shop,ams\t,1234.567 , 200 ",
                "2017-02-28T17:37:12.000999Z,shop,ams,1234.5670000,200",
                "2017-02-28T18:37:12+01:00,shop,ams,1234.567,200",
                "2017-02-28T09:37:12.0-08:00,shop,ams,1234.567,200",
                "2017-03-01T00:07:12+06:30,shop,ams,1234.567,200",
                "2017-02-28T18:37:12+0100,shop,ams,1234.567,200.0",
                "2017-02-28T18:37:12+01,shop,ams,1.234567e3,200",
                "2017-02-28 17:37:12Z,shop,ams,+1234.567,0200",
                "2017-02-28t17:37:12z,shop,ams,01234.567,302"
            })
    void legalWaysToWriteARow_meanTheSame(String row) {
        Read read = Read.of(Read.HEADER + ROW + row + "\n" + row);
        assertThat(read.problems()).isEmpty();
        assertThat(read.samples()).containsExactly(SAMPLE, SAMPLE, SAMPLE);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0004, 0",
        "0.0005, 1",
        "1.2344999, 1234",
        "1.2345, 1235",
        "999999.9999, 1000000000",
        "1000000, 1000000000",
        "0, 0",
        ".5, 500"
    })
    void decimalsBeyondTheMicrosecond_areRoundedHalfUp(String duration, int micros) {
        String row = "2017-02-28T17:37:12Z,shop,ams," + duration + ",200\n";
        // The second row is read by the fast reader, the blank sends the third to the strict one.
        Read read = Read.of(Read.HEADER + row + row + " " + row);
        String sample = "shop ams 2017-02-28T17:37:12Z " + micros + "us";
        assertThat(read.samples()).containsExactly(sample, sample, sample);
    }

    @Test
    void roundedDurations_areCounted() {
        String row = "2017-02-28T17:37:12Z,shop,ams,1.23456,200\n";
        Read read = Read.of(Read.HEADER + row + row + " " + row + row.replace(",200", ",500") + ROW);
        assertThat(read.files()).singleElement().returns(3L, ScannedFile::roundings);
    }

    @Test
    void byteOrderMarkBlankLinesAndOtherColumnsInAnyOrder_arePassedOver() {
        Read read = Read.of("\ufeff\n  \r\n\"note\",status,location,duration_ms,\"site\",timestamp,\r\n"
                + "\"x, \"\"y\"\"\",200,ams,1234.567,shop,2017-02-28T17:37:12Z,\r\n"
                + "\r\n\n \t\n"
                + "5\" wide,200,ams,1234.567,shop,2017-02-28T17:37:12Z,more\r\n");
        assertThat(read.problems()).isEmpty();
        assertThat(read.samples()).containsExactly(SAMPLE, SAMPLE);
        assertThat(read.files())
                .singleElement()
                .returns(3L, ScannedFile::blankLines)
                .returns(2L, ScannedFile::rows);
    }

    @Test
    void lineBreaksInsideAQuotedNote_belongToTheRow() {
        Read read = Read.of(String.join(
                "",
                "note,timestamp,site,location,duration_ms,status\n",
                "\"one\ntwo,\"\"\r\nthree\",2017-02-28T17:37:12Z,shop,ams,1234.567,200\n",
                "x,2017-02-28T17:37:12Z,shop,ams,bad,200\n"));
        assertThat(read.samples()).containsExactly(SAMPLE);
        assertThat(read.problems()).containsExactly("in.csv:5: duration_ms wrong_type 'bad'");
    }

    @Test
    void namesOfAnyLengthAndScript_stayApart() {
        List<String> names = new ArrayList<>();
        for (int length = 1; length <= 256; length++) {
            names.add("n".repeat(length));
            names.add("m" + "n".repeat(length - 1));
        }
        names.addAll(List.of(
                "Zürich", "東京", "a,b", "https://shop.example/one/index.html", "https://shop.example/two/index.html"));
        StringBuilder text = new StringBuilder(Read.HEADER);
        for (int pass = 0; pass < 2; pass++) {
            for (String name : names) {
                String field = name.indexOf(',') < 0 ? name : '"' + name + '"';
                text.append("2017-02-28T17:37:12Z,")
                        .append(field)
                        .append(',')
                        .append(field)
                        .append(",1,200\n");
            }
        }
        List<String> expected = names.stream()
                .distinct()
                .flatMap(name -> List.of(name, name).stream())
                .map(name -> name + " " + name + " 2017-02-28T17:37:12Z 1000us")
                .sorted()
                .toList();
        assertThat(Read.of(text.toString()).samples()).isSorted().containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void compressedFiles_areReadLikePlainOnes() throws IOException {
        byte[] text = (Read.HEADER + ROW.repeat(1000)).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gz = new ByteArrayOutputStream();
        for (byte[] half : List.of(Arrays.copyOf(text, 1000), Arrays.copyOfRange(text, 1000, text.length))) {
            try (OutputStream out = new GZIPOutputStream(gz)) {
                out.write(half);
            }
        }
        ByteArrayOutputStream zst = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(zst)) {
            out.write(text);
        }
        Files.write(folder.resolve("a.csv"), text);
        Files.write(folder.resolve("b.csv.gz"), gz.toByteArray());
        Files.write(folder.resolve("c.csv.zst"), zst.toByteArray());
        Read read =
                Read.of(Read.scanner(), ProbeInput.matching(folder + "/?.csv*").toArray(ProbeInput[]::new));
        assertThat(read.problems()).isEmpty();
        assertThat(read.samples()).hasSize(3000).containsOnly(SAMPLE);
        assertThat(read.files())
                .extracting(ScannedFile::bytes)
                .containsExactly((long) text.length, (long) gz.size(), (long) zst.size());
        CRC32C crc = new CRC32C();
        crc.update(gz.toByteArray());
        assertThat(read.files().get(1).crc32c()).isEqualTo(crc.getValue());
    }

    @Test
    void cutOffGzip_keepsTheWholeRowsBeforeTheCutAndSaysSo() throws IOException {
        ByteArrayOutputStream gz = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder(Read.HEADER);
        for (int i = 0; i < 20_000; i++) {
            text.append("2017-02-28T17:37:12Z,shop,ams,")
                    .append(1000 + (i * 7919L) % 8999)
                    .append(",200\n");
        }
        try (OutputStream out = new GZIPOutputStream(gz)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(gz.toByteArray(), gz.size() / 2));
        Read read = Read.of(Read.scanner(), ProbeInput.of(folder.resolve("cut.csv.gz")));
        assertThat(read.samples()).hasSizeBetween(5_000, 15_000);
        assertThat(read.problems()).singleElement().asString().contains("unreadable_file");
        assertThat(read.files()).singleElement().returns((long) (gz.size() / 2), ScannedFile::bytes);
    }

    @Test
    void rowsOutsideTheWindows_areCheckedButNotKept() {
        ProbeScanner scanner = ProbeScanner.of(Read.WINDOWS).withLimits(Read.limits());
        Read read = Read.of(
                scanner,
                Read.HEADER
                        + "2017-02-27T16:59:59.999Z,shop,ams,1,200\n"
                        + "2017-02-27T17:00:00Z,shop,ams,2,200\n"
                        + "2017-02-28T21:59:59.999Z,shop,ams,3,200\n"
                        + "2017-02-28T22:00:00Z,shop,ams,4,200\n"
                        + "1066-10-14T09:00:00Z,shop,ams,5,200\n"
                        + "9999-12-31T23:59:59Z,shop,ams,6,200\n"
                        + "2016-02-28T22:00:00Z,shop,ams,x,200\n");
        assertThat(read.samples())
                .containsExactly("shop ams 2017-02-27T17:00:00Z 2000us", "shop ams 2017-02-28T21:59:59.999Z 3000us");
        assertThat(read.problems()).hasSize(1);
    }

    @Test
    void progress_countsUpToTheSizeOfTheInputs() throws IOException {
        Path file = Files.writeString(folder.resolve("p.csv"), Read.HEADER + ROW.repeat(500));
        List<Long> seen = new ArrayList<>();
        Read.of(
                Read.scanner().withBlockSize(1000).withProgress((bytes, total) -> {
                    assertThat(total).isEqualTo(file.toFile().length());
                    seen.add(bytes);
                }),
                ProbeInput.of(file));
        assertThat(seen)
                .isSorted()
                .hasSizeGreaterThan(10)
                .last()
                .isEqualTo(file.toFile().length());
    }
}
