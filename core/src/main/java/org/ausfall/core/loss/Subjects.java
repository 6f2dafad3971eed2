package org.ausfall.core.loss;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.evidence.Company;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.RevenueBasis;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.SiteFinding;
import org.ausfall.core.exposure.SiteState;

/** Decides who is simulated, how, and in which populations; and who cannot be, and why. */
final class Subjects {
    private final Evidence evidence;
    private final Assumptions assumptions;
    private final SharedBeliefs beliefs;
    private final Populations populations;
    private final LoadTimeTable loadTimes;
    private final SectorTraits retailTraits;
    private final Map<String, Company> companies;
    private final Map<String, SectorTraits> traits = new TreeMap<>();
    private final Map<String, Double> windowShares = new TreeMap<>();
    private final List<Subject> subjects = new ArrayList<>();
    private final List<NotEstimated> notEstimated = new ArrayList<>();

    private Subjects(Evidence evidence, Assumptions assumptions, SharedBeliefs beliefs, Populations populations) {
        this.evidence = evidence;
        this.assumptions = assumptions;
        this.beliefs = beliefs;
        this.populations = populations;
        this.loadTimes = new LoadTimeTable(new DelayResponse(assumptions.response()));
        this.retailTraits = traits(SectorTraits.MONITORED_RETAIL);
        this.companies = evidence.companies().stream().collect(Collectors.toMap(Company::ticker, Function.identity()));
    }

    static Subjects of(
            Evidence evidence,
            Assumptions assumptions,
            Exposure exposure,
            SharedBeliefs beliefs,
            Populations populations) {
        Subjects subjects = new Subjects(evidence, assumptions, beliefs, populations);
        Map<String, List<SiteFinding>> monitored = subjects.monitored(exposure);
        monitored.forEach(subjects::addMonitored);
        evidence.companies().stream()
                .filter(company -> company.sameCompanyAs().isEmpty() && !monitored.containsKey(company.ticker()))
                .forEach(subjects::addDependent);
        subjects.subjects.sort(Comparator.comparing(Subject::id));
        subjects.notEstimated.sort(Comparator.comparing(NotEstimated::id));
        return subjects;
    }

    List<Subject> subjects() {
        return subjects;
    }

    List<NotEstimated> notEstimated() {
        return notEstimated;
    }

    /** The naive figure: annual revenue / 8760 x hours, all of it lost. */
    static double flat8760(double annualUsd, double hours) {
        return annualUsd / 8760 * hours;
    }

    /** Retailers whose loss can be estimated, by the id of whoever carries the loss. */
    private Map<String, List<SiteFinding>> monitored(Exposure exposure) {
        Map<String, List<SiteFinding>> byOwner = new TreeMap<>();
        for (SiteFinding site : exposure.sites()) {
            if (obstacle(site).isEmpty()) {
                byOwner.computeIfAbsent(owner(site.retailer()), id -> new ArrayList<>())
                        .add(site);
            }
        }
        exposure.sites()
                .forEach(site -> obstacle(site).ifPresent(why -> leaveOut(site.retailer(), why, byOwner.keySet())));
        return byOwner;
    }

    private void leaveOut(Retailer retailer, String obstacle, Set<String> monitored) {
        String why = obstacle + fallback(owner(retailer), monitored);
        populations
                .of(List.of(retailer), Optional.empty())
                .forEach(scope -> notEstimated.add(new NotEstimated(retailer.id(), retailer.name(), scope, why)));
    }

    /** An owner is modelled from its sector if none of its sites is estimated and its revenue is known. */
    private String fallback(String owner, Set<String> monitored) {
        return Optional.ofNullable(companies.get(owner))
                .filter(company ->
                        !monitored.contains(owner) && company.revenue().isPresent())
                .map(company -> "; " + owner + " is modelled from its sector instead")
                .orElse("");
    }

    private static Optional<String> obstacle(SiteFinding site) {
        if (site.retailer().webSales().isEmpty()) {
            return Optional.of("its web sales are not known");
        }
        if (site.state() == SiteState.NOT_MEASURABLE) {
            return Optional.of("not measurable: " + site.why());
        }
        boolean figureMissing =
                site.state() == SiteState.AFFECTED && site.slowdown().isEmpty();
        return figureMissing ? Optional.of("affected, but neither times nor percent are known") : Optional.empty();
    }

    private String owner(Retailer retailer) {
        return retailer.ticker()
                .map(companies::get)
                .map(company -> company.sameCompanyAs().orElse(company.ticker()))
                .filter(companies::containsKey)
                .orElse(retailer.id());
    }

