package org.ausfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets of assumptions: what they replace, and that a set with a fault is not used in part. */
class AssumptionSetTest {
    private static final String HEADER =
            "set,version,belief,scope,scale,p05,p50,p95,lowest,highest,unit,basis,source,note\n";
    private static final String XI = "mine,2,xi,all,log,0.07,0.17,0.3,0.05,1.2,factor,derived,three experiments,\n";
    private static final String CHURN = "mine,2,churn_c,all,known,,0.05,,,,share,assumption,my judgment,\n";

    @TempDir
    private Path root;

    @BeforeEach
    void validFolders() {
        Folders.valid(root);
    }

    private Path set(String name, String rows) {
        try {
            return Files.writeString(root.resolve(name), HEADER + rows);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Checked<Input> read(Path... sets) {
        return InputDirectory.of(root.resolve("demo"), root)
                .withAssumptionSets(List.of(sets))
                .read(BadRowLimit.DEFAULT);
    }

    private static Stream<Problem> refusals(Checked<Input> input) {
        return input.problems().stream().filter(problem -> problem.effect() == Problem.Effect.FILE_REFUSED);
    }

    @Test
    void rows_replaceBeliefs_andAreListedWithWhatTheyReplaced() {
        Input input = read(set("mine.csv", XI + CHURN)).value().orElseThrow();
        Belief before = read().value().orElseThrow().assumptions().get(BeliefName.XI, "all");

        assertThat(input.assumptions().get(BeliefName.XI, "all").p50()).isEqualTo(0.17);
        assertThat(input.assumptions().get(BeliefName.CHURN_C, "all")).isEqualTo(new Belief.Known(0.05));
        assertThat(input.assumptions().beliefs()).hasSize(37);
        assertThat(input.assumptions().replacements()).hasSize(2).first().satisfies(replacement -> {
            assertThat(replacement.was().belief()).isEqualTo(before);
            assertThat(replacement.now().source()).isEqualTo("three experiments");
            assertThat(replacement.set()).isEqualTo("mine");
            assertThat(replacement.version()).isEqualTo("2");
        });
    }

    @Test
    void set_isFingerprintedLikeEveryInput() {
        Input input = read(set("mine.csv", XI)).value().orElseThrow();
        assertThat(input.evidence().inputs()).extracting(InputFile::name).contains(root.getFileName() + "/mine.csv");
    }

    @Test
    void misspelledBelief_isRefusedWithASuggestion_andNothingIsUsed() {
        Checked<Input> input = read(set("mine.csv", CHURN + XI.replace("xi,all", "chrn_c,all")));
        assertThat(input.value()).isEmpty();
        assertThat(refusals(input)).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.TOO_MANY_BAD_ROWS);
            assertThat(problem.detail()).contains("1 of 2 rows").contains("whole or not at all");
        });
        assertThat(input.problems()).anySatisfy(problem -> {
            assertThat(problem.place()).isEqualTo(new Place(root.getFileName() + "/mine.csv", 3, "belief"));
            assertThat(problem.value()).isEqualTo("chrn_c");
            assertThat(problem.reason()).isEqualTo(Reason.UNKNOWN_NAME);
            assertThat(problem.detail()).endsWith("did you mean churn_c?");
        });
    }

    @Test
    void unknownScope_isRefusedWithThoseThereAre() {
        Checked<Input> input = read(
                set("mine.csv", "mine,2,pi_in_blast_zone,Financial,logit,0.1,0.2,0.3,,,probability,assumption,me,\n"));
        assertThat(input.value()).isEmpty();
        assertThat(input.problems()).anySatisfy(problem -> {
            assertThat(problem.place().column()).isEqualTo("scope");
            assertThat(problem.detail()).contains("Consumer Discretionary").endsWith("did you mean Financials?");
        });
    }

    @Test
    void rowWithoutSource_isRefused() {
        Checked<Input> input = read(set("mine.csv", XI.replace("three experiments", "")));
        assertThat(input.value()).isEmpty();
        assertThat(input.problems()).anySatisfy(problem -> {
            assertThat(problem.place().column()).isEqualTo("source");
            assertThat(problem.reason()).isEqualTo(Reason.MISSING_VALUE);
        });
    }

    @Test
    void twoSetsInOneFile_areRefused() {
        Checked<Input> input = read(set("mine.csv", XI + CHURN.replace("mine,2", "mine,3")));
        assertThat(input.value()).isEmpty();
        assertThat(input.problems()).anySatisfy(problem -> {
            assertThat(problem.place()).isEqualTo(new Place(root.getFileName() + "/mine.csv", 3, "version"));
            assertThat(problem.reason()).isEqualTo(Reason.CONTRADICTION);
        });
    }

    @Test
    void sameBeliefInTwoFiles_isRefused_andOtherBeliefsAreNot() {
        assertThat(read(set("a.csv", XI), set("b.csv", CHURN)).value()).isPresent();
        Checked<Input> input = read(set("a.csv", XI), set("b.csv", XI));
        assertThat(input.value()).isEmpty();
        assertThat(refusals(input)).singleElement().satisfies(problem -> {
            assertThat(problem.value()).isEqualTo("xi/all");
            assertThat(problem.detail()).contains("a.csv replaces this already");
        });
    }

    @Test
    void emptyOrMissingFile_isRefused() {
        assertThat(refusals(read(set("empty.csv", ""))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).contains("no rows"));
        assertThat(refusals(read(root.resolve("none.csv"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo(Reason.MISSING_FILE));
    }

    @Test
    void replacedBeliefs_mustStillFitTogether() {
        Checked<Input> input =
                read(set("mine.csv", "mine,2,loading_global,all,known,,0.9,,,,share,assumption,my judgment,\n"));
        assertThat(input.value()).isEmpty();
        assertThat(refusals(input)).singleElement().satisfies(problem -> {
            assertThat(problem.place().file()).contains("beliefs.csv with").contains("mine.csv");
            assertThat(problem.detail()).contains("loading_global and loading_sector sum to this");
        });
    }
}
