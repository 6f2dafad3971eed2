package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ScanLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as they come: encodings, line ends, delimiters, damage. All are read as JMeter's results; made by hand. */
class BrokenFilesTest {
    private static final String HEADER = "timeStamp,elapsed,label,success,note\n";
    private static final String ROW = "1488303432000,12,Caf\u00e9,true,\n";
    private static final String READ = "2017-02-28T17:37:12.000Z,Caf\u00e9,-,12.000,,ok,full_response,1";

    static Stream<byte[]> encodings() {
        String text = HEADER + ROW;
        return Stream.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
                text.getBytes(StandardCharsets.UTF_16BE),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(Charset.forName("windows-1252")));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyEncoding_isReadAlike(byte[] content) {
        assertThat(Converted.of(content, ReadOptions.NONE).rows()).containsExactly(READ);
    }

    @Test
    void nameThatIsNoText_isABadRow() {
        byte[] broken = (HEADER + "1488303432000,12,a,true,\u20ac\n".repeat(30_000) + ROW)
                .replace("Caf\u00e9", "Caf\u0001")
                .getBytes(StandardCharsets.UTF_8);
        broken[new String(broken, StandardCharsets.ISO_8859_1).indexOf('\u0001')] = (byte) 0xe9;
        assertThat(Converted.of(broken, ReadOptions.NONE).problem().detail()).contains("save the file as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEnd_isReadAlike_withTheRightLines(String end) {
        Converted read = Converted.of((HEADER + "\n" + ROW + "x,12,a,true,\n" + ROW).replace("\n", end));

        assertThat(read.rows()).containsExactly(READ, READ);
        assertThat(read.problem().place().toString()).isEqualTo("in.txt:4: timeStamp");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "^"})
    void everyDelimiter_isReadAlike(String delimiter) {
        assertThat(Converted.of((HEADER + ROW).replace(",", delimiter)).rows()).containsExactly(READ);
    }

    @Test
    void oddRows_areBadAndCounted_andTheRestIsRead() {
        Converted read = Converted.of(HEADER + ROW
                + "1488303432000,12,a,true\n"
                + "1488303432000,12,a,true,n,n\n"
                + "\n   \n"
                + HEADER
                + "1488303432000,12,\"a\" b,true,\n"
                + "1488303432000,12,\"a\nb\",true,\n"
                + "1488303432000,12,a,true,\"two\nlines, and \"\"more\"\"\"\n"
                + ROW
                + "14883034");

        assertThat(read.rows()).hasSize(3);
        assertThat(read.problems().stream()
                        .map(problem ->
                                problem.place().line() + " " + problem.reason().code()))
                .containsExactly(
                        "3 wrong_field_count",
                        "4 wrong_field_count",
                        "8 malformed",
                        "9 malformed",
                        "10 wrong_field_count",
                        "14 wrong_field_count");
        assertThat(read.problems().get(5).detail()).contains("cut off");
        assertThat(read.file().skipped()).containsEntry("repeated headers", 1L);
        assertThat(read.file().rows()).isEqualTo(3 + 6 + 1);
    }

    @Test
    void unclosedQuote_costsItsLineOnly() {
        Converted read = Converted.of(HEADER + ROW + "1488303432000,12,a,true,\"open\n" + ROW + ROW);

        assertThat(read.rows()).hasSize(3);
        assertThat(read.problem().place().line()).isEqualTo(3);
        assertThat(read.problem().value()).startsWith("1488303432000,12,a,true,");
    }

    @Test
    void quotesThatNeverClose_refuseTheFileAfterLittleOfIt() {
        byte[] line = "1488303432000,12,a,true,\"open\n".getBytes(StandardCharsets.UTF_8);
        Endless endless = new Endless(line);
        InputStream content = new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(HEADER.getBytes(StandardCharsets.UTF_8)), endless)));
        Converted read = Converted.of(List.of(ProbeInput.of("in.txt", content)), ReadOptions.NONE, ScanLimits.DEFAULT);

        assertThat(read.refused()).isTrue();
        assertThat(read.problems().get(read.problems().size() - 1).detail()).contains("quotes that do not close");
        assertThat(endless.read).isLessThan(4L << 20);
    }

    /** The same line again and again. */
    private static final class Endless extends InputStream {
        private final byte[] line;
        private long read;

        Endless(byte[] line) {
            this.line = line;
        }

        @Override
        public int read() {
            return line[(int) (read++ % line.length)];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            for (int i = 0; i < length; i++) {
                into[from + i] = (byte) read();
            }
            return length;
        }
    }

    @Test
    void fieldOfTenMegabytes_costsItsRow() {
        Converted read = Converted.of(HEADER + "1488303432000,12,a,true," + "x".repeat(10 << 20) + "\n" + ROW
                + "1488303432000,12,a,true,\"" + "x\n".repeat(5 << 20) + "\"\n" + ROW);

        assertThat(read.problems()).extracting(Problem::reason).contains(Reason.TOO_LARGE);
        assertThat(read.problems().get(0).place().line()).isEqualTo(2);
        assertThat(read.problems().get(0).value())
                .startsWith("1488303432000,12,a,true,xxx")
                .hasSizeLessThan(300);
        assertThat(read.rows()).contains(READ);
    }

    @Test
    void tooManyColumns_costTheirRow() {
        Converted read = Converted.of(HEADER + ROW + ",".repeat(5_000) + "\n" + ROW);

        assertThat(read.rows()).hasSize(2);
        assertThat(read.problem().reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void compressedFileCutOff_isReadAsFarAsItGoes_andSaysSo() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50_000; i++) {
                out.write(ROW.replace("12,", i + ",").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] half = Arrays.copyOf(gzip.toByteArray(), gzip.size() / 2);
        Converted read = Converted.of(List.of(Converted.input("a.jtl.gz", half)), ReadOptions.NONE, ScanLimits.DEFAULT);

        assertThat(read.rows()).hasSizeGreaterThan(1_000);
        assertThat(read.problem().detail()).contains("damaged or cut off");
    }

    @Test
    void bomb_isRefused() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                out.write(zeros);
            }
        }
        Converted read = Converted.of(
                List.of(Converted.input("a.jtl.gz", gzip.toByteArray())), ReadOptions.NONE, ScanLimits.DEFAULT);

        assertThat(read.refused()).isTrue();
        assertThat(read.problems().get(0).detail()).contains("expands");
    }

    @Test
    void missingFile_saysSo() {
        Converted read =
                Converted.of(List.of(ProbeInput.of(Path.of("no-such-file.jtl"))), ReadOptions.NONE, ScanLimits.DEFAULT);

        assertThat(read.problem().reason()).isEqualTo(Reason.MISSING_FILE);
    }
}
