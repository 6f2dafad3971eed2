package org.ausfall.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.backtest.TrackRecord;
import org.ausfall.report.csv.CsvText;
import org.ausfall.report.csv.ProblemRows;
import org.ausfall.report.folder.OutputFolder;
import org.ausfall.report.folder.OutputRefused;
import org.ausfall.report.folder.WrittenBy;
import org.ausfall.report.html.HtmlReport;
import org.ausfall.report.json.FindingsJson;
import org.ausfall.report.sheet.LossSheet;
import org.ausfall.report.sheet.MeasuredSiteSheet;
import org.ausfall.report.sheet.PlaceboSheet;
import org.ausfall.report.sheet.ProblemSheet;
import org.ausfall.report.sheet.RetailerSheet;
import org.ausfall.report.sheet.ShareOverTimeSheet;
import org.ausfall.report.sheet.SummarySheet;

/** The door of this module: findings in, a folder of files out. */
public final class ReportWriter {
    /** Every file a report consists of, the one to read first. All but {@code run.json} depend on the findings alone. */
    public static final List<String> FILES = List.of(
            "report.html", "summary.csv", "retailers.csv", "losses.csv", "problems.csv", "report.json", WrittenBy.FILE);

    /** The files a report has besides where it rests on raw measurements. */
    public static final List<String> MEASURED_FILES =
            List.of("measured-sites.csv", "share-over-time.csv", "placebo.csv");

    private ReportWriter() {}

    /**
     * Writes the report of an event, replacing an older one of the same event as a whole.
     *
     * @param outRoot where reports go; made if missing
     * @return the folder {@code outRoot/<event-id>}
     * @throws OutputRefused if something stands there that this product did not write, or another run is writing there
     * @throws UncheckedIOException if reading or writing fails; an older report then still stands
     */
    public static Path write(Findings findings, RunRecord run, Path outRoot) {
        try (ProblemRows none = ProblemRows.aside()) {
            return write(findings, Optional.empty(), run, outRoot, none);
        }
    }

    /**
     * Writes the report of an event whose problems are too many to hold.
     *
     * @param record how the method has done so far, if that is known
     * @param rejected rows of raw measurements that could not be used; they end {@code problems.csv}
     * @see #write(Findings, RunRecord, Path)
     */
    public static Path write(
            Findings findings, Optional<TrackRecord> record, RunRecord run, Path outRoot, ProblemRows rejected) {
        OutputFolder folder =
                new OutputFolder(outRoot, findings.evidence().event().id(), owned());
        Map<String, String> files = render(findings, record, run);
        return folder.publish(aside -> {
            writeAll(files, aside);
            try (OutputStream problems =
                    Files.newOutputStream(aside.resolve("problems.csv"), StandardOpenOption.APPEND)) {
                rejected.copyTo(problems);
            }
        });
    }

    private static Set<String> owned() {
        Set<String> owned = new HashSet<>(FILES);
        owned.addAll(MEASURED_FILES);
        return owned;
    }

    private static Map<String, String> render(Findings findings, Optional<TrackRecord> record, RunRecord run) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("report.html", HtmlReport.render(findings, record));
        files.put("summary.csv", CsvText.render(SummarySheet.of(findings)));
        files.put("retailers.csv", CsvText.render(RetailerSheet.of(findings)));
        files.put("losses.csv", CsvText.render(LossSheet.of(findings)));
        files.put("problems.csv", CsvText.render(ProblemSheet.of(findings)));
        findings.exposure().measured().ifPresent(measured -> {
            files.put("measured-sites.csv", CsvText.render(MeasuredSiteSheet.of(measured)));
            files.put("share-over-time.csv", CsvText.render(ShareOverTimeSheet.of(measured)));
            files.put("placebo.csv", CsvText.render(PlaceboSheet.of(measured)));
        });
        files.put("report.json", FindingsJson.render(findings, record));
        files.put(WrittenBy.FILE, RunJson.render(findings, run));
        return files;
    }

    static void writeAll(Map<String, String> files, Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }
}
