package org.ausfall.report.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ausfall.core.backtest.Comparison;
import org.ausfall.core.backtest.EarlierEstimate;
import org.ausfall.core.backtest.LaterFigure;
import org.ausfall.core.backtest.PastEvent;
import org.ausfall.core.backtest.ScoreCard;
import org.ausfall.core.backtest.ScoredEvent;
import org.ausfall.core.backtest.Scores;
import org.ausfall.core.backtest.TrackRecord;
import org.ausfall.core.quantity.Interval;

/** How right the method was, in words: the same on the terminal, on the score card and in reports. */
public final class ScoreText {
    private static final int CLOSEST = 3;

    private ScoreText() {}

    /** The one line of every report. */
    public static String soFar(TrackRecord record) {
        return "How this method has done so far: 90 % ranges held " + record.inside() + " of "
                + Counted.of(record.events(), "loss", "losses")
                + " companies later reported (left out by outage; ausfall backtest).";
    }

    /** The score card in one sentence. */
    public static String headline(ScoreCard card) {
        return card.scores()
                .map(scores ->
                        "Of " + Counted.of(scores.events(), "loss", "losses") + " that companies later reported, "
                                + scores.at(Scores.PRINTED).inside()
                                + " lay in the range this method gives; it promises 9 in 10.")
                .orElse("No loss that a company reported could be compared with an estimate.");
    }

    /** How wide, how biased, against what; and what the numbers may be worth. */
    public static String qualification(ScoreCard card) {
        return card.scores()
                .map(scores -> "The upper end of a range was " + two(scores.medianRatio())
                        + " times its lower end in the middle case. On average the median was "
                        + factor(scores.meanLogRatio())
                        + " times the loss; the naive figure (revenue an hour times hours) was "
                        + factor(flatLogRatio(card)) + " times the loss. " + leftOut(card))
                .orElse("");
    }

    private static String leftOut(ScoreCard card) {
        return card.settings().leaveOneOut()
                ? "Each outage was left out, with all its companies, of what its own estimates were made from."
                : "The estimates were made from the priors alone; nothing was learned from any outage.";
    }

    private static double flatLogRatio(ScoreCard card) {
        return card.events().stream()
                .mapToDouble(event -> Math.log(event.estimate().flatUsd() / event.actualUsd()))
                .average()
                .orElse(0);
    }

    private static String factor(double logRatio) {
        return two(Math.exp(logRatio));
    }

    /** A plain number with two significant digits. */
    public static String two(double number) {
        if (!Double.isFinite(number)) {
            return "infinitely many";
        }
        BigDecimal rounded = SixDigits.rounded(number).round(new MathContext(2, RoundingMode.HALF_UP));
        return rounded.scale() < 0
                ? rounded.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                : rounded.toPlainString();
    }

    /** A coverage in words: {@code 12 of 14; 80 % is promised}. */
    public static String level(Scores.Coverage coverage) {
        return PercentText.share(coverage.level());
    }

    /** Where the long-run share may lie. */
    public static String band(Interval band) {
        return PercentText.share(band.lower()) + " to " + PercentText.share(band.upper());
    }

    /** How an event is called: {@code Delta Air Lines, 2016-08}. */
    public static String label(PastEvent event) {
        return event.company() + ", "
                + event.start().substring(0, Math.min(7, event.start().length()));
    }

    /** Inside, or where outside. */
    public static String verdict(ScoredEvent event) {
        if (event.isInside(Scores.PRINTED)) {
            return "inside";
        }
        return event.actualUsd() < event.interval().lower() ? "below the range" : "above the range";
    }

    /** What was known of how much of the business was hit. */
    public static String shareHit(PastEvent event) {
        return event.knowsShareHit() ? PercentText.share(event.knownShareHit()) + " known" : "believed";
    }

    /** How long it was disrupted. */
    public static String hours(PastEvent event) {
        return event.durationHours().map(SixDigits::format).orElse("believed");
    }

    /** Why each miss was one; where nothing missed, the same of the three closest to an edge. */
    public static List<String> why(ScoreCard card) {
        List<ScoredEvent> missed = card.events().stream()
                .filter(event -> !event.isInside(Scores.PRINTED))
                .toList();
        List<ScoredEvent> shown = missed.isEmpty() ? closest(card) : missed;
        return shown.stream().map(ScoreText::why).toList();
    }

