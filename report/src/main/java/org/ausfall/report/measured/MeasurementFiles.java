package org.ausfall.report.measured;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.ausfall.report.csv.ProblemRows;
import org.ausfall.report.folder.OutputFolder;
import org.ausfall.report.folder.OutputRefused;
import org.ausfall.report.folder.WrittenBy;

/** The files of a folder of summed up measurements, written as the sites come. */
public final class MeasurementFiles implements AutoCloseable {
    private static final String SITES = "sites.csv";
    private static final String TIMELINE = "timeline.csv";
    static final String PROBLEMS = "problems.csv";
    private static final Set<String> FILES = Set.of(SITES, TIMELINE, PROBLEMS, WrittenBy.FILE);

    private final Path folder;
    private final BufferedWriter sites;
    private final Optional<BufferedWriter> timeline;

    private MeasurementFiles(Path folder, BufferedWriter sites, Optional<BufferedWriter> timeline) {
        this.folder = folder;
        this.sites = sites;
        this.timeline = timeline;
    }

    /**
     * The folder that the files go to, replaced as a whole.
     *
     * @throws OutputRefused if the path cannot name a folder of results
     */
    public static OutputFolder folder(Path target) {
        return OutputFolder.at(target, FILES);
    }

    /** Takes the problems of the measurements for {@code problems.csv} in that folder. */
    public static ProblemRows problems(Path folder) {
        return ProblemRows.into(folder.resolve(PROBLEMS));
    }

    /** Opens {@code sites.csv} in that folder, and {@code timeline.csv} if wanted. */
    public static MeasurementFiles open(Path folder, boolean withTimeline) throws IOException {
        BufferedWriter sites = writer(folder.resolve(SITES), String.join(",", MeasurementText.SITES_HEADER));
        return new MeasurementFiles(
                folder,
                sites,
                withTimeline
                        ? Optional.of(
                                writer(folder.resolve(TIMELINE), String.join(",", MeasurementText.TIMELINE_HEADER)))
                        : Optional.empty());
    }

    private static BufferedWriter writer(Path file, String header) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        writer.write(header + "\n");
        return writer;
    }

    /** Adds the rows of one site, as rendered by {@link MeasurementText}. */
    public void add(String siteRows, String timelineRows) {
        try {
            sites.write(siteRows);
            if (timeline.isPresent()) {
                timeline.get().write(timelineRows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@code run.json}, which ends the folder. */
    public void finish(MeasuredRun run) throws IOException {
        Files.writeString(folder.resolve(WrittenBy.FILE), run.json(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        sites.close();
        if (timeline.isPresent()) {
            timeline.get().close();
        }
    }
}
