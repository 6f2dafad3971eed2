package org.ausfall.core.reconstruction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.core.simulation.Normal;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;

/**
 * An invented site that behaves as a summary says, under a neutral name.
 *
 * @param id {@code shop-001}
 * @param beforeMs the median before the outage, over locations
 * @param duringMs the median during the outage, over locations
 * @param behavior how it answers during the outage
 * @param availability the share of probes answered during the outage, where it answers at all
 */
public record SimulatedSite(String id, double beforeMs, double duringMs, Behavior behavior, double availability) {
    /** How a site answers during the outage. */
    public enum Behavior {
        /** As its times say. */
        ANSWERS,
        /** Not at all while the provider fails, and again as the provider recovers. */
        DOWN,
        /** Nobody looked: nothing is known of it. */
        UNSEEN
    }

    /** Where no time is known: 3 s, in the middle of what shops took in 2017. */
    private static final double USUAL_BEFORE_MS = 3_000;

    private static final double SPREAD_BEFORE = 0.35;
    private static final double USUALLY_ANSWERED = 0.998;

    /**
     * One site a summary, in an order that has nothing to do with that of the summaries, so that the number does not give the name
     * away. A published percent, else a published state, decides where times are missing; a site said to be affected then gets 1.1
     * to 2 times the threshold, one said not to be affected at most a quarter of it.
     *
     * @param threshold the threshold behind published states
     */
    public static List<SimulatedSite> of(List<SiteSummary> summaries, Threshold threshold, Seed seed) {
        Streams streams = new Streams(seed);
        List<SiteSummary> shuffled = new ArrayList<>(summaries);
        UniformRandomProvider order = streams.of("simulated order", 0);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = order.nextInt(i + 1);
            SiteSummary swap = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, swap);
        }
        List<SimulatedSite> sites = new ArrayList<>();
        for (int i = 0; i < shuffled.size(); i++) {
            String id = String.format(Locale.ROOT, "shop-%03d", i + 1);
            sites.add(of(id, shuffled.get(i), threshold, streams.of("simulated " + id, 0)));
        }
        return sites;
    }

    private static SimulatedSite of(String id, SiteSummary summary, Threshold threshold, UniformRandomProvider random) {
        double drawn = USUAL_BEFORE_MS * StrictMath.exp(SPREAD_BEFORE * Normal.quantile(random.nextDouble()));
        double before = summary.beforeMs().map(BigDecimal::doubleValue).orElse(drawn);
        double place = random.nextDouble();
        Optional<Double> slowdown = summary.measuredSlowdown()
                .or(summary::publishedSlowdown)
                .map(Slowdown::ratio)
                .or(() -> summary.publishedState().flatMap(state -> ofState(state, threshold, place)));
        boolean silent =
                summary.availability().filter(share -> share.fraction() == 0).isPresent();
        boolean down =
                slowdown.isEmpty() && (silent || summary.publishedState().equals(Optional.of(PublishedState.DOWN)));
        Behavior behavior = down ? Behavior.DOWN : slowdown.isEmpty() ? Behavior.UNSEEN : Behavior.ANSWERS;
        double answered = summary.availability().map(Share::fraction).orElse(USUALLY_ANSWERED);
        return new SimulatedSite(id, before, before * (1 + slowdown.orElse(0.0)), behavior, answered);
    }

    private static Optional<Double> ofState(PublishedState state, Threshold threshold, double place) {
        double limit = threshold.ratio().doubleValue();
        return switch (state) {
            case DOWN -> Optional.empty();
            case AFFECTED -> Optional.of(limit * (1.1 + 0.9 * place));
            case NOT_AFFECTED -> Optional.of(limit * 0.25 * (2 * place - 1));
        };
    }
}
