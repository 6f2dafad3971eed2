package org.ausfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.ingest.Folders.RETAILERS;
import static org.ausfall.ingest.Folders.SLOWDOWNS;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlowdownsTest {
    private static final String HEADER =
            "retailer,name,before_ms,during_ms,availability,slowdown_pct,state_published,provenance,source\n";

    @TempDir
    private Path root;

    private Folders folders;

    @BeforeEach
    void writeValidFolders() {
        folders = Folders.valid(root);
    }

    /** Row, column, value, reason, a part of the detail. */
    static Stream<Arguments> badRows() {
        return Stream.of(
                arguments("shop-a,A,\"1,5\",2,,,,measured,", "before_ms", "1,5", Reason.WRONG_TYPE, "write 1.5"),
                arguments(
                        "shop-a,A,\"1,234,567\",2,,,,measured,",
                        "before_ms",
                        "1,234,567",
                        Reason.WRONG_TYPE,
                        "1234567"),
                arguments("shop-a,A,-5,2,,,,measured,", "before_ms", "-5", Reason.OUT_OF_RANGE, "above zero"),
                arguments("shop-a,A,5,0,,,,measured,", "during_ms", "0", Reason.OUT_OF_RANGE, "above zero"),
                arguments("shop-a,A,NaN,2,,,,measured,", "before_ms", "NaN", Reason.WRONG_TYPE, "not a number"),
                arguments(
                        "shop-a,A,Infinity,2,,,,measured,", "before_ms", "Infinity", Reason.WRONG_TYPE, "not a number"),
                arguments("shop-a,A,0x1F,2,,,,measured,", "before_ms", "0x1F", Reason.WRONG_TYPE, "not a number"),
                arguments("shop-a,A,1e3,2,,,,measured,", "before_ms", "1e3", Reason.WRONG_TYPE, "exponent"),
                arguments("shop-a,A,.5,2,,,,measured,", "before_ms", ".5", Reason.WRONG_TYPE, "not a number"),
                arguments("shop-a,A,5.,2,,,,measured,", "before_ms", "5.", Reason.WRONG_TYPE, "not a number"),
                arguments("shop-a,A,12 ms,2,,,,measured,", "before_ms", "12 ms", Reason.WRONG_TYPE, "unit"),
                arguments(
                        "shop-a,A," + "1".repeat(31) + ",2,,,,measured,",
                        "before_ms",
                        "1".repeat(31),
                        Reason.WRONG_TYPE,
                        "fewer digits"),
                arguments("shop-a,A,,,1.5,,,measured,", "availability", "1.5", Reason.OUT_OF_RANGE, "fraction"),
                arguments("shop-a,A,,,-0.1,,,measured,", "availability", "-0.1", Reason.OUT_OF_RANGE, "fraction"),
                arguments("shop-a,A,,,150 %,,,measured,", "availability", "150 %", Reason.OUT_OF_RANGE, "fraction"),
                arguments("shop-a,A,,,98%,,,measured,", "availability", "98%", Reason.WRONG_TYPE, "0.98"),
                arguments("shop-a,A,,,,-101,,published,", "slowdown_pct", "-101", Reason.OUT_OF_RANGE, "-100 %"),
                arguments("shop-a,A,,,,20%,,published,", "slowdown_pct", "20%", Reason.WRONG_TYPE, "write 20 "),
                arguments("shop-a,A,,,,+20,,published,", "slowdown_pct", "+20", Reason.WRONG_TYPE, "write 20 "),
                arguments(
                        "shop-a,A,,,,,slow,published,", "state_published", "slow", Reason.UNKNOWN_NAME, "not_affected"),
                arguments("shop-a,A,,,,,Down,published,", "state_published", "Down", Reason.UNKNOWN_NAME, "down"),
                arguments("shop-a,A,,,,,down,rumour,", "provenance", "rumour", Reason.UNKNOWN_NAME, "reconstructed"),
                arguments("shop-a,A,,,,,down,,", "provenance", "", Reason.MISSING_VALUE, "needed"),
                arguments(
                        "shop-z,Z,,,,,down,published,",
                        "retailer",
                        "shop-z",
                        Reason.UNKNOWN_RETAILER,
                        "retailers.csv"));
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void badCell_rejectsItsRowWithPlaceAndHint(String row, String column, String value, Reason reason, String hint) {
        folders.write(SLOWDOWNS, HEADER + "shop-b,B,1,2,,,,measured,\n" + row + "\n");

        Problem problem = folders.onlyProblem();

        assertThat(problem.place()).isEqualTo(new Place("demo/slowdowns.csv", 3, column));
        assertThat(problem.value()).isEqualTo(value);
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.detail()).contains(hint);
        assertThat(problem.effect()).isEqualTo(Problem.Effect.ROW_REJECTED);
        assertThat(problem.rowKey()).isEqualTo(row.substring(0, row.indexOf(',')));
        assertThat(folders.read().value().orElseThrow().evidence().sites())
                .extracting(SiteSummary::retailerId)
                .containsExactly("shop-b");
    }

    @Test
    void rowWithSeveralBadCells_reportsEachAndCountsOnce() {
        folders.write(SLOWDOWNS, HEADER + "shop-b,B,1,2,,,,measured,\nshop-a,A,x,0,2,-200,slow,rumour,\n");

        Checked<Input> input = folders.read();

        assertThat(input.value()).isPresent();
        assertThat(input.problems())
                .extracting(problem -> problem.place().column())
                .containsExactly(
                        "before_ms", "during_ms", "availability", "slowdown_pct", "state_published", "provenance");
    }

    @Test
    void blankKey_isMissing() {
        folders.write(SLOWDOWNS, HEADER + ",B,1,2,,,,measured,\n");

        assertThat(folders.onlyProblem().reason()).isEqualTo(Reason.MISSING_VALUE);
    }

    @Test
    void duplicate_isRejectedNamingTheFirst() {
        folders.append(SLOWDOWNS, "shop-a,Shop A,1,2,,,,measured,\n");

        Problem problem = folders.onlyProblem();

        assertThat(problem.place()).isEqualTo(new Place("demo/slowdowns.csv", 9, "retailer"));
        assertThat(problem.value()).isEqualTo("shop-a");
        assertThat(problem.reason()).isEqualTo(Reason.DUPLICATE);
        assertThat(problem.detail()).contains("line 2");
        assertThat(folders.read()
                        .value()
                        .orElseThrow()
                        .evidence()
                        .sites()
                        .get(0)
                        .name())
                .isEqualTo("Shop A");
    }

    @Test
    void goodRowAfterABadOneWithTheSameKey_isUsed() {
        folders.replace(SLOWDOWNS, "8069", "x").append(SLOWDOWNS, "shop-a,Shop A,1,2,,,,measured,\n");

        assertThat(folders.onlyProblem().reason()).isEqualTo(Reason.WRONG_TYPE);
        assertThat(folders.read().value().orElseThrow().evidence().sites()).hasSize(7);
    }

    @Test
    void rowOfARejectedRetailer_saysSo() {
        folders.replace(RETAILERS, "1510", "-1510");

        List<Problem> problems = folders.read().problems();

        assertThat(problems).hasSize(2);
        assertThat(problems.get(1).place()).isEqualTo(new Place("demo/slowdowns.csv", 3, "retailer"));
        assertThat(problems.get(1).detail()).contains("rejected");
    }

    /** Row, column of the contradiction, what is used instead. */
    static Stream<Arguments> contradictions() {
        return Stream.of(
                arguments("shop-a,A,100,130,,32,,measured,", "slowdown_pct", "times are used"),
                arguments("shop-a,A,100,119,,,affected,measured,", "state_published", "times are used"),
                arguments("shop-a,A,10.1,12.12,,,not_affected,measured,", "state_published", "times are used"),
                arguments("shop-a,A,100,400,,,down,measured,", "state_published", "times are used"),
                arguments("shop-a,A,,,,25,not_affected,published,", "state_published", "percent is used"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void contradiction_isNotedAndTheRowUsed(String row, String column, String used) {
        folders.write(SLOWDOWNS, HEADER + row + "\n");

        Problem problem = folders.onlyProblem();

        assertThat(problem.place()).isEqualTo(new Place("demo/slowdowns.csv", 2, column));
        assertThat(problem.reason()).isEqualTo(Reason.CONTRADICTION);
        assertThat(problem.effect()).isEqualTo(Problem.Effect.NOTED);
        assertThat(problem.detail()).contains(used);
        assertThat(problem.rowKey()).isEqualTo("shop-a");
        assertThat(folders.read().value().orElseThrow().evidence().sites()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource
    void figuresThatAgree_areNotNoted(String row) {
        folders.write(SLOWDOWNS, HEADER + row + "\n");

        assertThat(folders.read().problems()).isEmpty();
    }

    static Stream<String> figuresThatAgree_areNotNoted() {
        return Stream.of(
                "shop-a,A,8069,102069,,1165,affected,measured,",
                "shop-a,A,100,130,,31,,measured,",
                "shop-a,A,10.1,12.12,,,affected,measured,",
                "shop-a,A,100,119.99,,,not_affected,measured,",
                "shop-a,A,100,,,,down,published,",
                "shop-a,A,100,,,,,measured,",
                "shop-a,A,100,50,,-50,not_affected,measured,",
                "shop-a,A,,,0,-100,,reconstructed,",
                " shop-a , A , 100 , 130 ,, 30 ,, measured , ");
    }
}
