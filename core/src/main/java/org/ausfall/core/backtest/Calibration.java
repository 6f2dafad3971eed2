package org.ausfall.core.backtest;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What past outages teach about severity and recapture. Severity is learned from gross and deferred losses on the log scale,
 * recapture on the log-odds scale from companies that reported both gross and net.
 */
final class Calibration {
    private static final double SMALLEST_RECAPTURE = 0.01;

    private final Priors priors;
    private final SharedScale severity;
    private final SharedScale recapture;

    private Calibration(Priors priors, SharedScale severity, SharedScale recapture) {
        this.priors = priors;
        this.severity = severity;
        this.recapture = recapture;
    }

    /** What the events that {@code use} admits teach; none of them leaves the priors as they are. */
    static Calibration of(PastOutages past, Predicate<PastEvent> use) {
        List<PastEvent> events =
                past.events().stream().filter(use).filter(BackTest::isEstimable).toList();
        return new Calibration(
                past.priors(),
                SharedScale.learn(
                        severityStart(past.priors()),
                        events.stream()
                                .flatMap(event -> severitySeen(event, past))
                                .toList()),
                SharedScale.learn(
                        recaptureStart(past.priors()),
                        past.events().stream()
                                .filter(use)
                                .flatMap(event -> recaptureSeen(event, past))
                                .toList()));
    }

    private static SharedScale.Start severityStart(Priors priors) {
        return new SharedScale.Start(
                Math.log(priors.median(PriorName.SEVERITY_SCALE)),
                priors.logSd(PriorName.SEVERITY_SCALE),
                Math.log(priors.median(PriorName.SHARE_HIT)),
                priors.logSd(PriorName.SHARE_HIT),
                priors.median(PriorName.KIND_SPREAD),
                priors.median(PriorName.EVENT_SHARE),
                spread(priors, PriorName.SEVERITY_SPREAD),
                spread(priors, PriorName.SHARE_HIT_SPREAD));
    }

    private static SharedScale.Start recaptureStart(Priors priors) {
        return new SharedScale.Start(
                Priors.logOdds(priors.median(PriorName.RECAPTURE)),
                priors.logOddsSd(PriorName.RECAPTURE),
                0,
                0,
                priors.median(PriorName.RECAPTURE_KIND_SPREAD),
                priors.median(PriorName.EVENT_SHARE),
                spread(priors, PriorName.RECAPTURE_SPREAD),
                new SharedScale.Spread(0, 0));
    }

    private static SharedScale.Spread spread(Priors priors, PriorName name) {
        return new SharedScale.Spread(priors.median(name), priors.logSd(name));
    }

    private static Stream<SharedScale.Seen> severitySeen(PastEvent event, PastOutages past) {
        return past.scored(event).filter(figure -> !figure.isNet()).flatMap(LossFigure::usd).stream()
                .map(usd -> new SharedScale.Seen(
                        severityItem(event, past.priors()), Math.log(usd / Flow.hitUsd(event, past.priors()))));
    }

    private static SharedScale.Item severityItem(PastEvent event, Priors priors) {
        return new SharedScale.Item(
                event.event(), event.kindOfBusiness(), !event.knowsShareHit(), Flow.noise(event, priors));
    }

    private static Stream<SharedScale.Seen> recaptureSeen(PastEvent event, PastOutages past) {
        Optional<Double> gross = disclosed(event, past, figure -> !figure.isNet());
        Optional<Double> net = disclosed(event, past, LossFigure::isNet);
        return gross.flatMap(before -> net.map(after -> 1 - after / before)).stream()
                .map(share -> new SharedScale.Seen(
                        recaptureItem(event),
                        Priors.logOdds(Math.min(1 - SMALLEST_RECAPTURE, Math.max(SMALLEST_RECAPTURE, share)))));
    }

    private static Optional<Double> disclosed(PastEvent event, PastOutages past, Predicate<LossFigure> which) {
        return past.figures().stream()
                .filter(figure -> figure.key().equals(event.key()))
                .filter(figure -> figure.measure() == Measure.LOST_REVENUE
                        && figure.kind().isActual())
                .filter(which)
                .flatMap(figure -> figure.usd().stream())
                .filter(usd -> usd > 0)
                .findFirst();
    }

    private static SharedScale.Item recaptureItem(PastEvent event) {
        return new SharedScale.Item(event.event(), event.kindOfBusiness(), false, 0);
    }

    /** What the gross loss of an event may be, divided by {@link Flow#hitUsd}, on the log scale. */
    List<SharedScale.Component> severityOf(PastEvent event) {
        return severity.predict(severityItem(event, priors));
    }

    /** Which share of the gross loss may come back, on the log-odds scale. */
    List<SharedScale.Component> recaptureOf(PastEvent event) {
        return recapture.predict(recaptureItem(event));
    }
}
