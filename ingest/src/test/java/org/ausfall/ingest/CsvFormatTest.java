package org.ausfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.ingest.Folders.RETAILERS;
import static org.ausfall.ingest.Folders.SLOWDOWNS;

import java.nio.file.Path;
import java.util.Map;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.text.Caps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFormatTest {
    @TempDir
    private Path root;

    private Folders folders;

    @BeforeEach
    void writeValidFolders() {
        folders = Folders.valid(root);
    }

    private void assertRejected(Problem problem, long line, String column, String value, Reason reason) {
        assertThat(problem.place()).isEqualTo(new Place("demo/slowdowns.csv", line, column));
        assertThat(problem.value()).isEqualTo(value);
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.effect()).isEqualTo(Problem.Effect.ROW_REJECTED);
    }

    @Test
    void carriageReturns_changeNothing() {
        Input plain = folders.read().value().orElseThrow();

        Input windows = folders.change(SLOWDOWNS, text -> text.replace("\n", "\r\n"))
                .read()
                .value()
                .orElseThrow();

        assertThat(windows.evidence().sites()).isEqualTo(plain.evidence().sites());
    }

    @Test
    void badRowWithCarriageReturns_isOnItsLine() {
        folders.replace(SLOWDOWNS, "353", "x").change(SLOWDOWNS, text -> text.replace("\n", "\r\n"));

        assertRejected(folders.onlyProblem(), 4, "slowdown_pct", "x", Reason.WRONG_TYPE);
    }

    @Test
    void byteOrderMark_isIgnored() {
        assertThat(folders.change(SLOWDOWNS, text -> "\uFEFF" + text).read().problems())
                .isEmpty();
        assertThat(folders.change(Folders.EVENT, text -> "\uFEFF" + text).read().problems())
                .isEmpty();
    }

    @Test
    void columnsInAnotherOrder_changeNothing_andFurtherOnesBecomeAttributes() {
        Input plain = folders.read().value().orElseThrow();

        folders.write(RETAILERS, """
                source,web_sales_usd_m,note,name,domain,ticker,year,provenance,retailer
                accounts,2509.25,x,Shop A,a.example,AAA,2016,reported,shop-a
                """);
        folders.write(SLOWDOWNS, folders.text(SLOWDOWNS).lines().limit(2).reduce("", (a, b) -> a + b + "\n"));
        Input moved = folders.read().value().orElseThrow();

        assertThat(moved.evidence().retailers()).singleElement().satisfies(retailer -> {
            assertThat(retailer.attributes()).containsExactly(Map.entry("note", "x"));
            assertThat(retailer)
                    .usingRecursiveComparison()
                    .ignoringFields("attributes")
                    .isEqualTo(plain.evidence().retailers().get(0));
        });
    }

    @Test
    void blankLines_areSkippedAndCounted() {
        folders.replace(SLOWDOWNS, "shop-a,", "\n  \nshop-a,").replace(SLOWDOWNS, "353", "x");

        Checked<Input> input = folders.read();

        assertRejected(input.problems().get(0), 6, "slowdown_pct", "x", Reason.WRONG_TYPE);
        assertThat(input.value().orElseThrow().evidence().inputs())
                .filteredOn(file -> file.name().equals("demo/slowdowns.csv"))
                .allSatisfy(file -> assertThat(file.rowsRead()).isEqualTo(7))
                .allSatisfy(file -> assertThat(file.rowsUsed()).isEqualTo(6));
    }

    @Test
    void blankLinesBeforeTheHeader_areSkipped() {
        folders.change(SLOWDOWNS, text -> "\n\n" + text).replace(SLOWDOWNS, "8069", "x");

        assertRejected(folders.onlyProblem(), 4, "before_ms", "x", Reason.WRONG_TYPE);
    }

    @Test
    void rowAfterAFieldOfSeveralLines_isOnItsPhysicalLine() {
        folders.replace(SLOWDOWNS, "measured,monitor", "measured,\"first\n\nthird \"\"quoted\"\"\n\"")
                .replace(SLOWDOWNS, "1100", "x");

        assertRejected(folders.onlyProblem(), 6, "during_ms", "x", Reason.WRONG_TYPE);
    }

    @Test
    void rowOfSeveralLinesWithCarriageReturns_isOnTheLineItStarts() {
        folders.replace(SLOWDOWNS, "measured,monitor", "measured,\"first\nsecond\"")
                .replace(SLOWDOWNS, "shop-b,Shop B,1000", "shop-b,\"Shop\nB\",0")
                .change(SLOWDOWNS, text -> text.replace("\n", "\r\n"));

        assertRejected(folders.onlyProblem(), 4, "before_ms", "0", Reason.OUT_OF_RANGE);
    }

    @Test
    void cutOffFile_losesItsLastRowOnly() {
        folders.change(SLOWDOWNS, text -> text.substring(0, text.indexOf("shop-g") + 10));

        Problem problem = folders.onlyProblem();

        assertRejected(problem, 8, "", "2 fields", Reason.WRONG_FIELD_COUNT);
        assertThat(problem.rowKey()).isEqualTo("shop-g");
    }

    @Test
    void fileCutOffInsideQuotes_losesItsLastRowOnly() {
        folders.change(SLOWDOWNS, text -> text + "shop-h,Shop H,,,,,,unknown,\"cut");

        assertRejected(folders.onlyProblem(), 9, "", "shop-h,Shop H,,,,,,unknown,\"cut", Reason.MALFORMED);
        assertThat(folders.read().value().orElseThrow().evidence().sites()).hasSize(7);
    }

    @Test
    void lastRowWithoutLineEnd_isRead() {
        folders.change(SLOWDOWNS, String::stripTrailing);

        assertThat(folders.read().value().orElseThrow().evidence().sites()).hasSize(7);
    }

    @Test
    void unclosedQuoteInTheMiddle_costsItsRowOnly() {
        folders.replace(SLOWDOWNS, "shop-b,Shop B", "shop-b,\"Shop B")
                .replace(SLOWDOWNS, "\"a paper, page 2\"", "paper");

        Problem problem = folders.onlyProblem();

        assertThat(problem.place()).isEqualTo(Place.of("demo/slowdowns.csv", 3));
        assertThat(problem.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(folders.read().value().orElseThrow().evidence().sites()).hasSize(6);
    }

    @Test
    void unclosedQuoteBeforeAQuotedField_costsItsRowOnly() {
        folders.replace(SLOWDOWNS, "shop-b,Shop B", "shop-b,\"Shop B");

        assertThat(folders.onlyProblem().place()).isEqualTo(Place.of("demo/slowdowns.csv", 3));
    }

    @Test
    void quoteThatIsNotClosedForLong_isTooLargeAndNamedByItsFirstLine() {
        folders.replace(SLOWDOWNS, "shop-b,Shop B", "shop-b,\"Shop B" + "\n".repeat(30_000));

        Checked<Input> input = folders.directory()
                .withCaps(new Caps(1 << 20, 1000, 100, 40_000, 100))
                .read(BadRowLimit.parse("50%"));

        assertThat(input.problems().get(0).place()).isEqualTo(Place.of("demo/slowdowns.csv", 3));
        assertThat(input.problems().get(0).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(input.value().orElseThrow().evidence().sites()).hasSize(6);
    }

    @Test
    void endlessLine_isTooLarge() {
        folders.replace(SLOWDOWNS, "Shop B", "B".repeat(3 << 20));

        Problem problem = folders.onlyProblem();

        assertThat(problem.place()).isEqualTo(Place.of("demo/slowdowns.csv", 3));
        assertThat(problem.reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void rowWithTooManyFields_isTooLarge() {
        folders.replace(SLOWDOWNS, "Shop B", ",".repeat(2000));

        assertRejected(folders.onlyProblem(), 3, "", "2009 fields", Reason.TOO_LARGE);
    }

    @Test
    void fileAboveTheCaps_isRefused() {
        assertThat(read(new Caps(100, 1000, 100, 100, 100)).problems())
                .allSatisfy(problem -> assertThat(problem.reason()).isEqualTo(Reason.TOO_LARGE));
        assertThat(read(new Caps(1 << 20, 1 << 20, 100, 20, 100)).problems())
                .extracting(Problem::place)
                .contains(Place.of("reference/beliefs.csv", 21), Place.of("reference/profiles.csv", 21));
    }

    private Checked<Input> read(Caps caps) {
        return folders.directory().withCaps(caps).read(BadRowLimit.DEFAULT);
    }

    @Test
    void quotesThatNeverPairUp_refuseTheFile() {
        folders.append(SLOWDOWNS, "\"a\"b\n".repeat(500));

        assertThat(folders.read().problems())
                .anyMatch(problem ->
                        problem.reason() == Reason.MALFORMED && problem.effect() == Problem.Effect.FILE_REFUSED);
    }

    @Test
    void floodOfBadRows_endsTheReading() {
        folders.append(SLOWDOWNS, "x\n".repeat(30_000));

        Checked<Input> input = folders.directory().read(BadRowLimit.parse("100%"));

        assertThat(input.value()).isEmpty();
        assertThat(input.problems()).hasSizeLessThan(10_100);
        assertThat(input.problems().get(input.problems().size() - 1).reason()).isEqualTo(Reason.TOO_MANY_BAD_ROWS);
    }

    @Test
    void rowWithAFieldTooMany_isRejectedWithItsKey() {
        folders.replace(SLOWDOWNS, "not_affected,measured,", "not_affected,measured,,");

        Problem problem = folders.onlyProblem();

        assertRejected(problem, 3, "", "10 fields", Reason.WRONG_FIELD_COUNT);
        assertThat(problem.rowKey()).isEqualTo("shop-b");
    }

    @Test
    void missingColumns_areAllNamedAndRefuseTheFile() {
        folders.replace(SLOWDOWNS, "retailer,name,before_ms", "Retailer,name,before");

        Checked<Input> input = folders.read();

        assertThat(input.value()).isEmpty();
        assertThat(input.problems())
                .allSatisfy(problem -> assertThat(problem.reason()).isEqualTo(Reason.MISSING_COLUMN))
                .extracting(Problem::place)
                .containsExactly(
                        new Place("demo/slowdowns.csv", 1, "retailer"),
                        new Place("demo/slowdowns.csv", 1, "before_ms"));
        assertThat(input.problems().get(0).detail()).contains("'Retailer'");
    }

    @Test
    void semicolons_areNamed() {
        folders.change(SLOWDOWNS, text -> text.replace(',', ';'));

        assertThat(folders.read().problems().get(0).detail()).contains("commas");
    }

    @Test
    void columnThatStandsTwice_refusesTheFile() {
        folders.change(SLOWDOWNS, text -> text.replace("slowdown_pct,", "before_ms,slowdown_pct,"));

        Problem problem = folders.onlyRefusal();

        assertThat(problem.place()).isEqualTo(new Place("demo/slowdowns.csv", 1, "before_ms"));
        assertThat(problem.reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void emptyFile_isRefused() {
        assertThat(folders.write(SLOWDOWNS, "").onlyRefusal().reason()).isEqualTo(Reason.MALFORMED);
        assertThat(folders.write(SLOWDOWNS, "\n\n").onlyRefusal().reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void unclosedQuoteInTheHeader_refusesTheFile() {
        folders.change(SLOWDOWNS, text -> "\"" + text);

        assertThat(folders.read().value()).isEmpty();
        assertThat(folders.read().problems())
                .anyMatch(problem -> problem.place().line() == 1 && problem.effect() == Problem.Effect.FILE_REFUSED);
    }

    @Test
    void headerRepeatedInTheMiddle_isABadRow() {
        String header = "retailer,name,before_ms,during_ms,availability,slowdown_pct,state_published,provenance,source";
        folders.append(SLOWDOWNS, header + "\n");

        Checked<Input> input = folders.read();

        assertThat(input.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.place().line()).isEqualTo(9));
        assertThat(input.value().orElseThrow().evidence().sites()).hasSize(7);
    }

    @Test
    void headerOnly_hasNoRows() {
        folders.change(SLOWDOWNS, text -> text.substring(0, text.indexOf('\n') + 1));

        assertThat(folders.read().value().orElseThrow().evidence().sites()).isEmpty();
    }
}
