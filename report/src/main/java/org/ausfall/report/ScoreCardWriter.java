package org.ausfall.report;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ausfall.core.backtest.LaterReports;
import org.ausfall.core.backtest.ScoreCard;
import org.ausfall.report.csv.CsvText;
import org.ausfall.report.folder.OutputFolder;
import org.ausfall.report.folder.OutputRefused;
import org.ausfall.report.folder.WrittenBy;
import org.ausfall.report.html.HtmlScoreCard;
import org.ausfall.report.json.ScoreCardJson;
import org.ausfall.report.sheet.ReportedSheet;
import org.ausfall.report.sheet.ScoreCardSheet;
import org.ausfall.report.sheet.ScoresSheet;

/** Writes a score card as a folder of files, all but {@code run.json} without a time of day in them. */
public final class ScoreCardWriter {
    /** The folder's name. */
    public static final String FOLDER = "backtest";

    /** Every file of a score card, the one to read first. What was reported since stands in the page and {@code reported.csv} only. */
    public static final List<String> FILES = List.of(
            "scorecard.html",
            "scorecard.csv",
            "scores.csv",
            "models.csv",
            "reported.csv",
            "scorecard.json",
            WrittenBy.FILE);

    private ScoreCardWriter() {}

    /**
     * Writes the score card, replacing an older one as a whole.
     *
     * @param outRoot where reports go; made if missing
     * @return the folder {@code outRoot/backtest}
     * @throws OutputRefused if something stands there that this product did not write, or another run is writing there
     * @throws UncheckedIOException if reading or writing fails; an older score card then still stands
     */
    public static Path write(ScoreCard card, LaterReports later, RunRecord run, Path outRoot) {
        OutputFolder folder = new OutputFolder(outRoot, FOLDER, Set.copyOf(FILES));
        Map<String, String> files = render(card, later, run);
        return folder.publish(aside -> ReportWriter.writeAll(files, aside));
    }

    private static Map<String, String> render(ScoreCard card, LaterReports later, RunRecord run) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("scorecard.html", HtmlScoreCard.render(card, later));
        files.put("scorecard.csv", CsvText.render(ScoreCardSheet.events(card)));
        files.put("scores.csv", CsvText.render(ScoresSheet.of(card)));
        files.put("models.csv", CsvText.render(ScoreCardSheet.models(card)));
        files.put("reported.csv", CsvText.render(ReportedSheet.of(later.comparisons())));
        files.put("scorecard.json", ScoreCardJson.render(card));
        files.put(
                WrittenBy.FILE,
                RunJson.render(
                        run,
                        card.settings().seed(),
                        card.settings().draws(),
                        Stream.concat(card.past().inputs().stream(), later.inputs().stream())
                                .toList()));
        return files;
    }
}
