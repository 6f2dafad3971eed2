package org.ausfall.report.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.backtest.TrackRecord;
import org.ausfall.core.evidence.PublishedFigure;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.report.wording.Counted;
import org.ausfall.report.wording.EventText;
import org.ausfall.report.wording.Headline;
import org.ausfall.report.wording.LossText;
import org.ausfall.report.wording.MoneyText;
import org.ausfall.report.wording.PublishedText;
import org.ausfall.report.wording.ScoreText;

/** The findings on a terminal, in the words of the report. */
public final class ConsoleSummary {
    private static final int NARROWEST = 60;
    private static final int LONGEST_LABEL = 28;

    private ConsoleSummary() {}

    /**
     * The text, ended by a line feed.
     *
     * @param folder the report's folder as the analyst should read it
     * @param width the longest line, in characters, 60 at least; only the folder, which people copy, is never broken
     */
    public static String render(Findings findings, String folder, int width) {
        return render(findings, Optional.empty(), folder, width);
    }

    /** The same, with a line that says how the method has done so far. */
    public static String render(Findings findings, Optional<TrackRecord> record, String folder, int width) {
        Paragraph paragraph = new Paragraph(Math.max(NARROWEST, width));
        List<String> lines = new ArrayList<>();
        var event = findings.evidence().event();
        lines.addAll(paragraph.wrap(
                EventText.title(event) + ", " + EventText.window(event) + " (given by " + event.windowGivenBy() + ")"));
        lines.add("");
        lines.addAll(paragraph.wrap(Headline.touched(findings) + "."));
        if (findings.exposure().measurable() > 0) {
            lines.addAll(paragraph.wrap(Headline.unknowns(findings)));
        }
        lines.add("");
        lines.addAll(losses(findings, paragraph));
        lines.add("");
        lines.addAll(paragraph.wrap(quality(findings)));
        record.ifPresent(known -> lines.addAll(paragraph.wrap(ScoreText.soFar(known))));
        lines.add(Paragraph.plain("Report: " + folder + (folder.endsWith("/") ? "" : "/") + files(findings)));
        return String.join("\n", lines) + "\n";
    }

    private static String files(Findings findings) {
        int csv = findings.exposure().measured().isPresent() ? 7 : 4;
        return "report.html  (+ " + csv + " CSV, report.json, run.json)";
    }

    private static List<String> losses(Findings findings, Paragraph paragraph) {
        List<PopulationLoss> populations = findings.losses().populations().stream()
                .filter(population -> !population.isSector())
                .toList();
        if (populations.isEmpty()) {
            return List.of("No loss could be estimated.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("lost sales, USD", "gross P50", "90 % range", "net P50", "90 % range", "published"));
        populations.forEach(population -> rows.add(row(findings, population)));
        List<String> lines = new ArrayList<>(paragraph.table(rows));
        populations.stream()
                .flatMap(population -> PublishedText.losses(findings, population.scope()).stream()
                        .filter(figure -> !figure.note().isEmpty())
                        .map(figure -> "* " + population.label() + ": " + figure.note()))
                .forEach(note -> lines.addAll(paragraph.wrap(note)));
        return lines;
    }

    private static List<String> row(Findings findings, PopulationLoss population) {
        return List.of(
                Paragraph.cut(population.label(), LONGEST_LABEL),
                LossText.median(population, population.gross()),
                LossText.range(population, population.gross()),
                LossText.median(population, population.net()),
                LossText.range(population, population.net()),
                published(PublishedText.losses(findings, population.scope())));
    }

    private static String published(List<PublishedFigure> figures) {
        String text = figures.stream()
                .map(figure -> MoneyText.bare(figure.value()) + " " + PublishedText.origin(figure)
                        + (figure.note().isEmpty() ? "" : " *"))
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? Paragraph.NOTHING : text;
    }

    private static String quality(Findings findings) {
        int reconstructed = findings.exposure().reconstructed();
        boolean simulated = findings.evidence().raw().isPresent();
        String reconstruction = reconstructed == 0
                ? ""
                : reconstructed + " of " + findings.exposure().measurable() + " " + Headline.label(findings)
                        + Counted.word(reconstructed, " is", " are")
                        + " reconstructed: "
                        + (simulated ? "this is a demonstration. " : "only totals were published. ");
        long rejected = findings.evidence().rejectedRows();
        return reconstruction + Counted.of(rejected, "row", "rows") + " rejected.";
    }
}
