package org.ausfall.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.DemandProfile;
import org.ausfall.core.assumption.DeviceResponse;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.assumption.Scale;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.evidence.Company;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.OutageEvent;
import org.ausfall.core.evidence.Population;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.RecoveryCurve;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.RevenueBasis;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.quantity.Threshold;

/** Small evidence and assumptions for tests, all neutral names. */
public final class Cases {
    public static final Instant START = Instant.parse("2017-02-28T17:00:00Z");
    public static final Instant END = Instant.parse("2017-02-28T21:00:00Z");
    public static final String ENERGY = "Energy";
    public static final String SHOPS = "Shops";

    private Cases() {}

    public static Evidence evidence(List<Retailer> retailers, List<SiteSummary> sites, List<Company> companies) {
        return evidence(retailers, sites, companies, List.of());
    }

    public static Evidence evidence(
            List<Retailer> retailers, List<SiteSummary> sites, List<Company> companies, List<Problem> problems) {
        return new Evidence(event(curve()), retailers, sites, companies, List.of(), List.of(), problems);
    }

    /** All missing for the whole window, back within a millisecond. */
    public static RecoveryCurve curve() {
        return new RecoveryCurve(List.of(
                new RecoveryCurve.Knot(START, 1),
                new RecoveryCurve.Knot(END.minusMillis(1), 1),
                new RecoveryCurve.Knot(END, 0)));
    }

    public static OutageEvent event(RecoveryCurve curve) {
        return new OutageEvent(
                "test",
                "A test",
                new OutageWindow(START, END),
                "the test",
                ZoneOffset.UTC,
                Threshold.parse("20%"),
                new Population("test-shops", "test shops", SHOPS),
                curve,
                curve,
                false,
                List.of());
    }

