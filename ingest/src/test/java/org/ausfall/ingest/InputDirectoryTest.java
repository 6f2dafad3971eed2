package org.ausfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.ingest.Folders.COMPANIES;
import static org.ausfall.ingest.Folders.PUBLISHED;
import static org.ausfall.ingest.Folders.RETAILERS;
import static org.ausfall.ingest.Folders.SLOWDOWNS;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.Scale;
import org.ausfall.core.evidence.Company;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Slowdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputDirectoryTest {
    /** From {@code sha256sum}. */
    private static final String HEADER_SHA256 = "3471b8c09cefceca7cafcf259bc4f2db96fa1abcab5edda87525ffd71c232d47";

    @TempDir
    private Path root;

    @Test
    void validFolders_giveEverythingWithoutProblems() {
        Checked<Input> input = Folders.valid(root).read();

        assertThat(input.problems()).isEmpty();
        Input value = input.value().orElseThrow();
        assertThat(value.evidence().retailers()).hasSize(8);
        assertThat(value.evidence().sites()).hasSize(7);
        assertThat(value.evidence().companies()).hasSize(4);
        assertThat(value.evidence().published()).hasSize(2);
        assertThat(value.assumptions().beliefs()).hasSize(37);
        assertThat(value.assumptions().sectors()).hasSize(3);
        assertThat(value.assumptions().profiles()).hasSize(2);
        assertThat(value.assumptions().response().devices()).hasSize(2);
    }

    @Test
    void validRow_becomesTypedValues() {
        Input value = Folders.valid(root).read().value().orElseThrow();

        assertThat(value.evidence().sites().get(0))
                .isEqualTo(new SiteSummary(
                        "shop-a",
                        "Shop A",
                        Optional.of(new BigDecimal("8069")),
                        Optional.of(new BigDecimal("102069")),
                        Optional.of(new Share(0.98)),
                        Optional.of(Slowdown.ofPercent(new BigDecimal("1165"))),
                        Optional.of(PublishedState.AFFECTED),
                        Provenance.MEASURED,
                        "monitor",
                        Place.of("demo/slowdowns.csv", 2)));
        assertThat(value.evidence().retailers().get(0))
                .isEqualTo(new Retailer(
                        "shop-a",
                        "Shop A",
                        Optional.of("a.example"),
                        Optional.of("AAA"),
                        Optional.of(new Money(2_509_250_000.0)),
                        OptionalInt.of(2016),
                        Provenance.REPORTED,
                        "accounts"));
        assertThat(value.evidence().companies())
                .extracting(Company::sameCompanyAs)
                .contains(Optional.of("BBB"));
        assertThat(value.evidence().event().window().end()).isEqualTo(Instant.parse("2017-02-28T21:54:00Z"));
        assertThat(value.assumptions().get(BeliefName.CHURN_C, "all"))
                .isEqualTo(new Belief.ThreePoint(Scale.LOGIT, 0.005, 0.02, 0.12, 0, 0.3));
        assertThat(value.assumptions().profile("shops").hourWeights().get(23)).isEqualTo(73.0);
    }

    @Test
    void eachFile_isFingerprintedAndCounted() {
        Folders folders = Folders.valid(root).write(PUBLISHED, "measure,scope,value,unit,who,kind,note,source\n");

        Input value = folders.read().value().orElseThrow();

        assertThat(value.evidence().inputs())
                .extracting(InputFile::name)
                .containsExactlyInAnyOrder(Folders.texts().keySet().toArray(String[]::new));
        assertThat(value.evidence().inputs()).contains(new InputFile("demo/published.csv", HEADER_SHA256, 46, 0, 0));
    }

    @Test
    void retailersAndCompaniesInTheEventFolder_areReadInsteadOfTheReference() {
        Folders folders = Folders.valid(root);
        folders.write("demo/retailers.csv", folders.text(RETAILERS).replace("Shop A", "Own Shop A"));
        folders.write("demo/companies.csv", folders.text(COMPANIES)).delete(COMPANIES);

        Input value = folders.read().value().orElseThrow();

        assertThat(value.evidence().retailers().get(0).name()).isEqualTo("Own Shop A");
        assertThat(value.evidence().inputs()).extracting(InputFile::name).contains("demo/companies.csv");
    }

    @Test
    void missingOptionalFile_isNoted() {
        Problem problem = Folders.valid(root).delete(PUBLISHED).onlyProblem();

        assertThat(problem.place()).isEqualTo(Place.of("demo/published.csv"));
        assertThat(problem.reason()).isEqualTo(Reason.MISSING_FILE);
        assertThat(problem.effect()).isEqualTo(Problem.Effect.NOTED);
    }

    @Test
    void missingNeededFiles_areAllNamed() {
        Checked<Input> input = Folders.valid(root)
                .delete(SLOWDOWNS)
                .delete(Folders.EVENT)
                .delete(RETAILERS)
                .read();

        assertThat(input.value()).isEmpty();
        assertThat(input.problems())
                .allSatisfy(problem -> assertThat(problem.reason()).isEqualTo(Reason.MISSING_FILE))
                .allSatisfy(problem -> assertThat(problem.effect()).isEqualTo(Problem.Effect.FILE_REFUSED))
                .extracting(problem -> problem.place().file())
                .containsExactlyInAnyOrder("demo/event.yaml", "demo/slowdowns.csv", "reference/retailers.csv");
    }

    @Test
    void missingFolder_isNamedAsGiven() {
        Checked<Input> input = InputDirectory.of(
                        root.resolve("nowhere"), Folders.valid(root).path(""))
                .read(BadRowLimit.DEFAULT);

        assertThat(input.value()).isEmpty();
        assertThat(input.problems()).hasSize(1);
        assertThat(input.problems().get(0).place())
                .isEqualTo(Place.of(root.resolve("nowhere").toString()));
        assertThat(input.problems().get(0).reason()).isEqualTo(Reason.MISSING_FILE);
    }

    @Test
    void folderInPlaceOfAFile_isUnreadable() throws IOException {
        Folders folders = Folders.valid(root).delete(SLOWDOWNS);
        Files.createDirectory(folders.path(SLOWDOWNS));

        assertThat(folders.onlyRefusal().reason()).isEqualTo(Reason.UNREADABLE_FILE);
    }

    @Test
    void symbolicLink_isFollowed() throws IOException {
        Folders folders = Folders.valid(root);
        Files.move(folders.path(SLOWDOWNS), root.resolve("elsewhere.csv"));
        Files.createSymbolicLink(folders.path(SLOWDOWNS), root.resolve("elsewhere.csv"));

        assertThat(folders.read().problems()).isEmpty();
    }

    @Test
    void bytesThatAreNotUtf8_areNamedWithTheirLine() {
        Folders folders = Folders.valid(root);
        folders.write(
                SLOWDOWNS,
                folders.text(SLOWDOWNS).replace("Shop B", "Caf\u00e9").getBytes(StandardCharsets.ISO_8859_1));

        Problem problem = folders.onlyRefusal();

        assertThat(problem.place()).isEqualTo(Place.of("demo/slowdowns.csv", 3));
        assertThat(problem.value()).isEqualTo("0xE9");
        assertThat(problem.reason()).isEqualTo(Reason.UNREADABLE_FILE);
    }

    @Test
    void optionalFileThatIsRefused_isLeftOut() {
        Checked<Input> input =
                Folders.valid(root).write(PUBLISHED, "measure,scope\n").read();

        assertThat(input.value().orElseThrow().evidence().published()).isEmpty();
        assertThat(input.problems())
                .hasSize(6)
                .allSatisfy(problem -> assertThat(problem.reason()).isEqualTo(Reason.MISSING_COLUMN));
    }

    @Test
    void problemsOfAllFiles_areCollectedAndStandInTheEvidence() {
        Checked<Input> input = Folders.valid(root)
                .replace(SLOWDOWNS, "1100", "x")
                .replace(RETAILERS, "1510", "-1")
                .replace(COMPANIES, "30109", "1e5")
                .read();

        assertThat(input.problems())
                .extracting(problem -> problem.place().toString() + " " + problem.reason())
                .containsExactly(
                        "reference/companies.csv:2: revenue_usd_m WRONG_TYPE",
                        "reference/retailers.csv:2: ticker UNKNOWN_COMPANY",
                        "reference/retailers.csv:3: web_sales_usd_m OUT_OF_RANGE",
                        "demo/slowdowns.csv:3: retailer UNKNOWN_RETAILER",
                        "demo/slowdowns.csv:3: during_ms WRONG_TYPE");
        assertThat(input.value().orElseThrow().evidence().problems()).isEqualTo(input.problems());
    }
}
