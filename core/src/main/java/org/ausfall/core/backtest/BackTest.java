package org.ausfall.core.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;

/**
 * Estimates past outages and lays beside them what companies later reported. The formula is in {@code docs/method.md}, section 4:
 *
 * <pre>
 * gross = revenue / 8760 x hours x share hit x severity,      net = gross (1 - recapture)
 * </pre>
 */
public final class BackTest {
    private final PastOutages past;
    private final Settings settings;

    private BackTest(PastOutages past, Settings settings) {
        this.past = past;
        this.settings = settings;
    }

    /**
     * What the analyst chose.
     *
     * @param leaveOneOut whether severity and recapture learn from all other outages; if not, the priors stand as they are
     * @param draws simulated outcomes of each event, 100 to 1,000,000
     * @param seed where the random streams start
     */
    public record Settings(boolean leaveOneOut, int draws, Seed seed) {
        /** What a report's line about the method so far is computed with. */
        public static final Settings DEFAULT = new Settings(true, 10_000, new Seed(1));

        /** Checks the number of draws. */
        public Settings {
            if (draws < 100 || draws > 1_000_000) {
                throw new IllegalArgumentException("draws must be between 100 and 1000000, was " + draws);
            }
        }
    }

    /** The score card of these outages. */
    public static ScoreCard run(PastOutages past, Settings settings) {
        return new BackTest(past, settings).scoreCard();
    }

    /** Whether enough is known of the event: its revenue. */
    public static boolean isEstimable(PastEvent event) {
        return event.annualRevenue().isPresent();
    }

    private ScoreCard scoreCard() {
        Map<String, Estimate> estimates = estimates();
        List<ScoredEvent> events = new ArrayList<>();
        List<ScoredEvent> models = new ArrayList<>();
        List<ScoreCard.Apart> apart = new ArrayList<>();
        for (LossFigure figure : past.figures()) {
            Optional<Estimate> estimate = Optional.ofNullable(estimates.get(figure.key()));
            boolean comparable = estimate.isPresent()
                    && figure.measure() == Measure.LOST_REVENUE
                    && figure.usd().filter(usd -> usd > 0).isPresent();
            if (comparable && figure.scored()) {
                events.add(new ScoredEvent(estimate.get(), figure));
            } else if (comparable && !figure.kind().isActual()) {
                models.add(new ScoredEvent(estimate.get(), figure));
            } else {
                apart.add(new ScoreCard.Apart(figure, whyApart(figure, estimate.isPresent())));
            }
        }
        return new ScoreCard(settings, past, List.copyOf(estimates.values()), events, scores(events), models, apart);
    }

    private static Optional<Scores> scores(List<ScoredEvent> events) {
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(Scores.of(events.stream().map(ScoredEvent::asCase).toList()));
    }

    private static String whyApart(LossFigure figure, boolean estimated) {
        if (figure.measure() != Measure.LOST_REVENUE) {
            return "it does not measure lost revenue";
        }
        if (figure.usd().filter(usd -> usd > 0).isEmpty()) {
            return "no amount was given";
        }
        if (!estimated) {
            return "there is no estimate: the company's revenue is not known";
        }
        return "it is not the figure of its company and event that is fit to be scored";
    }

    /** Events of one outage learn from the same others, so that what they learn is computed once. */
    private Map<String, Estimate> estimates() {
        Map<String, Calibration> calibrations = new TreeMap<>();
        Map<String, Estimate> estimates = new TreeMap<>();
        for (PastEvent event : past.events()) {
            if (isEstimable(event)) {
                Calibration calibration = calibrations.computeIfAbsent(
                        event.event(),
                        outage -> Calibration.of(
                                past,
                                other ->
                                        settings.leaveOneOut() && !other.event().equals(outage)));
                estimates.put(event.key(), estimate(event, calibration));
            }
        }
        return estimates;
    }

    private Estimate estimate(PastEvent event, Calibration calibration) {
        double hitUsd = Flow.hitUsd(event, past.priors());
        Mixture severity = new Mixture(calibration.severityOf(event));
        Mixture recapture = new Mixture(calibration.recaptureOf(event));
        UniformRandomProvider random = new Streams(settings.seed()).of("backtest/" + event.key(), 0);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] gross = new double[settings.draws()];
        double[] net = new double[settings.draws()];
        for (int d = 0; d < gross.length; d++) {
            gross[d] = hitUsd * Math.exp(severity.at(random.nextDouble(), normal.sample()));
            double odds = Math.exp(recapture.at(random.nextDouble(), normal.sample()));
            net[d] = gross[d] / (1 + odds);
        }
        return new Estimate(
                event, Flow.flat8760Usd(event, past.priors()), hitUsd, Prediction.of(gross), Prediction.of(net));
    }
}