    public static Retailer retailer(String id, double salesMillions) {
        return new Retailer(
                id,
                "Shop " + id,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Money.ofMillions(salesMillions)),
                OptionalInt.of(2017),
                Provenance.REPORTED,
                "test");
    }

    public static Retailer listedRetailer(String id, double salesMillions, String ticker) {
        Retailer plain = retailer(id, salesMillions);
        return new Retailer(
                id,
                plain.name(),
                plain.domain(),
                Optional.of(ticker),
                plain.webSales(),
                plain.year(),
                plain.provenance(),
                "test");
    }

    public static SiteSummary times(String id, String before, String during) {
        return site(id, before, during, "", "", "");
    }

    public static SiteSummary percent(String id, String percent) {
        return site(id, "", "", "", percent, "");
    }

    public static SiteSummary state(String id, PublishedState state) {
        return site(id, "", "", "", "", state.name());
    }

    /** A summary; blank texts stand for unknown. */
    public static SiteSummary site(
            String id, String before, String during, String availability, String percent, String state) {
        return new SiteSummary(
                id,
                "Shop " + id,
                decimal(before),
                decimal(during),
                decimal(availability).map(value -> new Share(value.doubleValue())),
                decimal(percent).map(Slowdown::ofPercent),
                state.isEmpty() ? Optional.empty() : Optional.of(PublishedState.valueOf(state)),
                Provenance.MEASURED,
                "test",
                Place.of("slowdowns.csv", 2));
    }

    private static Optional<BigDecimal> decimal(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    public static Company company(String ticker, String sector, double revenueMillions) {
        return new Company(
                ticker,
                "Company " + ticker,
                sector,
                Optional.of(Money.ofMillions(revenueMillions)),
                OptionalInt.of(2017),
                RevenueBasis.REPORTED,
                Optional.empty());
    }

    /** Beliefs near those of the data, for the sectors Energy and Shops. */
    public static Assumptions assumptions() {
        List<SourcedBelief> beliefs = new ArrayList<>();
        beliefs.add(share(BeliefName.PI_IN_BLAST_ZONE, ENERGY, 0.08, 0.2, 0.417));
        beliefs.add(share(BeliefName.PI_IN_BLAST_ZONE, SHOPS, 0.158, 0.35, 0.607));
        beliefs.add(share(BeliefName.GAMMA_NEEDS_SERVICE, ENERGY, 0.058, 0.15, 0.336));
        beliefs.add(share(BeliefName.GAMMA_NEEDS_SERVICE, SHOPS, 0.058, 0.15, 0.336));
        beliefs.add(share(BeliefName.REDUNDANCY_PROBABILITY, "all", 0.05, 0.2, 0.45));
        beliefs.add(share(BeliefName.REDUNDANCY_RELIEF, "all", 0.3, 0.7, 0.95));
        beliefs.add(share(BeliefName.WRITE_SHARE, "all", 0.02, 0.1, 0.3));
        beliefs.add(share(BeliefName.RECAPTURE_R, "any", 0.3, 0.6, 0.9));
        beliefs.add(share(BeliefName.CHURN_C, "all", 0.005, 0.02, 0.12));
        beliefs.add(positive(BeliefName.XI, 0.08, 0.3, 1.05, 1.2));
        beliefs.add(positive(BeliefName.BASELINE_LOAD_S, 4, 10, 20, 60));
        beliefs.add(positive(BeliefName.COMPANY_LAG_MIN, 3, 15, 78, 660));
        beliefs.add(positive(BeliefName.CHURN_BUILD_UP_H, 24, 72, 336, 1e6));
        beliefs.add(known(BeliefName.RECAPTURE_HALVING_H, "any", 12));
        beliefs.add(known(BeliefName.RESPONSE_CURVE_WEIGHT, ResponseCurves.CONVERSION, 0.5));
        beliefs.add(known(BeliefName.RESPONSE_CURVE_WEIGHT, ResponseCurves.ABANDONMENT, 0.5));
        beliefs.add(known(BeliefName.PI_SHARED_SD, "all", 0.5));
        beliefs.add(known(BeliefName.MONITORED_TRANSFER_SD, "all", 1));
        beliefs.add(known(BeliefName.GAMMA_COMPANY_SIZE, "all", 4));
        beliefs.add(known(BeliefName.PROFILE_CONCENTRATION, "flat", 200));
        beliefs.add(known(BeliefName.SEASON_INDEX, "flat", 1));
        beliefs.add(known(BeliefName.REGION_SHARE, "all", 1));
        beliefs.add(known(BeliefName.REVENUE_LEVEL_SD, "reported", 0.03));
        beliefs.add(known(BeliefName.REVENUE_LEVEL_SD, "implied", 0.06));
        beliefs.add(known(BeliefName.REVENUE_LEVEL_SD, "estimated", 0.15));
        beliefs.add(known(BeliefName.REVENUE_LEVEL_SD_PER_YEAR, "all", 0.05));
        beliefs.add(known(BeliefName.TIME_ZONE_MIX, "America/New_York", 1));
        beliefs.add(known(BeliefName.LOADING_GLOBAL, "all", 0.3));
        beliefs.add(known(BeliefName.LOADING_SECTOR, "all", 0.2));
        List<SectorTraits> sectors = List.of(
                new SectorTraits(ENERGY, "any", "any", "flat", "test"),
                new SectorTraits(SHOPS, "any", "any", "flat", "test"),
                new SectorTraits(SectorTraits.MONITORED_RETAIL, "any", "any", "flat", "test"));
        return new Assumptions(beliefs, sectors, List.of(flat()), response());
    }

    public static DemandProfile flat() {
        return new DemandProfile("flat", Collections.nCopies(24, 1.0), Collections.nCopies(7, 1.0), "test");
    }

    /** The published fits; see data/reference/response.csv. */
    public static ResponseCurves response() {
        return new ResponseCurves(
                List.of(
                        new DeviceResponse("desktop", 0.7, 1.8, 0.2306, 0.9775),
                        new DeviceResponse("phone", 0.2, 2.7, 0.2189, 0.4730),
                        new DeviceResponse("tablet", 0.1, 1.9, 0.1815, 0.6708)),
                2.58,
                18.6);
    }

    /** Nothing is uncertain and everything that can be hit is lost: what remains is revenue per hour times hours. */
    public static Assumptions certainLoss() {
        Assumptions all = assumptions()
                .with(known(BeliefName.PI_IN_BLAST_ZONE, ENERGY, 1))
                .with(known(BeliefName.GAMMA_NEEDS_SERVICE, ENERGY, 1))
                .with(known(BeliefName.PI_IN_BLAST_ZONE, SHOPS, 1))
                .with(known(BeliefName.GAMMA_NEEDS_SERVICE, SHOPS, 1))
                .with(known(BeliefName.REDUNDANCY_PROBABILITY, "all", 0))
                .with(known(BeliefName.COMPANY_LAG_MIN, "all", 0))
                .with(known(BeliefName.REVENUE_LEVEL_SD, "reported", 0))
                .with(known(BeliefName.REVENUE_LEVEL_SD_PER_YEAR, "all", 0))
                .with(known(BeliefName.PROFILE_CONCENTRATION, "flat", 1e15));
        return all;
    }

    public static SourcedBelief known(BeliefName name, String scope, double value) {
        return belief(name, scope, new Belief.Known(value));
    }

    public static SourcedBelief share(BeliefName name, String scope, double low, double median, double high) {
        return belief(name, scope, new Belief.ThreePoint(Scale.LOGIT, low, median, high, 0, 1));
    }

    private static SourcedBelief positive(BeliefName name, double low, double median, double high, double highest) {
        return belief(name, "all", new Belief.ThreePoint(Scale.LOG, low, median, high, 0, highest));
    }

    private static SourcedBelief belief(BeliefName name, String scope, Belief belief) {
        return new SourcedBelief(name, scope, belief, "", "assumption", "", "");
    }
}
