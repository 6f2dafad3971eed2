package org.ausfall.report.json;

import java.util.Optional;
import org.ausfall.core.backtest.PastEvent;
import org.ausfall.core.backtest.Prior;
import org.ausfall.core.backtest.ScoreCard;
import org.ausfall.core.backtest.ScoredEvent;
import org.ausfall.core.backtest.Scores;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.quantity.Share;

/** {@code scorecard.json}: every number of the score card; nothing in it depends on what was reported since. */
public final class ScoreCardJson {
    private ScoreCardJson() {}

    /** The score card as one JSON object. */
    public static String render(ScoreCard card) {
        return JsonText.of(json -> {
            json.object("settings", settings -> {
                settings.flag("leave_one_out", card.settings().leaveOneOut());
                settings.count("draws", card.settings().draws());
                settings.count("seed", card.settings().seed().value());
            });
            card.scores().ifPresent(scores -> json.object("scores", object -> scores(object, scores)));
            json.objects("events", card.events(), ScoreCardJson::event);
            json.objects("models", card.models(), ScoreCardJson::event);
            json.objects("apart", card.apart(), ScoreCardJson::apart);
            json.objects("priors", card.past().priors().all(), ScoreCardJson::prior);
            json.objects("inputs", card.past().inputs(), ScoreCardJson::input);
            json.objects("problems", card.past().problems(), FindingsJson::problem);
        });
    }

    private static void scores(JsonText json, Scores scores) {
        json.count("events", scores.events());
        json.objects("coverage", scores.coverage(), (object, coverage) -> {
            object.number("level", coverage.level());
            object.count("inside", coverage.inside());
            object.number("band_lower", coverage.band().lower());
            object.number("band_upper", coverage.band().upper());
        });
        json.number("median_ratio_of_ends_90", scores.medianRatio());
        json.number("mean_log_ratio", scores.meanLogRatio());
        json.number("mean_interval_score_90_usd", scores.meanIntervalScore());
        json.number("mean_crps_usd", scores.meanCrps());
        json.number("mean_flat8760_error_usd", scores.meanFlatError());
        json.number("skill", scores.skill());
        json.number("relative_skill", scores.relativeSkill());
    }

    private static void event(JsonText json, ScoredEvent event) {
        PastEvent past = event.estimate().event();
        json.text("event", past.event());
        json.text("company", past.company());
        json.text("kind_of_business", past.kindOfBusiness());
        json.text("start", past.start());
        json.number("duration_hours", past.durationHours());
        json.number("affected_share", fraction(past.affectedShare()));
        json.number("digital_share", fraction(past.digitalShare()));
        json.number("flat8760_usd", event.estimate().flatUsd());
        json.number("hit_usd", event.estimate().hitUsd());
        json.number("p05_usd", event.interval().lower());
        json.number("p50_usd", event.prediction().median());
        json.number("p95_usd", event.interval().upper());
        json.text("compared_as", event.figure().isNet() ? "net" : "gross");
        json.number("reported_usd", event.actualUsd());
        json.text("kind", event.figure().kind().code());
        json.flag("inside_90", event.isInside(Scores.PRINTED));
        json.number("pit", event.prediction().pit(event.actualUsd()));
        json.number("crps_usd", event.prediction().fairCrps(event.actualUsd()));
        json.text("source", event.figure().source());
    }

    private static Optional<Double> fraction(Optional<Share> share) {
        return share.map(Share::fraction);
    }

    private static void apart(JsonText json, ScoreCard.Apart apart) {
        json.text("event", apart.figure().event());
        json.text("company", apart.figure().company());
        json.text("measure", apart.figure().measure().code());
        json.text("kind", apart.figure().kind().code());
        json.number("reported_usd", apart.figure().usd());
        json.text("why", apart.why());
        json.text("source", apart.figure().source());
    }

    private static void prior(JsonText json, Prior prior) {
        json.text("prior", prior.name().code());
        json.number("p05", prior.belief().p05());
        json.number("p50", prior.belief().p50());
        json.number("p95", prior.belief().p95());
        json.text("unit", prior.unit());
        json.text("basis", prior.basis());
        json.text("note", prior.note());
    }

    private static void input(JsonText json, InputFile input) {
        json.text("name", input.name());
        json.text("sha256", input.sha256());
        json.count("rows_read", input.rowsRead());
        json.count("rows_used", input.rowsUsed());
    }
}
