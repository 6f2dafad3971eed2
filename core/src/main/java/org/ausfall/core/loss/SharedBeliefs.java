package org.ausfall.core.loss;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.DemandProfile;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.OutageEvent;
import org.ausfall.core.simulation.Block;
import org.ausfall.core.simulation.Streams;

/** What all companies of one draw have in common. Prepared once, then drawn block by block. */
final class SharedBeliefs {
    private static final double STEP_H = 5 / 60.0;

    /** Beyond this score a normal draw does not come up in any run that fits into a lifetime. */
    static final double FARTHEST_SCORE = 9;

    private final Assumptions assumptions;
    private final Streams streams;
    private final HitProbability hits;
    private final Recovery reads;
    private final Recovery writes;
    private final MissingShare missingShare;
    private final List<Recovery.Period> bins;
    private final double conversionWeight;
    private final DoubleUnaryOperator lagMinutes;
    private final Optional<XiGrid> xiGrid;
    private final BetaTable gammas;
    private final DealtSales dealtSales;
    private final LocalDate date;
    private final DayHours hours;

    SharedBeliefs(Assumptions assumptions, Streams streams, Evidence evidence, HitProbability.Monitored monitored) {
        OutageEvent event = evidence.event();
        this.assumptions = assumptions;
        this.streams = streams;
        this.date = date(event);
        this.dealtSales = DealtSales.of(evidence.retailers());
        this.hits = new HitProbability(assumptions, streams, monitored);
        this.conversionWeight = conversionWeight(assumptions);
        Belief lag = assumptions.get(BeliefName.COMPANY_LAG_MIN, SourcedBelief.ALL);
        this.lagMinutes = lag.prepared();
        this.xiGrid = XiGrid.of(assumptions.get(BeliefName.XI, SourcedBelief.ALL));
        this.gammas = gammas(assumptions);
        double providerH = Math.max(event.reads().hours(), event.writes().hours());
        double reachH = Math.max(event.window().hours(), providerH + longestLagH(lag));
        this.hours = new DayHours(assumptions, streams, event.window().start(), reachH);
        List<Double> changesH = hours.changesH();
        this.reads = new Recovery(event.reads(), STEP_H, changesH);
        this.writes = new Recovery(event.writes(), STEP_H, changesH);
        this.missingShare = new MissingShare(event.reads(), event.writes());
        this.bins = evidence.retailers().stream()
                .flatMap(retailer -> evidence.severity(retailer.id()).stream())
                .findFirst()
                .map(series -> MeasuredSeverity.periods(series, event.window().hours()))
                .orElse(List.of());
    }

