package org.ausfall.report.measured;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.ausfall.core.detection.Detection;
import org.ausfall.report.csv.CsvText;
import org.ausfall.report.folder.OutputFolder;
import org.ausfall.report.folder.OutputRefused;
import org.ausfall.report.folder.WrittenBy;
import org.ausfall.report.sheet.DetectionSheets;
import org.ausfall.report.sheet.Sheet;

/** The files of a look for outages. */
public final class DetectionFiles {
    private static final String WINDOWS = "windows.csv";
    private static final String SITES = "sites.csv";
    private static final String SHARES = "share.csv";
    private static final Set<String> FILES = Set.of(WINDOWS, SITES, SHARES, MeasurementFiles.PROBLEMS, WrittenBy.FILE);

    private DetectionFiles() {}

    /**
     * The folder that the files go to, replaced as a whole.
     *
     * @throws OutputRefused if the path cannot name a folder of results
     */
    public static OutputFolder folder(Path target) {
        return OutputFolder.at(target, FILES);
    }

    /** Writes all but the problems, which were written while rows were read. */
    public static void write(Path folder, DetectedRun run) throws IOException {
        Detection detection = run.detection();
        write(folder.resolve(WINDOWS), DetectionSheets.windows(detection));
        write(folder.resolve(SITES), DetectionSheets.sites(detection));
        write(folder.resolve(SHARES), DetectionSheets.shares(detection.shares()));
        Files.writeString(folder.resolve(WrittenBy.FILE), run.json(), StandardCharsets.UTF_8);
    }

    private static void write(Path file, Sheet sheet) throws IOException {
        Files.writeString(file, CsvText.render(sheet), StandardCharsets.UTF_8);
    }
}
