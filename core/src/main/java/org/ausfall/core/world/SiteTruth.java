package org.ausfall.core.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.DeviceResponse;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.problem.Place;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Slowdown;

/** What happens at monitored sites, and what their monitors say of it. */
final class SiteTruth {
    private static final double DOWN = 0.06;
    private static final double PERCENT_ONLY = 0.2;
    private static final MathContext PRINTED = new MathContext(6);

    private final Assumptions beliefs;
    private final Truth truth;
    private final Luck luck;

    SiteTruth(Assumptions beliefs, Truth truth, Luck luck) {
        this.beliefs = beliefs;
        this.truth = truth;
        this.luck = luck;
    }

    /** A site that was slowed by at least a fifth, or one that was not. */
    Site site(boolean slowed) {
        if (slowed && luck.happens(DOWN)) {
            return new Site(1, 1, 0, false);
        }
        double factor = slowed ? 1.2 + Math.exp(0.4 + luck.normal()) : luck.between(0.95, 1.19);
        double available = slowed && luck.happens(0.3) ? luck.between(0.6, 1) : 1;
        if (slowed && luck.happens(PERCENT_ONLY)) {
            double before =
                    beliefs.get(BeliefName.BASELINE_LOAD_S, SourcedBelief.ALL).at(luck.normal());
            return new Site(before, before * factor, available, true);
        }
        double before = 10 * Math.exp(0.35 * luck.normal());
        return new Site(before, before * factor, available, false);
    }

    /** A site; down if nothing of it is available. */
    final class Site {
        private final double beforeS;
        private final double duringS;
        private final double available;
        private final boolean percentOnly;

        private Site(double beforeS, double duringS, double available, boolean percentOnly) {
            this.beforeS = beforeS;
            this.duringS = duringS;
            this.available = available;
            this.percentOnly = percentOnly;
        }

        /** The share of orders lost while so much is missing at the provider. */
        double lost(double missing) {
            double now = beforeS + (duringS - beforeS) * missing;
            double reached = 1 - (1 - available) * missing;
            double kept = truth.conversion() ? conversion(now) : waiting(now) / waiting(beforeS);
            return Math.min(1, Math.max(0, 1 - reached * kept));
        }

        private double conversion(double nowS) {
            double kept = 0;
            for (DeviceResponse device : beliefs.response().devices()) {
                double worse = beyond(nowS, device) - beyond(beforeS, device);
                kept += device.orderShare() * Math.exp(-truth.xi() * device.a() * worse);
            }
            return kept;
        }

        private static double beyond(double seconds, DeviceResponse device) {
            return seconds <= device.optimumS() ? 0 : Math.pow(seconds - device.optimumS(), device.k());
        }

        private double waiting(double seconds) {
            ResponseCurves curves = beliefs.response();
            return Math.exp(-Math.pow(seconds / curves.abandonmentScaleS(), curves.abandonmentShape()));
        }

        SiteSummary summary(String id, String name) {
            boolean down = available == 0;
            boolean times = !down && !percentOnly;
            BigDecimal percent =
                    BigDecimal.valueOf((duringS / beforeS - 1) * 100).round(PRINTED);
            return new SiteSummary(
                    id,
                    name,
                    times ? Optional.of(WorldGenerator.milliseconds(beforeS)) : Optional.empty(),
                    times ? Optional.of(WorldGenerator.milliseconds(duringS)) : Optional.empty(),
                    available < 1 && !down ? Optional.of(new Share(available)) : Optional.empty(),
                    percentOnly ? Optional.of(Slowdown.ofPercent(percent)) : Optional.empty(),
                    down ? Optional.of(PublishedState.DOWN) : Optional.empty(),
                    Provenance.MEASURED,
                    "made up",
                    Place.of("world"));
        }
    }
}
