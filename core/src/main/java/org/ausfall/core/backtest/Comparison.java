package org.ausfall.core.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A later figure beside the estimate made before it.
 *
 * @param later the figure
 * @param verdict what follows from it
 * @param estimate the estimate, if there is one
 * @param correctedBy the figure that took its place, if one did
 */
public record Comparison(
        LaterFigure later, Verdict verdict, Optional<EarlierEstimate> estimate, Optional<LaterFigure> correctedBy) {
    /** What follows from a figure. */
    public enum Verdict {
        /** The 90 % range holds it. */
        INSIDE,
        /** It lies below the 90 % range. */
        BELOW,
        /** It lies above the 90 % range. */
        ABOVE,
        /** A later figure of the same event, company, measure and meaning took its place. */
        CORRECTED,
        /** It does not count lost revenue, or does not come from the company; nothing is estimated that it could be compared with. */
        KEPT_APART,
        /** The event is known, but nothing was estimated for the company. */
        NO_ESTIMATE;

        /** The word as it stands in files: {@code kept_apart}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether figure and estimate were compared. */
        public boolean isCompared() {
            return this == INSIDE || this == BELOW || this == ABOVE;
        }
    }

    /**
     * Lays each figure beside the estimate of its event and company. Of figures that count the same, the one with the latest date is
     * compared, of the same date the one that stands last; the others stay visible as corrected. Estimates are only read.
     *
     * @return one comparison a figure, by event, company and date
     */
    public static List<Comparison> of(List<LaterFigure> figures, List<EarlierEstimate> estimates) {
        Comparator<LaterFigure> byTime = Comparator.comparing(LaterFigure::date)
                .thenComparing(later -> later.figure().place().line());
        List<LaterFigure> ordered = figures.stream()
                .sorted(Comparator.comparing(
                                (LaterFigure later) -> later.figure().key())
                        .thenComparing(byTime))
                .toList();
        List<Comparison> comparisons = new ArrayList<>();
        for (LaterFigure later : ordered) {
            Optional<EarlierEstimate> estimate = estimates.stream()
                    .filter(any -> any.key().equals(later.figure().key()))
                    .findFirst();
            Optional<LaterFigure> last = ordered.stream()
                    .filter(other -> counts(later).equals(counts(other)))
                    .max(byTime)
                    .filter(other -> !other.equals(later));
            comparisons.add(new Comparison(later, verdict(later, estimate, last.isPresent()), estimate, last));
        }
        return comparisons;
    }

    private static List<Object> counts(LaterFigure later) {
        LossFigure figure = later.figure();
        return List.of(
                figure.key(), figure.measure(), figure.meaning(), figure.kind().isActual());
    }

    private static Verdict verdict(LaterFigure later, Optional<EarlierEstimate> estimate, boolean corrected) {
        LossFigure figure = later.figure();
        if (corrected) {
            return Verdict.CORRECTED;
        }
        if (figure.measure() != Measure.LOST_REVENUE || !figure.kind().isActual()) {
            return Verdict.KEPT_APART;
        }
        return estimate.map(
                        any -> position(any.comparedWith(figure), figure.usd().orElse(0.0)))
                .orElse(Verdict.NO_ESTIMATE);
    }

    private static Verdict position(EarlierEstimate.Range range, double usd) {
        if (range.holds(usd)) {
            return Verdict.INSIDE;
        }
        return usd < range.p05() ? Verdict.BELOW : Verdict.ABOVE;
    }

    /** The range that the figure is compared with, or was before it was corrected; empty for one that is kept apart. */
    public Optional<EarlierEstimate.Range> range() {
        boolean comparable = later.figure().measure() == Measure.LOST_REVENUE
                && later.figure().kind().isActual();
        return estimate.filter(any -> comparable).map(any -> any.comparedWith(later.figure()));
    }
}
