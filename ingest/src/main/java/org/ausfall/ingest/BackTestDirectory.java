package org.ausfall.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ausfall.core.backtest.EarlierEstimate;
import org.ausfall.core.backtest.LaterFigure;
import org.ausfall.core.backtest.LossFigure;
import org.ausfall.core.backtest.PastEvent;
import org.ausfall.core.backtest.PastOutages;
import org.ausfall.core.backtest.Prior;
import org.ausfall.core.backtest.Priors;
import org.ausfall.core.backtest.TrackRecord;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.ingest.csv.CsvTable;
import org.ausfall.ingest.csv.LaterFiguresCsv;
import org.ausfall.ingest.csv.Listing;
import org.ausfall.ingest.csv.LossFiguresCsv;
import org.ausfall.ingest.csv.PastEventsCsv;
import org.ausfall.ingest.csv.PriorsCsv;
import org.ausfall.ingest.csv.ReportedLossesCsv;
import org.ausfall.ingest.csv.ScoresCsv;
import org.ausfall.ingest.text.Caps;

/**
 * The past outages in a data folder, and what companies have reported since. Each format is documented on the class that reads it.
 *
 * <pre>
 * data folder                                  anywhere
 *   backtest/past-events.csv  PastEventsCsv      later figures            LaterFiguresCsv
 *   backtest/actuals.csv      LossFiguresCsv     OUT/EVENT/losses.csv     ReportedLossesCsv
 *   backtest/models.csv       LossFiguresCsv
 *                             (optional)
 *   backtest/priors.csv       PriorsCsv
 *   backtest/scores.csv       ScoresCsv
 *                             (optional)
 * </pre>
 */
public final class BackTestDirectory {
    private static final String FOLDER = "backtest";

    private final Path folder;

    private BackTestDirectory(Path folder) {
        this.folder = folder;
    }

    /** The folder in which {@code backtest/} lies. Nothing is read yet. */
    public static BackTestDirectory of(Path dataDir) {
        return new BackTestDirectory(dataDir.resolve(FOLDER));
    }

    /**
     * How the method has done so far, as far as it is known.
     *
     * @param record the two numbers; empty where nobody has scored these past outages, or the file cannot be used
     * @param problems what was wrong with the file
     */
    public record Past(Optional<TrackRecord> record, List<Problem> problems) {
        /** Copies the list. */
        public Past {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads how the method has done from the scores that lie beside the past outages, so that a report need not compute them. That
     * there are none is no problem.
     */
    public Past readTrackRecord() {
        FileLog.Named file = named("scores.csv");
        if (Files.notExists(file.path())) {
            return new Past(Optional.empty(), List.of());
        }
        FileLog log = new FileLog(Caps.DEFAULT, BadRowLimit.DEFAULT);
        CsvTable<ScoresCsv.Row> rows = log.optionalTable(file, new ScoresCsv());
        return new Past(ScoresCsv.trackRecord(rows), log.problems());
    }

    /**
     * Reads all past outages. Bad rows are left out and become problems, as long as no file has more of them than the limit allows;
     * without a value, a problem whose effect is {@link Problem.Effect#FILE_REFUSED FILE_REFUSED} says why.
     */
    public Checked<PastOutages> read(BadRowLimit limit) {
        FileLog log = new FileLog(Caps.DEFAULT, limit);
        CsvTable<PastEvent> events = log.table(named("past-events.csv"), new PastEventsCsv());
        CsvTable<LossFigure> actuals = log.table(named("actuals.csv"), LossFiguresCsv.actuals(events.listing()));
        CsvTable<LossFigure> models = log.optionalTable(named("models.csv"), LossFiguresCsv.models(events.listing()));
        CsvTable<Prior> priors = log.table(named("priors.csv"), new PriorsCsv());
        if (log.refused()) {
            return Checked.refused(log.problems());
        }
        List<LossFigure> figures = new ArrayList<>(actuals.values());
        figures.addAll(models.values());
        return Checked.of(
                new PastOutages(events.values(), figures, new Priors(priors.values()), log.inputs(), log.problems()),
                log.problems());
    }

    private FileLog.Named named(String file) {
        return new FileLog.Named(folder.resolve(file), FOLDER + "/" + file);
    }

    /**
     * What was read of later figures.
     *
     * @param figures the figures that could be used
     * @param estimates the estimates of reports in the output folder that they speak of
     * @param inputs the files behind them
     * @param problems what was wrong
     */
    public record Later(
            List<LaterFigure> figures,
            List<EarlierEstimate> estimates,
            List<InputFile> inputs,
            List<Problem> problems) {
        /** Copies the lists. */
        public Later {
            figures = List.copyOf(figures);
            estimates = List.copyOf(estimates);
            inputs = List.copyOf(inputs);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads what companies have reported since. Each row stands for itself: bad ones are left out and become problems, however many
     * there are. Reports in the output folder are read where a row names their event, and never written.
     *
     * @param past the past outages of this folder
     * @param reports the folder in which reports lie, one folder an event
     */
    public static Checked<Later> readLater(Path file, PastOutages past, Path reports) {
        FileLog log = new FileLog(Caps.DEFAULT, new BadRowLimit(BigDecimal.ONE));
        List<EarlierEstimate> estimates = new ArrayList<>();
        TreeSet<String> events = new TreeSet<>();
        TreeSet<String> companies = new TreeSet<>();
        past.events().forEach(event -> {
            events.add(event.event());
            companies.add(event.key());
        });
        for (String event : reported(reports)) {
            FileLog.Named losses =
                    new FileLog.Named(reports.resolve(event).resolve("losses.csv"), event + "/losses.csv");
            estimates.addAll(
                    log.optionalTable(losses, new ReportedLossesCsv(event)).values());
            events.add(event);
        }
        estimates.forEach(estimate -> companies.add(estimate.key()));
        String name = String.valueOf(file.getFileName());
        Listing listing = new Listing(name, companies, new TreeSet<>(), true);
        CsvTable<LaterFigure> table = log.table(new FileLog.Named(file, name), new LaterFiguresCsv(events, listing));
        return log.refused()
                ? Checked.refused(log.problems())
                : Checked.of(new Later(table.values(), estimates, log.inputs(), log.problems()), log.problems());
    }

    private static List<String> reported(Path reports) {
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(reports)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("losses.csv")))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(event -> !event.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + reports, e);
        }
    }
}
