package org.ausfall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.ausfall.core.analysis.Findings;
import org.ausfall.report.folder.OutputRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
    @TempDir
    Path root;

    @Test
    void newEvent_givesOneFolderWithAllFilesAndNothingElse() throws IOException {
        Path folder = ReportWriter.write(SampleFindings.small(), SampleFindings.run(), root);
        assertThat(folder).isEqualTo(root.resolve("sample-outage"));
        assertThat(names(folder)).containsExactlyInAnyOrderElementsOf(ReportWriter.FILES);
        assertThat(names(root)).containsExactlyInAnyOrder("sample-outage", ".ausfall.lock");
    }

    @Test
    void secondRun_replacesTheFirst() throws IOException {
        ReportWriter.write(SampleFindings.small(), SampleFindings.run(), root);
        RunRecord later = new RunRecord("0.2.0", Map.of(), 1, "25", Instant.EPOCH, Instant.EPOCH);
        Path folder = ReportWriter.write(SampleFindings.small(), later, root);
        assertThat(read(folder, "run.json")).contains("\"0.2.0\"").doesNotContain("\"0.1.0\"");
    }

    @Test
    void foreignFolder_isLeftAlone() throws IOException {
        Path folder = Files.createDirectory(root.resolve("sample-outage"));
        Files.writeString(folder.resolve("report.html"), "mine");
        assertThatThrownBy(() -> ReportWriter.write(SampleFindings.small(), SampleFindings.run(), root))
                .isInstanceOf(OutputRefused.class)
                .hasMessageContaining("not written by ausfall");
        assertThat(read(folder, "report.html")).isEqualTo("mine");
    }

    @Test
    void otherLocaleZoneAndRun_changeNothingButRunJson() throws IOException {
        Path first = ReportWriter.write(LargeSample.findings(), SampleFindings.run(), root.resolve("one"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        for (String tag : List.of("de-DE", "tr-TR", "ar-EG-u-nu-arab")) {
            try {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                RunRecord other = new RunRecord(
                        SampleFindings.run().version(),
                        Map.of("out", "/elsewhere"),
                        8,
                        "25",
                        Instant.EPOCH,
                        Instant.EPOCH);
                Path second = ReportWriter.write(LargeSample.findings(), other, root.resolve(tag));
                for (String file : ReportWriter.FILES) {
                    boolean same = Files.mismatch(first.resolve(file), second.resolve(file)) == -1;
                    assertThat(same).as(file + " under " + tag).isEqualTo(!file.equals("run.json"));
                }
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }

    @Test
    void runJson_tellsHowTheRunWasMade() throws IOException {
        Path folder = ReportWriter.write(SampleFindings.small(), SampleFindings.run(), root);
        Map<String, Object> run = Json.object(read(folder, "run.json"));
        assertThat(run)
                .containsEntry("written_by", "ausfall")
                .containsEntry("version", "0.1.0")
                .containsEntry("options", Map.of("threshold", "20%"))
                .containsEntry("seed", 42.0)
                .containsEntry("draws", 10_000.0)
                .containsEntry("threads", 2.0)
                .containsEntry("java_version", "17.0.1")
                .containsEntry("started", "2026-01-01T10:00:00Z")
                .containsEntry("finished", "2026-01-01T10:00:01Z")
                .containsEntry(
                        "inputs",
                        List.of(Map.of(
                                "name",
                                "sample/slowdowns.csv",
                                "sha256",
                                "ab".repeat(32),
                                "bytes",
                                321.0,
                                "rows_read",
                                6.0,
                                "rows_used",
                                5.0)));
    }

    @Test
    void eventIdThatLeavesTheFolder_isRefused() {
        Findings findings =
                SampleFindings.of(SampleFindings.event("../elsewhere", "x", false), List.of(), List.of(), List.of());
        assertThatThrownBy(() -> ReportWriter.write(findings, SampleFindings.run(), root))
                .isInstanceOf(OutputRefused.class)
                .hasMessageContaining("../elsewhere");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private static String read(Path folder, String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
    }
}
