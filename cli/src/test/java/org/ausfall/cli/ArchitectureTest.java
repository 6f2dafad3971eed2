package org.ausfall.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Holds modules and packages to the directions drawn in ARCHITECTURE.md. */
@AnalyzeClasses(packages = "org.ausfall", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Each package of the core uses only those before it. */
    private static final List<String> CORE_LADDER = List.of(
            "quantity",
            "problem",
            "simulation",
            "measurement",
            "precision",
            "evidence",
            "assumption",
            "world",
            "reconstruction",
            "exposure",
            "loss",
            "analysis",
            "backtest");

    @ArchTest
    static final ArchRule packages_areFreeOfCircles =
            slices().matching("org.ausfall.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule core_hasNoFilesClockThreadsOrLogging = noClasses()
            .that()
            .resideInAPackage("org.ausfall.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.nio..",
                    "java.net..",
                    "java.sql..",
                    "java.util.concurrent..",
                    "java.util.logging..",
                    "org.slf4j..",
                    "org.apache.commons.csv..",
                    "tech.tablesaw..",
                    "tools.jackson..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, Clock.class);

    @ArchTest
    static final ArchRule mainCode_readsNoClockOnItsOwn = noClasses()
            .that()
            .resideOutsideOfPackage("org.ausfall.cli..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule core_knowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage("org.ausfall.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.ausfall.ingest..", "org.ausfall.report..", "org.ausfall.cli..");

    @ArchTest
    static final ArchRule ingest_knowsOnlyCore = noClasses()
            .that()
            .resideInAPackage("org.ausfall.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.ausfall.report..", "org.ausfall.cli..");

    @ArchTest
    static final ArchRule report_knowsOnlyCore = noClasses()
            .that()
            .resideInAPackage("org.ausfall.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.ausfall.ingest..", "org.ausfall.cli..");

    @ArchTest
    static final ArchRule commonsCsv_livesInTheCsvPackages = noClasses()
            .that()
            .resideOutsideOfPackages("org.ausfall.ingest.csv..", "org.ausfall.report.csv..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.csv..");

    @ArchTest
    static final ArchRule tablesaw_livesInTheTablePackage = noClasses()
            .that()
            .resideOutsideOfPackage("org.ausfall.report.table..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tech.tablesaw..");

    @ArchTest
    static final ArchRule madeUpWorlds_shareNoCodeWithTheEstimate = noClasses()
            .that()
            .resideInAPackage("org.ausfall.core.world..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.ausfall.core.loss..",
                    "org.ausfall.core.exposure..",
                    "org.ausfall.core.reconstruction..",
                    "org.ausfall.core.analysis..",
                    "org.ausfall.core.backtest..");

    @ArchTest
    static final ArchRule theEstimate_knowsNothingOfMadeUpWorlds = noClasses()
            .that()
            .resideInAnyPackage("org.ausfall.core.loss..", "org.ausfall.core.exposure..", "org.ausfall.core.analysis..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ausfall.core.world..");

    @ArchTest
    static final ArchRule onlyMain_exits = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.ausfall.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static void corePackages_useOnlyThoseBeforeThem(JavaClasses classes) {
        for (int i = 0; i < CORE_LADDER.size(); i++) {
            String[] later = CORE_LADDER.subList(i + 1, CORE_LADDER.size()).stream()
                    .map(name -> "org.ausfall.core." + name + "..")
                    .toArray(String[]::new);
            if (later.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("org.ausfall.core." + CORE_LADDER.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later)
                        .check(classes);
            }
        }
    }

    @ArchTest
    static void everyCorePackage_hasItsPlaceOnTheLadder(JavaClasses classes) {
        assertThat(classes.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> name.startsWith("org.ausfall.core."))
                        .map(name -> name.substring("org.ausfall.core.".length()))
                        .distinct())
                .isSubsetOf(CORE_LADDER);
    }
}
