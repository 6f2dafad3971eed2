package org.ausfall.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.analysis.Settings;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.DemandProfile;
import org.ausfall.core.assumption.DeviceResponse;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.assumption.Scale;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.evidence.OutageEvent;
import org.ausfall.core.evidence.Population;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.PublishedFigure;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.RecoveryCurve;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.exposure.AffectedProfile;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.loss.Approach;
import org.ausfall.core.loss.CompanyLoss;
import org.ausfall.core.loss.LossDistribution;
import org.ausfall.core.loss.Losses;
import org.ausfall.core.loss.NotEstimated;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.core.simulation.Seed;

/** Made-up findings about made-up retailers, small enough to be checked by eye. */
public final class SampleFindings {
    public static final String SCOPE = "sample-shops";
    public static final Threshold TWENTY = Threshold.parse("20%");

    private SampleFindings() {}

    /** Six retailers: one down, two slower (one of them reconstructed), two not, one not measurable. */
    public static Findings small() {
        return of(
                event("sample-outage", "Sample outage", false),
                List.of(
                        retailer("a-slow", "Slow Shop", 1e9),
                        retailer("b-down", "Down Shop", 2e9),
                        retailer("c-fine", "Fine Shop", 3e9),
                        retailer("d-said", "Said-To-Be-Fine Shop", 0),
                        retailer("r-001", "Retailer 001", 5e8),
                        retailer("x-unseen", "Unseen Shop", 1e9)),
                List.of(
                        times("a-slow", "8069", "102069", Provenance.PUBLISHED),
                        state("b-down", PublishedState.DOWN),
                        times("c-fine", "1000", "1043", Provenance.PUBLISHED),
                        state("d-said", PublishedState.NOT_AFFECTED),
                        times("r-001", "10.1", "12.12", Provenance.RECONSTRUCTED)),
                List.of(
                        Problem.row(
                                new Place("sample/slowdowns.csv", 7, "before_ms"),
                                "x-unseen",
                                "-5",
                                Reason.OUT_OF_RANGE,
                                "a time must be positive"),
                        Problem.note(
                                Place.of("sample/event.yaml"),
                                "",
                                Reason.UNKNOWN_NAME,
                                "the key 'colour' is not known")));
    }

    /** Findings of an event with those retailers and summaries; the losses are the same for all. */
    public static Findings of(
            OutageEvent event, List<Retailer> retailers, List<SiteSummary> sites, List<Problem> problems) {
        Evidence evidence = new Evidence(
                event,
                retailers,
                sites,
                List.of(),
                List.of(
                        published("sp500", 150e6, ""),
                        published("financial-services", 160e6, "wider population than the GICS sector"),
                        new PublishedFigure(
                                "affected_retailers",
                                SCOPE,
                                3,
                                "count",
                                "Monitor Co",
                                "measured",
                                "",
                                "example.org/a")),
                List.of(new InputFile("sample/slowdowns.csv", "ab".repeat(32), 321, 6, 5)),
                problems);
        return new Findings(
                new Settings(TWENTY, AffectedProfile.APICA_2017, 10_000, new Seed(42)),
                evidence,
                assumptions(),
                Exposure.estimate(evidence, TWENTY),
                losses());
    }

    public static Findings withLosses(Findings findings, Losses losses) {
        return new Findings(
                findings.settings(), findings.evidence(), findings.assumptions(), findings.exposure(), losses);
    }

    public static OutageEvent event(String id, String title, boolean demonstration) {
        Instant start = Instant.parse("2017-02-28T17:37:00Z");
        Instant end = Instant.parse("2017-02-28T21:54:00Z");
        return new OutageEvent(
                id,
                title,
                new OutageWindow(start, end),
                "the provider",
                ZoneId.of("America/Los_Angeles"),
                TWENTY,
                new Population(SCOPE, "online retailers", "Consumer Discretionary"),
                recovery(start, end),
                recovery(start, end),
                demonstration,
                List.of("example.org/summary"));
    }

    private static RecoveryCurve recovery(Instant start, Instant end) {
        return new RecoveryCurve(List.of(
                new RecoveryCurve.Knot(start, 1),
                new RecoveryCurve.Knot(end.minusSeconds(3600), 1),
                new RecoveryCurve.Knot(end, 0)));
    }

    public static Retailer retailer(String id, String name, double webSalesUsd) {
        Optional<Money> sales = webSalesUsd == 0 ? Optional.empty() : Optional.of(new Money(webSalesUsd));
        boolean reconstructed = id.startsWith("r-");
        return new Retailer(
                id,
                name,
                Optional.empty(),
                Optional.empty(),
                sales,
                OptionalInt.of(2016),
                reconstructed ? Provenance.ASSUMED : sales.isEmpty() ? Provenance.UNKNOWN : Provenance.ESTIMATED,
                "example.org/sales");
    }

