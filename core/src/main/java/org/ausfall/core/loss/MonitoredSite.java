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
    private final boolean known;
    private final DoubleUnaryOperator beforeS;
    private final LoadTimeTable loadTimes;
    private final SiteResponse response;
    private final boolean binned;
    private final int periods;
    private final boolean harmless;
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
            LoadTimeTable loadTimes,
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
        this.binned = measured.isPresent();
        OptionalDouble knownBeforeS = down && binned ? OptionalDouble.empty() : knownBeforeS(finding);
        this.known = knownBeforeS.isPresent();
        this.beforeS = known ? score -> knownBeforeS.getAsDouble() : believedBeforeS;
        List<Recovery.Period> periods =
                binned ? beliefs.bins() : beliefs.reads().periods();
        Severity severity = measured.<Severity>map(series -> new MeasuredSeverity(series, relative, threshold))
                .orElseGet(() -> Severity.following(ratio, availability));
        this.loadTimes = loadTimes;
        this.response = new SiteResponse(loadTimes.response(), periods, severity);
        this.periods = periods.size();
        this.harmless = !binned && availability == 1 && ratio <= 0;
        this.tabulated = harmless || !known ? new double[0] : tabulate(knownBeforeS.getAsDouble());
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
    private double[] tabulate(double knownS) {
        return beliefs.xiGrid()
                .map(grid -> {
                    double[] rows = Arrays.copyOf(response.conversion(knownS, grid.values()), grid.rows() * periods);
                    System.arraycopy(response.abandonment(knownS), 0, rows, (grid.rows() - 1) * periods, periods);
                    return rows;
                })
                .orElseGet(() -> new double[0]);
    }

    // Step by step, because short loops compile best.
    @Override
    public void addTo(SharedDraws shared, RandomStream random, BlockLosses losses) {
        if (harmless) {
            return;
        }
        double[] shares =
                SharedDraws.of(binned ? shared.binShares : shared.periodShares, traits.profile(), "demand profile");
        losses.listAll();
        luck(random, losses.room);
        if (tabulated.length > 0) {
            interpolate(shared.responsePlaces, shares, losses.room.lost);
        } else {
            respond(shared, shares, losses.room);
        }
        multiply(shared, losses);
    }

    private void luck(RandomStream random, BlockLosses.Room room) {
        for (int d = 0; d < room.levelScore.length; d++) {
            room.levelScore[d] = random.nextNormal();
            if (!known) {
                room.beforeScore[d] = random.nextNormal();
            }
        }
    }

    /** sum_t r(t) l(t), the share of a year's orders that is lost, by cubics between tabulated values of xi. */
    private void interpolate(double[] places, double[] shares, double[] lost) {
        for (int d = 0; d < lost.length; d++) {
            int place = d * CubicGrid.PLACE_SIZE;
            int from = ((int) places[place] - 1) * periods;
            double first = 0;
            double second = 0;
            double third = 0;
            double fourth = 0;
            for (int p = 0; p < periods; p++) {
                double share = shares[d * periods + p];
                first += share * tabulated[from + p];
                second += share * tabulated[from + periods + p];
                third += share * tabulated[from + 2 * periods + p];
                fourth += share * tabulated[from + 3 * periods + p];
            }
            double sum = places[place + 1] * first
                    + places[place + 2] * second
                    + places[place + 3] * third
                    + places[place + 4] * fourth;
            // Cubics run a little below 0 where a tabulated share was clipped: less available, but faster.
            lost[d] = sum < 0 ? 0 : sum;
        }
    }

    /** The same where the load time before is believed, or xi may be 0. */
    private void respond(SharedDraws shared, double[] shares, BlockLosses.Room room) {
        DrawnResponse believed = new DrawnResponse(loadTimes, response);
        for (int d = 0; d < room.lost.length; d++) {
            double seconds = beforeS.applyAsDouble(room.beforeScore[d]);
            room.lost[d] = shared.conversion[d]
                    ? believed.conversion(seconds, shared.xi[d], shares, d * periods)
                    : believed.abandonment(seconds, shares, d * periods);
        }
    }

    private void multiply(SharedDraws shared, BlockLosses losses) {
        double[] season = SharedDraws.of(shared.season, traits.profile(), "season index");
        for (int d = 0; d < season.length; d++) {
            double sales = dealt < 0 ? annualUsd : beliefs.dealtSales().usd(shared.dealtSales[dealt][d]);
            double loss = sales * level.factor(losses.room.levelScore[d]) * season[d] * losses.room.lost[d];
            losses.gross[d] += loss;
            losses.net[d] += loss * shared.monitoredKeep[d];
        }
    }
}