    /** What the list of {@link #why} holds. */
    public static String whyTitle(ScoreCard card) {
        long missed = card.events().stream()
                .filter(event -> !event.isInside(Scores.PRINTED))
                .count();
        return missed == 0
                ? "No loss lies outside its 90 % range. The closest to an edge, and why:"
                : Counted.of(missed, "loss lies", "losses lie") + " outside the 90 % range:";
    }

    private static List<ScoredEvent> closest(ScoreCard card) {
        return card.events().stream()
                .sorted(Comparator.comparingDouble(
                        event -> -Math.abs(event.prediction().pit(event.actualUsd()) - 0.5)))
                .limit(CLOSEST)
                .toList();
    }

    private static String why(ScoredEvent event) {
        PastEvent past = event.estimate().event();
        Interval believed = event.believedPerUsdHit();
        String of = past.knowsShareHit()
                ? "times what the part that was hit earns in that time"
                : "times all that it earns in that time";
        String missing = unknown(past);
        return label(past) + ": it lost " + two(event.lostPerUsdHit()) + " " + of + "; the range was "
                + two(believed.lower()) + " to " + two(believed.upper()) + " times. " + missing
                + (past.note().isEmpty() ? "" : past.note());
    }

    private static String unknown(PastEvent event) {
        String share = event.knowsShareHit() ? "" : "How much of the business stood still is not known. ";
        String hours = event.durationHours().isPresent() ? "" : "How long it lasted is not known. ";
        return share + hours;
    }

    /** A verdict on a later figure. */
    public static String verdict(Comparison comparison) {
        return switch (comparison.verdict()) {
            case INSIDE -> "inside the 90 % range";
            case BELOW -> "below the 90 % range";
            case ABOVE -> "above the 90 % range";
            case CORRECTED ->
                "corrected on "
                        + comparison
                                .correctedBy()
                                .map(later -> later.date().toString())
                                .orElse("a later day");
            case KEPT_APART -> apart(comparison.later());
            case NO_ESTIMATE -> "no estimate: the company's revenue is not known";
        };
    }

    private static String apart(LaterFigure later) {
        return later.figure().kind().isActual()
                ? "kept apart: " + words(later.figure().measure().code())
                        + " is not lost revenue, which alone is estimated"
                : "kept apart: not from the company";
    }

    /** A code as words: {@code cost or credit}. */
    public static String words(String code) {
        return code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** The amount as it was reported, with the rate where there was one: {@code GBP 324000000 at 1.34}. */
    public static String reported(LaterFigure later) {
        String rate = later.rate()
                .map(used -> " at " + SixDigits.exact(used.usdPerUnit()) + " USD (" + used.source() + ", " + used.date()
                        + ")")
                .orElse("");
        return later.currency() + " " + SixDigits.exact(later.amount()) + rate;
    }

    /** The estimate made before, as a range. */
    public static String before(Comparison comparison) {
        Optional<EarlierEstimate.Range> range = comparison.range();
        return range.map(any -> MoneyText.bare(any.p50()) + " (" + MoneyText.range(any.p05(), any.p95()) + ")")
                .orElse("none");
    }

    /** What was reported since, in one sentence. */
    public static String since(List<Comparison> comparisons) {
        long compared = comparisons.stream()
                .filter(comparison -> comparison.verdict().isCompared())
                .count();
        if (compared == 0) {
            return "Reported since: " + Counted.of(comparisons.size(), "figure", "figures")
                    + ", none of which can be compared with an estimate.";
        }
        long inside = comparisons.stream()
                .filter(comparison -> comparison.verdict() == Comparison.Verdict.INSIDE)
                .count();
        String rest = comparisons.size() == compared
                ? ""
                : " " + Counted.of(comparisons.size() - compared, "figure stands", "figures stand")
                        + " beside them, not compared.";
        return "Reported since: the 90 % ranges made before held " + inside + " of "
                + Counted.of(compared, "loss", "losses") + "." + rest;
    }
}
