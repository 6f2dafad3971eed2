package org.ausfall.core.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.evidence.Company;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.OutageEvent;
import org.ausfall.core.evidence.Population;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.RecoveryCurve;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.RevenueBasis;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;

/**
 * Makes outages of which the truth is known: 60 listed companies, of which 30 sell through a monitored site. What holds in a world is
 * drawn from the beliefs, or twisted; then everything happens, minute by minute, and evidence of it is written down.
 */
public final class WorldGenerator {
    /** Listed companies of a world. */
    public static final int COMPANIES = 60;

    /** Those of them that sell through a monitored site. */
    public static final int MONITORED = 30;

    private static final String SECTOR = "Consumer Discretionary";
    private static final int YEAR = 2017;
    private static final long FIRST_QUARTER_MINUTES = 88 * 24 * 60L;
    private static final double MISSING = 0.2;

    private final Assumptions beliefs;
    private final Streams streams;

    /** The worlds that these beliefs and this seed give. */
    public WorldGenerator(Assumptions beliefs, Seed seed) {
        this.beliefs = beliefs;
        this.streams = new Streams(seed);
    }

    /** The world of that number, the same whatever other worlds are made. */
    public World world(Twist twist, int number) {
        return new Making(beliefs, twist, new Luck(streams.of("world/" + twist.code(), number))).make(number);
    }

    /** The making of one world. */
    private static final class Making {
        private final Assumptions beliefs;
        private final Twist twist;
        private final Luck luck;
        private final Truth truth;
        private final RecoveryCurve reads;
        private final RecoveryCurve writes;
        private final Minutes minutes;
        private final SiteTruth siteTruth;
        private final List<Company> companies = new ArrayList<>();
        private final List<Retailer> retailers = new ArrayList<>();
        private final List<SiteSummary> sites = new ArrayList<>();
        private double gross;
        private double net;

        Making(Assumptions beliefs, Twist twist, Luck luck) {
            this.beliefs = beliefs;
            this.twist = twist;
            this.luck = luck;
            this.truth = new Truth(beliefs, twist, luck);
            Instant start = Instant.parse(YEAR + "-01-02T00:00:00Z")
                    .plusSeconds(60 * (long) luck.between(0, FIRST_QUARTER_MINUTES));
            double hours = luck.between(1.5, 8);
            this.reads = curve(start, hours, luck.between(0.5, 0.9));
            this.writes = curve(start, hours * luck.between(1, 1.4), luck.between(0.7, 0.95));
            this.minutes = new Minutes(beliefs, truth, start);
            this.siteTruth = new SiteTruth(beliefs, truth, luck);
        }

        private static RecoveryCurve curve(Instant start, double hours, double fallsAfter) {
            Instant falls = start.plusSeconds((long) (hours * fallsAfter * 3600));
            Instant end = start.plusSeconds((long) (hours * 3600));
            return new RecoveryCurve(List.of(
                    new RecoveryCurve.Knot(start, 1),
                    new RecoveryCurve.Knot(falls, 1),
                    new RecoveryCurve.Knot(end, 0)));
        }

        World make(int number) {
            double slowedShare = truth.monitoredShare(SECTOR);
            List<String> sectors = beliefs.all(BeliefName.PI_IN_BLAST_ZONE).stream()
                    .map(SourcedBelief::scope)
                    .toList();
            for (int i = 0; i < COMPANIES; i++) {
                String ticker = String.format(Locale.ROOT, "W%02d", i);
                double figure = 8e9 * Math.exp(luck.normal());
                if (i < MONITORED) {
                    addMonitored(ticker, figure, slowedShare);
                } else {
                    addDependent(ticker, figure, sectors.get(luck.below(sectors.size())));
                }
            }
            return new World(
                    new Evidence(event(number), retailers, sites, companies, List.of(), List.of(), List.of()),
                    gross,
                    net);
        }

        private OutageEvent event(int number) {
            return new OutageEvent(
                    "world-" + number,
                    "Demonstration: a made-up outage",
                    new OutageWindow(reads.start(), writes.end()),
                    "the generator of worlds",
                    ZoneOffset.UTC,
                    Threshold.parse("20%"),
                    new Population("monitored-shops", "monitored shops", SECTOR),
                    reads,
                    writes,
                    true,
                    List.of());
        }

