package org.ausfall.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.reconstruction.ReconstructionTargets;
import org.ausfall.ingest.event.ReconstructionYaml;
import org.ausfall.ingest.format.ReadOptions;
import org.ausfall.ingest.text.Caps;
import org.ausfall.ingest.text.SourceFile;

/**
 * An event folder and the reference data it is read with. Each format is documented on the class that reads it.
 *
 * <pre>
 * event folder                      data folder
 *   event.yaml     EventYaml          reference/companies.csv  CompaniesCsv
 *   slowdowns.csv  SlowdownsCsv       reference/retailers.csv  RetailersCsv
 *   measurements/  FormatScanner
 *     in place of slowdowns.csv: *.csv, *.tsv, *.json, *.jtl, *.log, *.txt, each also .gz or .zst
 *   aliases.csv    AliasesCsv
 *                  (optional, with measurements/)
 *   published.csv  PublishedCsv       reference/sectors.csv    SectorsCsv
 *                  (optional)         reference/profiles.csv   ProfilesCsv
 *   companies.csv  (in place of       reference/response.csv   ResponseCsv
 *   retailers.csv  the reference's)   reference/beliefs.csv    BeliefsCsv
 * </pre>
 *
 * <p>Files of {@link org.ausfall.ingest.csv.AssumptionSetCsv AssumptionSetCsv}, from anywhere, replace single beliefs.
 */
public final class InputDirectory {
    private final Path eventDir;
    private final Path dataDir;
    private final Caps caps;
    private final Scanning scanning;
    private final List<Path> assumptionSets;
    private final ReadOptions formats;
    private final Optional<Path> aliases;

    private InputDirectory(
            Path eventDir,
            Path dataDir,
            Caps caps,
            Scanning scanning,
            List<Path> assumptionSets,
            ReadOptions formats,
            Optional<Path> aliases) {
        this.eventDir = eventDir;
        this.dataDir = dataDir;
        this.caps = caps;
        this.scanning = scanning;
        this.assumptionSets = List.copyOf(assumptionSets);
        this.formats = formats;
        this.aliases = aliases;
    }

    /** The folder of an event, and the folder in which {@code reference/} lies. Nothing is read yet. */
    public static InputDirectory of(Path eventDir, Path dataDir) {
        return new InputDirectory(
                eventDir, dataDir, Caps.DEFAULT, Scanning.DEFAULT, List.of(), ReadOptions.NONE, Optional.empty());
    }

    /** The same folders with other caps on the size of files. */
    public InputDirectory withCaps(Caps other) {
        return new InputDirectory(eventDir, dataDir, other, scanning, assumptionSets, formats, aliases);
    }

    /** The same folders, raw measurements read in another way. */
    public InputDirectory withScanning(Scanning other) {
        return new InputDirectory(eventDir, dataDir, caps, other, assumptionSets, formats, aliases);
    }

    /** The same folders, with beliefs replaced by those in these files. No two of them may replace the same belief. */
    public InputDirectory withAssumptionSets(List<Path> files) {
        return new InputDirectory(eventDir, dataDir, caps, scanning, files, formats, aliases);
    }

    /** The same folders, where raw measurements are read as the analyst says and their files do not. */
    public InputDirectory withFormats(ReadOptions other) {
        return new InputDirectory(eventDir, dataDir, caps, scanning, assumptionSets, other, aliases);
    }

    /** The same folders, with another file in place of the event's {@code aliases.csv}. */
    public InputDirectory withAliases(Path file) {
        return new InputDirectory(eventDir, dataDir, caps, scanning, assumptionSets, formats, Optional.of(file));
    }

    /**
     * Reads everything. Bad rows are left out and become problems, as long as no file has more of them than the limit allows. The
     * problems of all files are collected, also where one of them is refused; without a value, a problem whose effect is
     * {@link org.ausfall.core.problem.Problem.Effect#FILE_REFUSED FILE_REFUSED} says why: with {@link
     * org.ausfall.core.problem.Reason#MISSING_FILE} a file that is needed does not exist, with any other reason its content cannot
     * be used. An optional file that is refused is left out, and the rest is used.
     */
    public Checked<Input> read(BadRowLimit limit) {
        return new Reading(eventDir, dataDir, caps, limit, scanning, assumptionSets, formats, aliases).input();
    }

    /** Reads the published totals under {@code reconstruction} in the event; refused if they are missing or wrong. */
    public Checked<ReconstructionTargets> readReconstructionTargets() {
        Checked<SourceFile> file = SourceFile.read(eventDir.resolve("event.yaml"), "event.yaml", caps);
        return file.value().map(ReconstructionYaml::read).orElseGet(() -> Checked.refused(file.problems()));
    }

    /** Where the slowdowns lie. */
    public Path slowdownsFile() {
        return eventDir.resolve("slowdowns.csv");
    }

    /** Where the retailers lie: in the event's folder if it brings its own, else among the reference data. */
    public Path retailersFile() {
        Path own = eventDir.resolve("retailers.csv");
        return Files.exists(own) ? own : dataDir.resolve("reference").resolve("retailers.csv");
    }
}
