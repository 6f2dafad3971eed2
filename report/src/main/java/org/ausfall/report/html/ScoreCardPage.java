package org.ausfall.report.html;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.backtest.Comparison;
import org.ausfall.core.backtest.LaterReports;
import org.ausfall.core.backtest.Prior;
import org.ausfall.core.backtest.ScoreCard;
import org.ausfall.core.backtest.ScoredEvent;
import org.ausfall.core.backtest.Scores;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.problem.Problem;
import org.ausfall.report.chart.ScoreCardChart;
import org.ausfall.report.wording.Counted;
import org.ausfall.report.wording.MoneyText;
import org.ausfall.report.wording.PercentText;
import org.ausfall.report.wording.ScoreText;
import org.ausfall.report.wording.SixDigits;

/**
 * The whole score card in words and coordinates.
 *
 * @param headline how right the method was, in one sentence
 * @param qualification how wide the ranges are, and what the estimates were made from
 * @param caveats what to know before quoting
 * @param chart every range with its mark
 * @param events the same in numbers
 * @param coverage how often ranges of each level held
 * @param scores the other scores, each with what it means
 * @param whyTitle what the next list holds
 * @param why why it missed where it missed
 * @param since what companies have reported since, in a sentence; empty where nobody asked
 * @param reported the same in numbers
 * @param models estimates beside what others modelled
 * @param apart figures that nothing is compared with
 * @param priors what was believed before any outage was looked at
 * @param inputs the files behind it
 * @param problems what was wrong with them
 */
