package org.ausfall.ingest.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadRowsTest {
    /** A bad row as it stands in the file, and what is said of it: column, reason, value. */
    private record Bad(String row, String said) {}

    private static final List<Bad> KINDS = List.of(
            new Bad("2017-02-28T17:37:12Z,shop,ams,12.5", ": X wrong_field_count '2017-02-28T17:37:12Z,shop,ams,12.5'"),
            new Bad(
                    "2017-02-28T17:37:12Z,shop,ams,12.5,200,",
                    ": X wrong_field_count '2017-02-28T17:37:12Z,shop,ams,12.5,200,'"),
            new Bad("nonsense", ": X wrong_field_count 'nonsense'"),
            new Bad(",shop,ams,12.5,200", ": timestamp missing_value ''"),
            new Bad("yesterday,shop,ams,12.5,200", ": timestamp wrong_type 'yesterday'"),
            new Bad("2017-02-28T17:37:12,shop,ams,12.5,200", ": timestamp no_zone '2017-02-28T17:37:12'"),
            new Bad("2017-02-30T17:37:12Z,shop,ams,12.5,200", ": timestamp wrong_type '2017-02-30T17:37:12Z'"),
            new Bad("2017-02-28T24:00:00Z,shop,ams,12.5,200", ": timestamp wrong_type '2017-02-28T24:00:00Z'"),
            new Bad("1488303432000,shop,ams,12.5,200", ": timestamp wrong_type '1488303432000'"),
            new Bad("2017-02-28T17:37:12Z,,ams,12.5,200", ": site missing_value ''"),
            new Bad("2017-02-28T17:37:12Z,shop,\"  \",12.5,200", ": location missing_value ''"),
            new Bad("2017-02-28T17:37:12Z,shop,ams,,200", ": duration_ms missing_value ''"),
            new Bad("2017-02-28T17:37:12Z,shop,ams,fast,200", ": duration_ms wrong_type 'fast'"),
            new Bad("2017-02-28T17:37:12Z,shop,ams,\"12,5\",200", ": duration_ms wrong_type '12,5'"),
            new Bad("2017-02-28T17:37:12Z,shop,ams,NaN,200", ": duration_ms wrong_type 'NaN'"),
            new Bad("2017-02-28T17:37:12Z,shop,ams,-1,200", ": duration_ms out_of_range '-1'"),
            new Bad("2017-02-28T17:37:12Z,shop,ams,1e9,200", ": duration_ms out_of_range '1e9'"),
            new Bad("2017-02-28T17:37:12Z,shop,ams,12.5,", ": status missing_value ''"),
            new Bad("2017-02-28T17:37:12Z,shop,ams,12.5,OK", ": status wrong_type 'OK'"),
            // 200 plus 2 to the 32nd, which is 200 in 32 bits; digits of another script; a number of gigabytes.
            new Bad("2017-02-28T17:37:12Z,shop,ams,12.5,4294967496", ": status out_of_range '4294967496'"),
            new Bad(
                    "2017-02-28T17:37:12Z,shop,ams,12.5,\u0662\u0660\u0660",
                    ": status wrong_type '\u0662\u0660\u0660'"),
            new Bad("2017-02-28T17:37:12Z,shop,ams,1e999999999,200", ": duration_ms wrong_type '1e999999999'"),
            new Bad("2017-02-28T17:37:12Z,shop,ams,12.5,199", ": status out_of_range '199'"),
            new Bad("2017-02-28T17:37:12Z,shop,ams,12.5,200.5", ": status out_of_range '200.5'"),
            new Bad(
                    "2017-02-28T17:37:12Z,\"shop,ams,12.5,200",
                    ": X malformed '2017-02-28T17:37:12Z,\"shop,ams,12.5,200'"),
            new Bad(
                    "2017-02-28T17:37:12Z,\"shop\"x,ams,12.5,200",
                    ": X malformed '2017-02-28T17:37:12Z,\"shop\"x,ams,12.5,200'"),
            new Bad("2017-02-28T17:37:12Z,sh\u0007op,ams,12.5,200", ": site wrong_type 'sh\u0007op'"),
            new Bad("2017-02-28T17:37:12Z,sh\u0000op,ams,12.5,200", ": site wrong_type 'sh\u0000op'"),
            // Of several faults the first is named, in the order of time, site, location, status, duration.
            new Bad("2017-02-30T17:37:12Z,shop,ams,fast,OK", ": timestamp wrong_type '2017-02-30T17:37:12Z'"),
            new Bad("2017-02-28 17:37:12+00:00,shop,,fast,OK", ": location missing_value ''"),
            new Bad("2017-02-28T17:37:12Z,shop,ams,fast,OK", ": status wrong_type 'OK'"),
            new Bad(
                    "timestamp,site,location,duration_ms,status",
                    ": X malformed 'timestamp,site,location,duration_ms,status'"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneBadRowInAThousand_isNamedAndCostsNoGoodRow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(Read.HEADER);
        List<String> expected = new ArrayList<>();
        int rows = 60_000;
        for (int i = 0; i < rows; i++) {
            if (i % 1000 == 500) {
                Bad bad = KINDS.get(i / 1000 % KINDS.size());
                text.append(bad.row()).append('\n');
                expected.add(("in.csv:" + (i + 2) + bad.said()).replace(": X", ""));
            } else {
                text.append("2017-02-28T17:37:12Z,shop,\"ams\",")
                        .append(random.nextInt(100, 999))
                        .append(",200\n");
            }
        }
        Read read = Read.of(text.toString());
        assertThat(read.problems()).as("seed %d", seed).containsExactlyElementsOf(expected);
        assertThat(read.samples()).as("seed %d", seed).hasSize(rows - expected.size());
    }

    @Test
    void invalidUtf8InAName_isABadRow_inAnotherColumn_itIsNot() {
        byte[] text = ("note," + Read.HEADER
                        + "\u00fc,2017-02-28T17:37:12Z,shop,ams,1,200\nx,2017-02-28T17:37:12Z,sh\u00fcp,ams,1,200\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        Read read = Read.of(Read.scanner(), Read.input(text));
        assertThat(read.samples()).hasSize(1);
        assertThat(read.problems()).containsExactly("in.csv:3: site wrong_type 'sh\ufffdp'");
    }

    @Test
    void aNameOfMoreBytesThanANameMayHave_isABadRow() {
        for (String tooLong :
                List.of("a".repeat(257), "\u00e9".repeat(129), "\u6771".repeat(86), "\ud83d\ude00".repeat(65))) {
            String shorter = tooLong.substring(Character.charCount(tooLong.codePointAt(0)));
            Read read = Read.of(Read.HEADER + "2017-02-28T17:37:12Z," + tooLong + ",ams,1,200\n"
                    + "2017-02-28T17:37:12Z," + shorter + ",ams,1,200\n");
            assertThat(read.samples()).hasSize(1);
            assertThat(read.problems()).hasSize(1).first().asString().startsWith("in.csv:2: site too_large");
        }
    }

    @Test
    void aControlCharacterAndAByteOtherThanAComma_areNoEndOfAName() {
        String good = "2017-02-28T17:37:12Z,ab,ams,1,200\n2017-02-28T17:37:12Z,abc,ams,1,200\n";
        Read read = Read.of(Read.HEADER + good + "2017-02-28T17:37:12Z,ab\u0001-ams,1,200\n" + good);
        assertThat(read.samples()).hasSize(4);
        assertThat(read.problems()).hasSize(1).first().asString().startsWith("in.csv:4 wrong_field_count");
    }

    @Test
    void onlyBadRows_areAllStreamedButNotAllHeld() {
        int rows = 200_000;
        List<String> problems = Read.of(Read.HEADER + "x\n".repeat(rows)).problems();
        assertThat(problems).hasSize(rows);
        assertThat(problems.get(rows - 1)).startsWith("in.csv:" + (rows + 1) + " ");
    }

    @Test
    void tooManyBadRows_refuseTheFile() {
        ProbeScanner scanner = ProbeScanner.of(Read.WINDOWS).withLimits(ScanLimits.DEFAULT);
        Read read = Read.of(scanner, Read.HEADER + "2017-02-28T17:37:12Z,shop,ams,1,200\nx\ny\n");
        assertThat(read.samples()).isEmpty();
        assertThat(read.problems()).last().asString().isEqualTo("in.csv too_many_bad_rows ''");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in.csv malformed '' <- ",
                "in.csv:1: site missing_column 'timestamp,location,duration_ms,status' <- timestamp,location,duration_ms,status\n",
                "in.csv:1: timestamp missing_column 'timestamp;site;location;duration_ms;status' <- timestamp;site;location;duration_ms;status\n",
                "in.csv:1: site malformed 'timestamp,site,location,duration_ms,status,site' <- timestamp,site,location,duration_ms,status,site\n",
                "in.csv:3 malformed '' <- \n\n\"timestamp,site,location,duration_ms,status\n",
                "in.csv:1 malformed '' <- timestamp,site,location,duration_ms,status\r2017-02-28T17:37:12Z,shop,ams,1,200\r",
            })
    void unusableHeader_refusesTheFileWithTheReason(String expectedFromText) {
        String[] parts = expectedFromText.split(" <- ", 2);
        String expected = parts[0].equals("in.csv malformed ''") ? "in.csv:1 malformed ''" : parts[0];
        assertThat(Read.of(parts[1]).problems()).containsExactly(expected);
    }

    @Test
    void utf16AndMissingFiles_areRefused() {
        byte[] utf16 = ("\ufeff" + Read.HEADER).getBytes(StandardCharsets.UTF_16LE);
        Read read = Read.of(Read.scanner(), Read.input(utf16), ProbeInput.of(Path.of("no", "such.csv")));
        assertThat(read.problems()).containsExactly("in.csv unreadable_file ''", "no/such.csv missing_file ''");
        assertThat(read.files()).isEmpty();
    }

    @Test
    void limits_areProblemsNotErrors() {
        ScanLimits tight = new ScanLimits(100, 3, 6, 2, 10, 1);
        ProbeScanner scanner = Read.scanner().withLimits(tight);
        String good = "2017-02-28T17:37:12Z,shop,ams,1,200\n";
        Read longRow = Read.of(scanner, Read.HEADER + good + "x".repeat(5000) + "\n" + good);
        assertThat(longRow.samples()).hasSize(2);
        assertThat(longRow.problems()).singleElement().asString().startsWith("in.csv:3 too_large 'xxx");
        assertThat(Read.of(scanner, "a,b," + Read.HEADER).problems()).containsExactly("in.csv:1 too_large '7 columns'");
        Read manySites = Read.of(scanner, Read.HEADER + good + good.replace("shop", "b") + good.replace("shop", "c"));
        assertThat(manySites.problems()).containsExactly("in.csv too_large ''");
    }
}
