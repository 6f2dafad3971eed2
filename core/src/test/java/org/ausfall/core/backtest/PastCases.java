package org.ausfall.core.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.Scale;
import org.ausfall.core.problem.Place;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Share;

/** Made-up past outages with neutral names. */
final class PastCases {
    /** A million dollars an hour, so that losses are easy to reckon. */
    static final double REVENUE_M = 8760;

    private PastCases() {}

    static PastEvent event(String event, String company, double hours, double affected) {
        return event(event, company, Optional.of(hours), Optional.of(affected), "makers");
    }

    static PastEvent event(
            String event, String company, Optional<Double> hours, Optional<Double> affected, String kind) {
        return new PastEvent(
                event,
                "Outage " + event,
                company,
                kind,
                "2020-01-01",
                hours,
                affected.map(Share::new),
                Optional.empty(),
                Optional.of(Money.ofMillions(REVENUE_M)),
                RevenueQuality.SOURCED,
                0,
                "");
    }

    static LossFigure scored(PastEvent event, double millions) {
        return figure(event, millions, Meaning.GROSS, FigureKind.COMPANY_REPORTED, true);
    }

    static LossFigure figure(PastEvent event, double millions, Meaning meaning, FigureKind kind, boolean scored) {
        return new LossFigure(
                event.event(),
                event.company(),
                Optional.of(Money.ofMillions(millions)),
                Optional.empty(),
                Optional.empty(),
                Measure.LOST_REVENUE,
                Optional.of(meaning),
                kind,
                scored,
                Optional.empty(),
                "test",
                "",
                Place.of("actuals.csv", 2));
    }

    static LossFigure profit(PastEvent event, double millions) {
        return new LossFigure(
                event.event(),
                event.company(),
                Optional.of(Money.ofMillions(millions)),
                Optional.empty(),
                Optional.empty(),
                Measure.PROFIT,
                Optional.empty(),
                FigureKind.COMPANY_REPORTED,
                false,
                Optional.empty(),
                "test",
                "",
                Place.of("actuals.csv", 3));
    }

    static PastOutages past(List<PastEvent> events, List<LossFigure> figures) {
        return new PastOutages(events, figures, priors(), List.of(), List.of());
    }

    static Priors priors() {
        List<Prior> priors = new ArrayList<>();
        priors.add(log(PriorName.SEVERITY_SCALE, 0.4, 1, 2.5));
        priors.add(log(PriorName.SHARE_HIT, 0.16, 0.4, 1));
        priors.add(log(PriorName.SEVERITY_SPREAD, 0.15, 0.35, 0.8));
        priors.add(log(PriorName.SHARE_HIT_SPREAD, 0.15, 0.4, 1));
        priors.add(known(PriorName.KIND_SPREAD, 0.2));
        priors.add(known(PriorName.EVENT_SHARE, 0.5));
        priors.add(log(PriorName.DURATION_H, 24, 120, 600));
        priors.add(known(PriorName.DURATION_SD, 0.2));
        priors.add(known(PriorName.SHORT_OUTAGE_SD, 0.4));
        priors.add(known(PriorName.KNOWN_SHARE_SD, 0.15));
        priors.add(known(PriorName.REVENUE_SD_SOURCED, 0.03));
        priors.add(known(PriorName.REVENUE_SD_APPROXIMATE, 0.08));
        priors.add(known(PriorName.REVENUE_SD_PER_YEAR, 0.05));
        priors.add(prior(PriorName.RECAPTURE, new Belief.ThreePoint(Scale.LOGIT, 0.1, 0.4, 0.8, 0, 1)));
        priors.add(log(PriorName.RECAPTURE_SPREAD, 0.5, 1, 2));
        priors.add(known(PriorName.RECAPTURE_KIND_SPREAD, 0.5));
        return new Priors(priors);
    }

    static Prior log(PriorName name, double low, double median, double high) {
        return prior(name, new Belief.ThreePoint(Scale.LOG, low, median, high, 0, Double.POSITIVE_INFINITY));
    }

    static Prior known(PriorName name, double value) {
        return prior(name, new Belief.Known(value));
    }

    private static Prior prior(PriorName name, Belief belief) {
        return new Prior(name, belief, "", "assumption", "", "");
    }
}