        private Company company(String ticker, String sector, double figure) {
            Company company = new Company(
                    ticker,
                    "Company " + ticker,
                    sector,
                    Optional.of(new Money(figure)),
                    OptionalInt.of(YEAR - 1),
                    RevenueBasis.REPORTED,
                    Optional.empty());
            companies.add(company);
            return company;
        }

        /** What a company really earned in the year of the event: around its figure, and grown since where the figure is old. */
        private double earned(double figure, String basis, double yearlyGrowth) {
            double sd = beliefs.get(BeliefName.REVENUE_LEVEL_SD, basis).p50()
                    + beliefs.get(BeliefName.REVENUE_LEVEL_SD_PER_YEAR, SourcedBelief.ALL)
                            .p50();
            double grown = twist == Twist.REVENUE_OLD ? Math.exp(2 * (yearlyGrowth + 0.05 * luck.normal())) : 1;
            return figure * grown * Math.exp(sd * luck.normal() - sd * sd / 2);
        }

        private void addMonitored(String ticker, double figure, double slowedShare) {
            String id = ticker.toLowerCase(Locale.ROOT) + "-shop";
            company(ticker, SECTOR, figure);
            double webFigure = figure * luck.between(0.05, 0.4);
            retailers.add(new Retailer(
                    id,
                    "Shop " + ticker,
                    Optional.empty(),
                    Optional.of(ticker),
                    Optional.of(new Money(webFigure)),
                    OptionalInt.of(YEAR - 1),
                    Provenance.ESTIMATED,
                    "made up"));
            SiteTruth.Site site = siteTruth.site(luck.happens(slowedShare));
            if (twist != Twist.MONITORS_MISSING || !luck.happens(MISSING)) {
                sites.add(site.summary(id, "Shop " + ticker));
            }
            SectorTraits traits = traits(SectorTraits.MONITORED_RETAIL);
            double lost = minutes.lost(beliefs.profile(traits.profile()), reads, 0, site::lost);
            book(earned(webFigure, "estimated", 0.12), traits, lost, reads.hours());
        }

        private void addDependent(String ticker, double figure, String sector) {
            company(ticker, sector, figure);
            double earned = earned(figure, "reported", 0.04);
            if (!truth.hits(sector)) {
                return;
            }
            double lag = truth.lagHours(sector);
            double size = beliefs.get(BeliefName.GAMMA_COMPANY_SIZE, SourcedBelief.ALL)
                    .p50();
            double needs = luck.beta(truth.value(BeliefName.GAMMA_NEEDS_SERVICE, sector), size);
            boolean redundant = luck.happens(truth.value(BeliefName.REDUNDANCY_PROBABILITY, SourcedBelief.ALL));
            double relief = redundant ? truth.value(BeliefName.REDUNDANCY_RELIEF, SourcedBelief.ALL) : 0;
            double writing = truth.value(BeliefName.WRITE_SHARE, SourcedBelief.ALL);
            SectorTraits traits = traits(sector);
            double lost = (1 - writing)
                            * minutes.lost(beliefs.profile(traits.profile()), reads, lag, missing -> missing)
                    + writing * minutes.lost(beliefs.profile(traits.profile()), writes, lag, missing -> missing);
            double hours = (1 - writing) * reads.hours() + writing * writes.hours() + lag;
            book(earned * needs * (1 - relief), traits, lost, hours);
        }

        private SectorTraits traits(String sector) {
            return beliefs.findSector(sector)
                    .orElseThrow(() -> new IllegalArgumentException("nothing is believed of sector " + sector));
        }

        private void book(double annual, SectorTraits traits, double lostShare, double hours) {
            double region = truth.value(BeliefName.REGION_SHARE, SourcedBelief.ALL);
            LocalDate day = reads.start().atZone(ZoneOffset.UTC).toLocalDate();
            double season = truth.value(
                    BeliefName.SEASON_INDEX,
                    beliefs.season(traits.profile(), day).scope());
            double exposed = traits.sector().equals(SectorTraits.MONITORED_RETAIL) ? annual : annual * region;
            double loss = exposed * season * lostShare;
            gross += loss;
            net += loss * (1 - truth.recaptured(traits.recaptureClass(), traits.halvingClass(), hours));
        }
    }

    /** A time in milliseconds as a monitor would print it. */
    static BigDecimal milliseconds(double seconds) {
        return BigDecimal.valueOf(seconds * 1000).round(new MathContext(6));
    }
}