    private void addMonitored(String id, List<SiteFinding> sites) {
        Optional<Company> company = Optional.ofNullable(companies.get(id));
        List<LossSource> sources = new ArrayList<>();
        for (SiteFinding site : sites) {
            sources.add(source(site));
        }
        double sales = sites.stream().mapToDouble(this::salesUsd).sum();
        subjects.add(new Subject(
                id,
                company.map(Company::name).orElse(sites.get(0).retailer().name()),
                company.map(Company::sector).orElse(SectorTraits.MONITORED_RETAIL),
                populations.of(sites.stream().map(SiteFinding::retailer).toList(), company),
                Approach.MONITORED,
                sales,
                company.flatMap(Company::revenue).map(revenue -> revenue.usd()),
                weakest(sites.stream().map(site -> site.retailer().provenance()).toList()),
                weakest(sites.stream().map(SiteFinding::provenance).toList()),
                windowUsd(sales, retailTraits),
                evidence.event().window().hours(),
                sources));
    }

    private double salesUsd(SiteFinding site) {
        DealtSales dealt = beliefs.dealtSales();
        return dealt.indexOf(site.retailer()) < 0
                ? site.retailer().webSales().orElseThrow().usd()
                : dealt.meanUsd();
    }

    private LossSource source(SiteFinding site) {
        Retailer retailer = site.retailer();
        String basis = retailer.provenance() == Provenance.REPORTED ? LevelError.REPORTED : LevelError.ESTIMATED;
        DoubleUnaryOperator beforeS =
                assumptions.get(BeliefName.BASELINE_LOAD_S, SourcedBelief.ALL).prepared();
        return new MonitoredSite(
                salesUsd(site),
                LevelError.of(assumptions, basis, age(retailer.year())),
                retailTraits,
                site,
                site.state().isAffected() ? evidence.severity(retailer.id()) : Optional.empty(),
                evidence.event().publishedThreshold().ratio().doubleValue(),
                loadTimes,
                beforeS,
                beliefs);
    }

    private void addDependent(Company company) {
        if (company.revenue().isEmpty()) {
            populations
                    .of(company)
                    .forEach(scope -> notEstimated.add(
                            new NotEstimated(company.ticker(), company.name(), scope, "its revenue is not known")));
            return;
        }
        SectorTraits traits = traits(company.sector());
        double revenue = company.revenue().get().usd();
        boolean reported = company.revenueBasis() == RevenueBasis.REPORTED;
        LevelError level =
                LevelError.of(assumptions, reported ? LevelError.REPORTED : LevelError.IMPLIED, age(company.year()));
        subjects.add(new Subject(
                company.ticker(),
                company.name(),
                company.sector(),
                populations.of(company),
                Approach.DEPENDENCY,
                revenue,
                Optional.of(revenue),
                reported ? Provenance.REPORTED : Provenance.ESTIMATED,
                Provenance.UNKNOWN,
                windowUsd(revenue, traits),
                evidence.event().window().hours(),
                List.of(new DependentCompany(revenue, level, traits, beliefs))));
    }

    private SectorTraits traits(String name) {
        return traits.computeIfAbsent(
                name,
                sector -> assumptions
                        .findSector(sector)
                        .orElseThrow(() -> new IllegalArgumentException("no assumptions for sector " + sector)));
    }

    /** Years from the figure to the event; a figure of unknown year counts as one year old. */
    private int age(OptionalInt year) {
        int eventYear = evidence.event().window().start().atZone(ZoneOffset.UTC).getYear();
        return year.isEmpty() ? 1 : Math.max(0, eventYear - year.getAsInt());
    }

    private double windowUsd(double annualUsd, SectorTraits traits) {
        return annualUsd * windowShares.computeIfAbsent(traits.profile(), this::windowShare);
    }

    /** The share of a year's revenue expected in the window. */
    private double windowShare(String profile) {
        double[] hours = assumptions.profile(profile).hourShares().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double season = assumptions
                .season(profile, SharedBeliefs.date(evidence.event()))
                .belief()
                .p50();
        return season * beliefs.clock(profile).share(evidence.event().window(), hours);
    }

    /** The word that promises least, so that a sum is never called better than its worst part. */
    private static Provenance weakest(List<Provenance> all) {
        return all.stream().max(Comparator.naturalOrder()).orElse(Provenance.UNKNOWN);
    }
}
