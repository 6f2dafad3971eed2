package org.ausfall.report.console;

import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.backtest.Comparison;
import org.ausfall.core.backtest.LaterReports;
import org.ausfall.core.backtest.ScoreCard;
import org.ausfall.core.backtest.ScoredEvent;
import org.ausfall.core.backtest.Scores;
import org.ausfall.report.wording.MoneyText;
import org.ausfall.report.wording.ScoreText;

/** The score card on a terminal, in the words of the page. */
public final class ScoreCardSummary {
    private static final String FILES = "scorecard.html  (+ 4 CSV, scorecard.json, run.json)";
    private static final int LONGEST_LABEL = 34;

    private ScoreCardSummary() {}

    /**
     * The text, ended by a line feed.
     *
     * @param folder the folder as the analyst should read it
     * @param width the longest line, in characters, 60 at least
     */
    public static String render(ScoreCard card, LaterReports later, String folder, int width) {
        Paragraph paragraph = new Paragraph(Math.max(60, width));
        List<String> lines = new ArrayList<>(paragraph.wrap(ScoreText.headline(card)));
        if (card.scores().isPresent()) {
            lines.addAll(paragraph.wrap(ScoreText.qualification(card)));
            lines.add("");
            lines.addAll(paragraph.table(events(card.events())));
            lines.add("");
            lines.addAll(paragraph.table(coverage(card.scores().get())));
        }
        if (!later.comparisons().isEmpty()) {
            lines.add("");
            lines.addAll(paragraph.wrap(ScoreText.since(later.comparisons())));
            lines.addAll(paragraph.table(reported(later.comparisons())));
        }
        lines.add("");
        lines.add(Paragraph.plain("Score card: " + folder + (folder.endsWith("/") ? "" : "/") + FILES));
        return String.join("\n", lines) + "\n";
    }

    private static List<List<String>> events(List<ScoredEvent> events) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("lost revenue, USD", "median", "90 % range", "reported", "verdict"));
        events.forEach(event -> rows.add(List.of(
                Paragraph.cut(ScoreText.label(event.estimate().event()), LONGEST_LABEL),
                MoneyText.bare(event.prediction().median()),
                MoneyText.range(event.interval().lower(), event.interval().upper()),
                MoneyText.bare(event.actualUsd()),
                ScoreText.verdict(event))));
        return rows;
    }

    private static List<List<String>> coverage(Scores scores) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ranges meant to hold", "held", "in the long run (95 % band)"));
        scores.coverage()
                .forEach(coverage -> rows.add(List.of(
                        ScoreText.level(coverage),
                        coverage.inside() + " of " + coverage.events(),
                        ScoreText.band(coverage.band()))));
        return rows;
    }

    private static List<List<String>> reported(List<Comparison> comparisons) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("reported since, USD", "date", "reported", "estimate before", "verdict"));
        comparisons.forEach(row -> rows.add(List.of(
                Paragraph.cut(row.later().figure().company(), LONGEST_LABEL),
                row.later().date().toString(),
                row.later().figure().usd().map(MoneyText::bare).orElse(Paragraph.NOTHING),
                ScoreText.before(row),
                ScoreText.verdict(row))));
        return rows;
    }
}