public record ScoreCardPage(
        String headline,
        String qualification,
        List<String> caveats,
        ScoreCardChart chart,
        HtmlTable events,
        HtmlTable coverage,
        List<MethodSection.Entry> scores,
        String whyTitle,
        List<String> why,
        String since,
        HtmlTable reported,
        HtmlTable models,
        HtmlTable apart,
        HtmlTable priors,
        HtmlTable inputs,
        HtmlTable problems) {
    /** Copies the lists. */
    public ScoreCardPage {
        caveats = List.copyOf(caveats);
        scores = List.copyOf(scores);
        why = List.copyOf(why);
    }

    static ScoreCardPage of(ScoreCard card, LaterReports later) {
        return new ScoreCardPage(
                ScoreText.headline(card),
                ScoreText.qualification(card),
                caveats(card),
                ScoreCardChart.of(card),
                events("What was foretold and what companies reported, USD", card.events()),
                coverage(card),
                card.scores().map(ScoreCardPage::entries).orElse(List.of()),
                ScoreText.whyTitle(card),
                ScoreText.why(card),
                later.comparisons().isEmpty() ? "" : ScoreText.since(later.comparisons()),
                reported(later.comparisons()),
                events("Estimates beside lost revenue as others modelled it; part of no score", card.models()),
                apart(card),
                priors(card.past().priors().all()),
                inputs(card, later),
                problems(card, later));
    }

    private static List<String> caveats(ScoreCard card) {
        int events = card.scores().map(Scores::events).orElse(0);
        return List.of(
                "Companies report large, long losses; of outages of hours almost none gives a figure. No figure means a loss too small to "
                        + "mention, so that these events say little about short outages, and their losses are higher than most.",
                Counted.of(events, "event is", "events are")
                        + " few. The bands beside the shares say how little they settle.",
                "Durations are the weakest input: the press, the technicians and the accountants each mean another end. The priors are round "
                        + "numbers, but written by people who had heard of these outages; leaving an outage out cannot undo that.");
    }

    private static HtmlTable events(String caption, List<ScoredEvent> events) {
        return HtmlTable.of(caption, events)
                .text("Event", event -> ScoreText.label(event.estimate().event()))
                .text(
                        "Business",
                        event -> ScoreText.words(event.estimate().event().kindOfBusiness()))
                .number("Hours", event -> ScoreText.hours(event.estimate().event()))
                .number(
                        "Share hit",
                        event -> ScoreText.shareHit(event.estimate().event()))
                .number("Naive", event -> MoneyText.bare(event.estimate().flatUsd()))
                .number("Median", event -> MoneyText.bare(event.prediction().median()))
                .number(
                        "90 % range",
                        event -> MoneyText.range(
                                event.interval().lower(), event.interval().upper()))
                .number("Reported", event -> MoneyText.bare(event.actualUsd()))
                .text(
                        "As",
                        event -> event.figure()
                                .meaning()
                                .map(meaning -> meaning.code())
                                .orElse(""))
                .marked(
                        "Verdict",
                        event -> event.isInside(Scores.PRINTED) ? "inside" : "",
                        event -> event.isInside(Scores.PRINTED) ? "" : ScoreText.verdict(event))
                .number(
                        "Outcomes below",
                        event -> PercentText.share(event.prediction().pit(event.actualUsd())))
                .number("CRPS", event -> MoneyText.bare(event.prediction().fairCrps(event.actualUsd())))
                .prose("Source", event -> event.figure().source())
                .build();
    }

    private static HtmlTable coverage(ScoreCard card) {
        return HtmlTable.of(
                        "How often ranges held the loss",
                        card.scores().map(Scores::coverage).orElse(List.of()))
                .text("Ranges meant to hold", ScoreText::level)
                .number("Held", coverage -> coverage.inside() + " of " + coverage.events())
                .number("Share", coverage -> PercentText.share(coverage.share()))
                .number("In the long run (95 % band)", coverage -> ScoreText.band(coverage.band()))
                .build();
    }

    private static List<MethodSection.Entry> entries(Scores scores) {
        return List.of(
                new MethodSection.Entry(
                        "How wide: " + ScoreText.two(scores.medianRatio()) + " times from end to end",
                        "",
                        "The upper end of the 90 % range over its lower end, in the middle case. Ranges that hold everything because they are "
                                + "wide say nothing."),
                new MethodSection.Entry(
                        "Too high or too low: " + SixDigits.format(round(scores.meanLogRatio())),
                        "mean of ln(median / reported)",
                        "0 is neither; .1 is about 10 % too high, -.1 about 10 % too low."),
                new MethodSection.Entry(
                        "Error of the whole forecast (CRPS): " + MoneyText.of(scores.meanCrps()),
                        "mean |x \u2212 y| \u2212 mean |x \u2212 x\u2032| / 2",
                        "How far simulated outcomes x lie from the reported loss y, less how far they lie from each other; for a single number it is "
                                + "its plain error. The naive figure's is "
                                + MoneyText.of(scores.meanFlatError()) + "."),
                new MethodSection.Entry(
                        "Skill against the naive figure: " + PercentText.share(Math.max(0, scores.skill())),
                        "1 \u2212 CRPS / error of the naive figure",
                        "The part of the naive figure's error that is gone; "
                                + PercentText.share(Math.max(0, scores.relativeSkill()))
                                + " where each event counts the same, however large."),
                new MethodSection.Entry(
                        "Interval score of the 90 % ranges: " + MoneyText.of(scores.meanIntervalScore()),
                        "width + 20 \u00b7 distance by which the loss was missed",
                        "Rewards ranges that are narrow and right; to be compared between versions of the method, lower is better."),
                new MethodSection.Entry(
                        "Outcomes below (probability integral transform)",
                        "",
                        "Which share of the simulated outcomes lay below what was reported. Of a method that is right, these are spread "
                                + "evenly between 0 and 100 %: crowded in the middle, its ranges are too wide; at the ends, too narrow."));
    }

    private static double round(double number) {
        return Math.round(number * 1000) / 1000.0;
    }

    private static HtmlTable reported(List<Comparison> comparisons) {
        return HtmlTable.of("Figures reported since, beside the estimates made before them", comparisons)
                .text("Company", row -> row.later().figure().company())
                .text("Event", row -> row.later().figure().event())
                .text("Date", row -> row.later().date().toString())
                .text(
                        "Measure",
                        row -> ScoreText.words(row.later().figure().measure().code())
                                + row.later()
                                        .figure()
                                        .meaning()
                                        .map(meaning -> ", " + meaning.code())
                                        .orElse(""))
                .number(
                        "Reported, USD",
                        row -> row.later().figure().usd().map(MoneyText::bare).orElse(""))
                .prose("As reported", row -> ScoreText.reported(row.later()))
                .number("Estimate before: median (90 % range)", ScoreText::before)
                .text("Made in", row -> row.estimate().map(any -> any.madeIn()).orElse(""))
                .prose("Verdict", ScoreText::verdict)
                .prose("Source", row -> row.later().figure().source())
                .build();
    }

    private static HtmlTable apart(ScoreCard card) {
        return HtmlTable.of("Figures that stand apart, and why", card.apart())
                .text("Company", row -> row.figure().company())
                .text("Event", row -> row.figure().event())
                .text(
                        "Measure",
                        row -> ScoreText.words(row.figure().measure().code())
                                + row.figure()
                                        .meaning()
                                        .map(meaning -> ", " + meaning.code())
                                        .orElse(""))
                .text("Kind", row -> row.figure().kind().code())
                .number("USD", row -> row.figure().usd().map(MoneyText::bare).orElse("not given"))
                .prose("Because", ScoreCard.Apart::why)
                .prose("Note", row -> row.figure().note())
                .prose("Source", row -> row.figure().source())
                .build();
    }

    private static HtmlTable priors(List<Prior> priors) {
        return HtmlTable.of("What was believed before any outage was looked at", priors)
                .text("Prior", prior -> ScoreText.words(prior.name().code()))
                .number("Value", prior -> SixDigits.format(prior.belief().p50()))
                .number("90 % range", prior -> range(prior.belief()))
                .text("Unit", Prior::unit)
                .marked(
                        "Basis",
                        prior -> prior.basis().equals("assumption") ? "" : prior.basis(),
                        prior -> prior.basis().equals("assumption") ? "assumption" : "")
                .prose("Note", Prior::note)
                .build();
    }

    private static String range(Belief belief) {
        return belief instanceof Belief.Known
                ? "taken as known"
                : SixDigits.format(belief.p05()) + " to " + SixDigits.format(belief.p95());
    }

    private static HtmlTable inputs(ScoreCard card, LaterReports later) {
        List<InputFile> inputs = Stream.concat(card.past().inputs().stream(), later.inputs().stream())
                .toList();
        return HtmlTable.of("Files that were read", inputs)
                .text("File", InputFile::name)
                .number("Rows read", input -> input.rowsRead() + "")
                .number("Rows used", input -> input.rowsUsed() + "")
                .prose("SHA-256", input -> input.sha256().orElse(""))
                .build();
    }

    private static HtmlTable problems(ScoreCard card, LaterReports later) {
        List<Problem> problems = Stream.concat(card.past().problems().stream(), later.problems().stream())
                .toList();
        return HtmlTable.of("Rows that could not be used, and notes", problems)
                .text("Place", problem -> problem.place().toString())
                .text("Value", Problem::value)
                .text("Reason", problem -> problem.reason().code())
                .prose("Detail", Problem::detail)
                .text(
                        "Effect",
                        problem -> ScoreText.words(problem.effect().name().toLowerCase(Locale.ROOT)))
                .build();
    }
}