    public static SiteSummary times(String id, String before, String during, Provenance provenance) {
        return new SiteSummary(
                id,
                id,
                Optional.of(new BigDecimal(before)),
                Optional.of(new BigDecimal(during)),
                Optional.of(new Share(0.985)),
                Optional.empty(),
                Optional.empty(),
                provenance,
                "example.org/times",
                Place.of("sample/slowdowns.csv", 2));
    }

    public static SiteSummary percent(String id, String percent, Provenance provenance) {
        return new SiteSummary(
                id,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Slowdown.ofPercent(new BigDecimal(percent))),
                Optional.empty(),
                provenance,
                "example.org/percent",
                Place.of("sample/slowdowns.csv", 3));
    }

    public static SiteSummary state(String id, PublishedState state) {
        return new SiteSummary(
                id,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(state),
                Provenance.PUBLISHED,
                "example.org/state",
                Place.of("sample/slowdowns.csv", 4));
    }

    private static PublishedFigure published(String scope, double usd, String note) {
        return new PublishedFigure("loss", scope, usd, "USD", "Model Co", "modelled", note, "example.org/model");
    }

    public static Losses losses() {
        return new Losses(
                List.of(
                        population(SCOPE, "Sample retailers", 4, 1, 1, 30e6),
                        population("sp500", "S&P 500", 2, 1, 0, 123_456_789.123),
                        population("financial-services", "Financial services", 1, 0, 0, 9_876_543.21),
                        population("sector:Financials", "Financials", 1, 0, 0, 9_876_543.21)),
                List.of(
                        company("BANK", "Bank & Sons", Approach.DEPENDENCY, Provenance.UNKNOWN, 9_876_543.21),
                        company("r-001", "Retailer 001", Approach.MONITORED, Provenance.RECONSTRUCTED, 40_123.456)),
                List.of(new NotEstimated("NONE", "Nobody Knows Inc.", "sp500", "no revenue is known")));
    }

    public static PopulationLoss population(
            String scope, String label, int companies, int missing, int reconstructed, double median) {
        return new PopulationLoss(
                scope,
                label,
                companies,
                missing,
                reconstructed,
                median * 5000,
                median * 2.4,
                distribution(median),
                distribution(median * 0.6),
                List.of());
    }

    public static CompanyLoss company(String id, String name, Approach approach, Provenance slowdown, double median) {
        return new CompanyLoss(
                id,
                name,
                approach == Approach.MONITORED ? "online retail" : "Financials",
                approach == Approach.MONITORED ? List.of(SCOPE) : List.of("sp500", "financial-services"),
                approach,
                median * 4000,
                approach == Approach.MONITORED ? median * 500 : 0,
                Provenance.ESTIMATED,
                slowdown,
                median * 3,
                median * 2.4,
                0.25,
                1.0 / 3,
                0.4,
                distribution(median),
                distribution(median * 0.6));
    }

    public static LossDistribution distribution(double median) {
        return new LossDistribution(
                median * 1.1,
                median * 0.66,
                median * 0.8,
                median,
                median * 1.2,
                median * 1.5,
                median * 1.7,
                median * 0.01,
                median * 0.005,
                median * 0.02);
    }

    public static Assumptions assumptions() {
        return new Assumptions(
                List.of(
                        new SourcedBelief(
                                BeliefName.XI,
                                SourcedBelief.ALL,
                                new Belief.ThreePoint(Scale.LOG, 0.08, 0.3, 1.05, 0.05, 1.2),
                                "factor",
                                "assumption; between two experiments",
                                "",
                                "how much is causal"),
                        new SourcedBelief(
                                BeliefName.TIME_ZONE_MIX,
                                "America/New_York",
                                new Belief.Known(0.47),
                                "share",
                                "census",
                                "example.org/census",
                                "")),
                List.of(new SectorTraits("Financials", "banking", "other", "office", "assumption")),
                List.of(new DemandProfile(
                        "office",
                        IntStream.range(0, 24)
                                .mapToObj(hour -> hour == 14 ? 2.0 : 1.0)
                                .toList(),
                        List.of(1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.5),
                        "assumption")),
                new ResponseCurves(List.of(new DeviceResponse("desktop", 1, 1.8, 0.2306, 0.9775)), 2.58, 18.6));
    }

    /** A run record that never changes. */
    public static RunRecord run() {
        return new RunRecord(
                "0.1.0",
                Map.of("threshold", "20%"),
                2,
                "17.0.1",
                Instant.parse("2026-01-01T10:00:00Z"),
                Instant.parse("2026-01-01T10:00:01Z"));
    }
}