    private static BetaTable gammas(Assumptions assumptions) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (SourcedBelief needs : assumptions.all(BeliefName.GAMMA_NEEDS_SERVICE)) {
            DoubleUnaryOperator logOdds = needs.belief().preparedLogOdds();
            lowest = Math.min(lowest, logOdds.applyAsDouble(-FARTHEST_SCORE));
            highest = Math.max(highest, logOdds.applyAsDouble(FARTHEST_SCORE));
        }
        double size = assumptions
                .get(BeliefName.GAMMA_COMPANY_SIZE, SourcedBelief.ALL)
                .p50();
        return new BetaTable(size, Math.min(lowest, highest), highest);
    }

    /** The day the outage started, where its sources live: it decides the season. */
    static LocalDate date(OutageEvent event) {
        return event.window().start().atZone(event.zone()).toLocalDate();
    }

    private static double conversionWeight(Assumptions assumptions) {
        double conversion = assumptions
                .get(BeliefName.RESPONSE_CURVE_WEIGHT, ResponseCurves.CONVERSION)
                .p50();
        double abandonment = assumptions
                .get(BeliefName.RESPONSE_CURVE_WEIGHT, ResponseCurves.ABANDONMENT)
                .p50();
        if (!(conversion >= 0 && abandonment >= 0 && conversion + abandonment > 0)) {
            throw new IllegalArgumentException("weights of the response curves must not be negative or all zero: "
                    + conversion + ", " + abandonment);
        }
        return conversion / (conversion + abandonment);
    }

    private static double longestLagH(Belief lag) {
        double longest = lag.at(FARTHEST_SCORE);
        if (!(longest >= 0 && longest <= 60 * 24 * 31)) {
            throw new IllegalArgumentException("belief " + BeliefName.COMPANY_LAG_MIN.code()
                    + " needs a highest value of at most 31 days, has " + longest);
        }
        return longest / 60;
    }

    Recovery reads() {
        return reads;
    }

    /** The bins in which sites were measured, which are the same for all; none where nothing but summaries are known. */
    List<Recovery.Period> bins() {
        return bins;
    }

    Recovery writes() {
        return writes;
    }

    MissingShare missingShare() {
        return missingShare;
    }

    RevenueClock clock(String profile) {
        return hours.clock(profile);
    }

    DealtSales dealtSales() {
        return dealtSales;
    }

    List<String> sectors() {
        return hits.sectors();
    }

    double ownWeight() {
        return hits.ownWeight();
    }

    DoubleUnaryOperator lagMinutes() {
        return lagMinutes;
    }

    /** The grid on which functions of xi are tabulated; empty where they must be computed draw by draw. */
    Optional<XiGrid> xiGrid() {
        return xiGrid;
    }

    /** Shares of revenue that need the service, company by company. */
    BetaTable gammas() {
        return gammas;
    }

    /** Where each draw's response lies in tables of what a site loses: at its xi, or behind, where the abandonment curve holds. */
    private double[] responsePlaces(double[] xi, boolean[] conversion) {
        double[] places = new double[CubicGrid.PLACE_SIZE * xi.length];
        xiGrid.ifPresent(grid -> {
            for (int d = 0; d < xi.length; d++) {
                if (conversion[d]) {
                    grid.locate(xi[d], places, CubicGrid.PLACE_SIZE * d);
                } else {
                    grid.locateBeyond(places, CubicGrid.PLACE_SIZE * d);
                }
            }
        });
        return places;
    }

    /** Where each sector's mean need for the service lies in {@link #gammas}. */
    private Map<String, double[]> needRows(Block block) {
        Map<String, double[]> rows = new LinkedHashMap<>();
        for (SourcedBelief needs : assumptions.all(BeliefName.GAMMA_NEEDS_SERVICE)) {
            double[] ofSector = scores(BeliefName.GAMMA_NEEDS_SERVICE, needs.scope(), needs.belief(), block);
            DoubleUnaryOperator logOdds = needs.belief().preparedLogOdds();
            for (int d = 0; d < ofSector.length; d++) {
                ofSector[d] = gammas.row(logOdds.applyAsDouble(ofSector[d]));
            }
            rows.put(needs.scope(), ofSector);
        }
        return rows;
    }

    /** What monitored retailers keep losing after all, 1 - kappa, draw by draw: their interruption is the provider's. */
    private double[] monitoredKeep(
            Map<String, double[]> r, Map<String, double[]> rates, double[] churn, double[] churnRate) {
        double[] keep = new double[churn.length];
        assumptions.findSector(SectorTraits.MONITORED_RETAIL).ifPresent(traits -> {
            double[] recapture = SharedDraws.of(r, traits.recaptureClass(), "recapture");
            double[] rate = SharedDraws.of(rates, traits.halvingClass(), "recapture halving");
            for (int d = 0; d < keep.length; d++) {
                keep[d] = 1 - Recapture.at(recapture[d], rate[d], churn[d], churnRate[d], reads.hours());
            }
        });
        return keep;
    }

    /** Draws all that the companies of a block share. */
    SharedDraws draw(Block block) {
        Map<String, double[]> tables = hours.tables(block);
        double[] xi = draw(BeliefName.XI, SourcedBelief.ALL, block);
        boolean[] conversion = conversionChosen(block);
        double[] churn = draw(BeliefName.CHURN_C, SourcedBelief.ALL, block);
        double[] churnRate = rates(draw(BeliefName.CHURN_BUILD_UP_H, SourcedBelief.ALL, block));
        Map<String, double[]> recaptureR = each(BeliefName.RECAPTURE_R, block);
        Map<String, double[]> recaptureRate = each(BeliefName.RECAPTURE_HALVING_H, block);
        recaptureRate.values().forEach(SharedBeliefs::rates);
        return new SharedDraws(
                block,
                hits.draw(block),
                hits.drawLagCommon(block),
                needRows(block),
                conversion,
                xi,
                responsePlaces(xi, conversion),
                draw(BeliefName.REDUNDANCY_PROBABILITY, SourcedBelief.ALL, block),
                draw(BeliefName.REDUNDANCY_RELIEF, SourcedBelief.ALL, block),
                draw(BeliefName.WRITE_SHARE, SourcedBelief.ALL, block),
                churn,
                churnRate,
                draw(BeliefName.REGION_SHARE, SourcedBelief.ALL, block),
                recaptureR,
                recaptureRate,
                seasons(block),
                tables,
                hours.periodShares(tables, block, reads.periods()),
                hours.periodShares(tables, block, bins),
                monitoredKeep(recaptureR, recaptureRate, churn, churnRate),
                dealtSales.draw(streams, block));
    }

    /** Turns times in which something halves into rates, in place. */
    private static double[] rates(double[] halvingH) {
        for (int d = 0; d < halvingH.length; d++) {
            halvingH[d] = Recapture.rate(halvingH[d]);
        }
        return halvingH;
    }

    private Map<String, double[]> each(BeliefName name, Block block) {
        Map<String, double[]> draws = new LinkedHashMap<>();
        for (SourcedBelief belief : assumptions.all(name)) {
            draws.put(belief.scope(), draw(name, belief.scope(), block));
        }
        return draws;
    }

    private Map<String, double[]> seasons(Block block) {
        Map<String, double[]> draws = new LinkedHashMap<>();
        for (DemandProfile profile : assumptions.profiles()) {
            String scope = assumptions.season(profile.name(), date).scope();
            draws.put(profile.name(), draw(BeliefName.SEASON_INDEX, scope, block));
        }
        return draws;
    }

    private double[] draw(BeliefName name, String scope, Block block) {
        Belief belief = assumptions.get(name, scope);
        DoubleUnaryOperator value = belief.prepared();
        double[] draws = scores(name, scope, belief, block);
        for (int d = 0; d < draws.length; d++) {
            draws[d] = value.applyAsDouble(draws[d]);
        }
        return draws;
    }

    /** Standard normal scores, which a known value needs not. */
    private double[] scores(BeliefName name, String scope, Belief belief, Block block) {
        return belief instanceof Belief.Known
                ? new double[block.size()]
                : HitProbability.normals(streams, "belief/" + name.code() + "/" + scope, block);
    }

    /** What stands apart from lost sales; its beliefs are drawn block by block as all others are. */
    ApartCosts apartCosts(int draws) {
        return new ApartCosts(name -> assumptions.find(name, SourcedBelief.ALL).map(SourcedBelief::belief), name -> {
            double[] values = new double[draws];
            for (int number = 0; number < Block.count(draws); number++) {
                Block block = Block.of(number, draws);
                System.arraycopy(draw(name, SourcedBelief.ALL, block), 0, values, block.first(), block.size());
            }
            return values;
        });
    }

    private boolean[] conversionChosen(Block block) {
        UniformRandomProvider random = streams.of("belief/response_curve", block.number());
        boolean[] chosen = new boolean[block.size()];
        for (int d = 0; d < chosen.length; d++) {
            chosen[d] = random.nextDouble() < conversionWeight;
        }
        return chosen;
    }
}
