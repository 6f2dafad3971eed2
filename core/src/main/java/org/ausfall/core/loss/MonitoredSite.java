package org.ausfall.core.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.exposure.SiteFinding;
import org.ausfall.core.exposure.SiteState;
import org.ausfall.core.measurement.SeveritySeries;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.simulation.RandomStream;

/**
 * A monitored site: G = W e q sum_t r(t) l(t), with l from the {@link DelayResponse} to a load time T0 + (T1 - T0) g(t) and an
 * availability 1 - (1 - A) g(t), where g is the provider's recovery curve for reads. A site that was down has A = 0; one said to be
 * not affected, without times, loses nothing. An affected site of which single measurements are known loses bin by bin what they say
 * ({@link MeasuredSeverity}).
 */
final class MonitoredSite implements LossSource {
    private final double annualUsd;
    private final int dealt;
    private final LevelError level;
    private final SectorTraits traits;
    private final SharedBeliefs beliefs;
    private final DoubleUnaryOperator believedBeforeS;
    private final OptionalDouble knownBeforeS;
    private final SiteResponse response;
    private final boolean binned;
    private final int periods;
    private final boolean harmless;
    private final double[] abandonment;
    private final double[] tabulated;

    /**
     * A site with a known state.
     *
     * @param measured how hard it was hit over time, where it was affected and that is known
     * @param threshold from which slowdown on a measured bin counts, as a ratio
     * @param believedBeforeS load time before, s, at a normal score; used where only a percent was published, or the site was down
     */
    MonitoredSite(
            double annualUsd,
            LevelError level,
            SectorTraits traits,
            SiteFinding finding,
            Optional<SeveritySeries> measured,
            double threshold,
            DelayResponse response,
            DoubleUnaryOperator believedBeforeS,
            SharedBeliefs beliefs) {
        this.annualUsd = annualUsd;
        this.dealt = beliefs.dealtSales().indexOf(finding.retailer());
        this.level = level;
        this.traits = traits;
        this.beliefs = beliefs;
        double relative = finding.summary()
                .flatMap(SiteSummary::availability)
                .map(share -> share.fraction())
                .orElse(1.0);
        boolean down = finding.state() == SiteState.DOWN;
        double availability = down && measured.isEmpty() ? 0 : relative;
        double ratio = finding.slowdown().map(Slowdown::ratio).orElse(0.0);
        this.believedBeforeS = believedBeforeS;
        this.binned = measured.isPresent();
        this.knownBeforeS = down && binned ? OptionalDouble.empty() : knownBeforeS(finding);
        List<Recovery.Period> periods =
                binned ? beliefs.bins() : beliefs.reads().periods();
        Severity severity = measured.<Severity>map(series -> new MeasuredSeverity(series, relative, threshold))
                .orElseGet(() -> Severity.following(ratio, availability));
        this.response = new SiteResponse(response, periods, severity);
        this.periods = periods.size();
        this.harmless = !binned && availability == 1 && ratio <= 0;
        this.abandonment =
                knownBeforeS.isPresent() ? this.response.abandonment(knownBeforeS.getAsDouble()) : new double[0];
        this.tabulated = harmless || knownBeforeS.isEmpty() ? new double[0] : tabulate(knownBeforeS.getAsDouble());
    }

    /** Empty where only a percent is known; without any figure the site is up or down, and the load time does not matter. */
    private static OptionalDouble knownBeforeS(SiteFinding finding) {
        Optional<Double> seconds = finding.summary()
                .filter(summary -> summary.duringMs().isPresent())
                .flatMap(SiteSummary::beforeMs)
                .map(ms -> ms.doubleValue() / 1000);
        if (seconds.isEmpty() && finding.slowdown().isPresent()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(seconds.orElse(0.0));
    }

    /** What is lost in each period, node after node of xi, then under the abandonment curve; empty where xi is not tabulated. */
    private double[] tabulate(double beforeS) {
        return beliefs.xiGrid()
                .map(grid -> {
                    double[] rows = Arrays.copyOf(response.conversion(beforeS, grid.values()), grid.rows() * periods);
                    System.arraycopy(abandonment, 0, rows, (grid.rows() - 1) * periods, periods);
                    return rows;
                })
                .orElseGet(() -> new double[0]);
    }

    @Override
    public void addTo(SharedDraws shared, RandomStream random, BlockLosses losses) {
        if (harmless) {
            return;
        }
        double[] season = SharedDraws.of(shared.season, traits.profile(), "season index");
        double[] shares =
                SharedDraws.of(binned ? shared.binShares : shared.periodShares, traits.profile(), "demand profile");
        double[] keeps = shared.monitoredKeep;
        losses.listAll();
        for (int d = 0; d < season.length; d++) {
            double factor = level.factor(random.nextNormal());
            double beforeS = knownBeforeS.isPresent()
                    ? knownBeforeS.getAsDouble()
                    : believedBeforeS.applyAsDouble(random.nextNormal());
            double sales = dealt < 0 ? annualUsd : beliefs.dealtSales().usd(shared.dealtSales[dealt][d]);
            double loss = sales * factor * season[d] * lost(beforeS, shares, d, shared);
            losses.gross[d] += loss;
            losses.net[d] += loss * keeps[d];
        }
    }

    /** sum_t r(t) l(t): the share of a year's orders that is lost. */
    private double lost(double beforeS, double[] shares, int d, SharedDraws shared) {
        if (tabulated.length > 0) {
            return interpolated(shares, d, shared.responsePlaces);
        }
        double[] lost = shared.conversion[d]
                ? response.conversion(beforeS, new double[] {shared.xi[d]})
                : knownBeforeS.isPresent() ? abandonment : response.abandonment(beforeS);
        double sum = 0;
        for (int p = 0; p < lost.length; p++) {
            sum += shares[d * lost.length + p] * lost[p];
        }
        return sum;
    }

    private double interpolated(double[] shares, int d, double[] places) {
        int place = d * CubicGrid.PLACE_SIZE;
        int from = ((int) places[place] - 1) * periods;
        double sum = 0;
        for (int p = 0; p < periods; p++) {
            double lost = places[place + 1] * tabulated[from + p]
                    + places[place + 2] * tabulated[from + periods + p]
                    + places[place + 3] * tabulated[from + 2 * periods + p]
                    + places[place + 4] * tabulated[from + 3 * periods + p];
            sum += shares[d * periods + p] * share(lost);
        }
        return sum;
    }

    /** Cubics run a little beyond 0 and 1 where the tabulated share was clipped: a site that answered less often, but faster. */
    private static double share(double interpolated) {
        return interpolated < 0 ? 0 : interpolated > 1 ? 1 : interpolated;
    }
}
