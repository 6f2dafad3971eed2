package org.ausfall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.cli.Commands.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Same input, options and seed: same bytes, wherever it runs. */
class SameBytesTest {
    private static final List<String> FILES =
            List.of("report.html", "summary.csv", "retailers.csv", "losses.csv", "problems.csv", "report.json");

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    Path out;

    @BeforeEach
    void reference() {
        report("reference", 1, Locale.US, "UTC");
    }

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    private void report(String name, int threads, Locale inLocale, String inZone) {
        Locale.setDefault(inLocale);
        TimeZone.setDefault(TimeZone.getTimeZone(inZone));
        Commands.Outcome outcome = run(
                "report",
                "--quiet",
                "--draws",
                "3000",
                "--threads",
                String.valueOf(threads),
                "--out",
                out.resolve(name).toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }

    private void assertSameAsReference(String name) throws IOException {
        for (String file : FILES) {
            assertThat(Files.readAllBytes(
                            out.resolve(name).resolve("aws-s3-2017-02-28").resolve(file)))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(
                            out.resolve("reference/aws-s3-2017-02-28").resolve(file)));
        }
    }

    @Test
    void moreThreads_changeNothing() throws IOException {
        report("threads", 3, Locale.US, "UTC");
        assertSameAsReference("threads");
    }

    @Test
    void germanLocale_andFarZone_changeNothing() throws IOException {
        report("german", 2, Locale.GERMANY, "Pacific/Apia");
        assertSameAsReference("german");
    }

    @Test
    void turkishLocale_changesNothing() throws IOException {
        report("turkish", 1, Locale.forLanguageTag("tr-TR"), "Asia/Kathmandu");
        assertSameAsReference("turkish");
    }

    @Test
    void anotherSeed_changesTheLosses_butNotTheCounts() {
        run(
                "report",
                "--quiet",
                "--draws",
                "3000",
                "--seed",
                "2",
                "--out",
                out.resolve("seed").toString());
        Path other = out.resolve("seed/aws-s3-2017-02-28");
        Path same = out.resolve("reference/aws-s3-2017-02-28");
        assertThat(Commands.summary(other, "gross_loss", "sp500"))
                .isNotEqualTo(Commands.summary(same, "gross_loss", "sp500"));
        assertThat(Commands.summary(other, "affected_share", "top100-retailers"))
                .isEqualTo(Commands.summary(same, "affected_share", "top100-retailers"));
    }
}
