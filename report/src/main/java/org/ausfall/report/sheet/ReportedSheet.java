package org.ausfall.report.sheet;

import java.util.List;
import java.util.Optional;
import org.ausfall.core.backtest.Comparison;
import org.ausfall.core.backtest.EarlierEstimate;
import org.ausfall.core.backtest.LaterFigure;
import org.ausfall.core.backtest.LossFigure;

/** One row a figure that was reported since, beside the estimate made before it; those that were corrected stay. */
public final class ReportedSheet {
    private static final Layout<Comparison> LAYOUT = Layout.<Comparison>empty()
            .text("event", row -> figure(row).event())
            .text("company", row -> figure(row).company())
            .text("date", row -> row.later().date().toString())
            .text("measure", row -> figure(row).measure().code())
            .text(
                    "meaning",
                    row -> figure(row).meaning().map(meaning -> meaning.code()).orElse(""))
            .text("kind", row -> figure(row).kind().code())
            .with(
                    "amount",
                    Sheet.Kind.NUMBER,
                    row -> Cell.exact(Optional.of(row.later().amount())))
            .text("currency", row -> row.later().currency())
            .with(
                    "rate",
                    Sheet.Kind.NUMBER,
                    row -> Cell.exact(row.later().rate().map(LaterFigure.Rate::usdPerUnit)))
            .text(
                    "rate_source",
                    row -> row.later().rate().map(LaterFigure.Rate::source).orElse(""))
            .text(
                    "rate_date",
                    row -> row.later()
                            .rate()
                            .map(rate -> rate.date().toString())
                            .orElse(""))
            .with("reported_usd", Sheet.Kind.NUMBER, row -> Cell.of(figure(row).usd()))
            .with("p05_usd", Sheet.Kind.NUMBER, row -> Cell.of(row.range().map(EarlierEstimate.Range::p05)))
            .with("p50_usd", Sheet.Kind.NUMBER, row -> Cell.of(row.range().map(EarlierEstimate.Range::p50)))
            .with("p95_usd", Sheet.Kind.NUMBER, row -> Cell.of(row.range().map(EarlierEstimate.Range::p95)))
            .text(
                    "estimate_from",
                    row -> row.estimate().map(EarlierEstimate::madeIn).orElse(""))
            .text("verdict", row -> row.verdict().code())
            .text("source", row -> figure(row).source());

    private ReportedSheet() {}

    /** The sheet {@code reported}. */
    public static Sheet of(List<Comparison> comparisons) {
        return LAYOUT.fill("reported", comparisons);
    }

    private static LossFigure figure(Comparison row) {
        return row.later().figure();
    }
}
