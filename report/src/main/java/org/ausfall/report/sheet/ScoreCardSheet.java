package org.ausfall.report.sheet;

import java.util.Optional;
import org.ausfall.core.backtest.PastEvent;
import org.ausfall.core.backtest.ScoreCard;
import org.ausfall.core.backtest.ScoredEvent;
import org.ausfall.core.backtest.Scores;
import org.ausfall.core.quantity.Share;

/** One row an event: what was known, what was foretold, what was reported, and how well they agree. */
public final class ScoreCardSheet {
    private static final Layout<ScoredEvent> LAYOUT = Layout.<ScoredEvent>empty()
            .text("event", row -> past(row).event())
            .text("company", row -> past(row).company())
            .text("kind_of_business", row -> past(row).kindOfBusiness())
            .text("start", row -> past(row).start())
            .with("duration_hours", Sheet.Kind.NUMBER, row -> Cell.of(past(row).durationHours()))
            .with("affected_share", Sheet.Kind.NUMBER, row -> share(past(row).affectedShare()))
            .with("digital_share", Sheet.Kind.NUMBER, row -> share(past(row).digitalShare()))
            .text("share_hit", row -> past(row).knowsShareHit() ? "known" : "believed")
            .number("flat8760_usd", row -> row.estimate().flatUsd())
            .number("hit_usd", row -> row.estimate().hitUsd())
            .number("p05_usd", row -> row.interval().lower())
            .number("p50_usd", row -> row.prediction().median())
            .number("p95_usd", row -> row.interval().upper())
            .text("compared_as", row -> row.figure().isNet() ? "net" : "gross")
            .number("reported_usd", ScoredEvent::actualUsd)
            .text(
                    "reported_meaning",
                    row -> row.figure().meaning().map(meaning -> meaning.code()).orElse(""))
            .text("reported_kind", row -> row.figure().kind().code())
            .text("inside_50", row -> inside(row, 0.5))
            .text("inside_80", row -> inside(row, 0.8))
            .text("inside_90", row -> inside(row, Scores.PRINTED))
            .text("inside_95", row -> inside(row, 0.95))
            .number("pit", row -> row.prediction().pit(row.actualUsd()))
            .number("crps_usd", row -> row.prediction().fairCrps(row.actualUsd()))
            .number("interval_score_usd", row -> Scores.intervalScore(row.interval(), row.actualUsd()))
            .number("log_ratio", row -> Math.log(row.prediction().median() / row.actualUsd()))
            .number("flat8760_error_usd", row -> Math.abs(row.estimate().flatUsd() - row.actualUsd()))
            .text("source", row -> row.figure().source());

    private ScoreCardSheet() {}

    /** The sheet {@code scorecard}: losses that companies disclosed. */
    public static Sheet events(ScoreCard card) {
        return LAYOUT.fill("scorecard", card.events());
    }

    /** The sheet {@code models}: lost revenue as others modelled it; it enters no score. */
    public static Sheet models(ScoreCard card) {
        return LAYOUT.fill("models", card.models());
    }

    private static PastEvent past(ScoredEvent row) {
        return row.estimate().event();
    }

    private static Cell share(Optional<Share> share) {
        return Cell.of(share.map(Share::fraction));
    }

    private static String inside(ScoredEvent row, double level) {
        return row.isInside(level) ? "yes" : "no";
    }
}
