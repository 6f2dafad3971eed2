package org.ausfall.core.reconstruction;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ausfall.core.evidence.RecoveryCurve;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.simulation.Normal;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;

/**
 * Raw measurements that summaries could have been made from: every location probes every site at the same interval, in the order of
 * time. Durations are lognormal (sd .1 of the logarithm) around the site's median of the window, times a factor of the location
 * (sd .15) that is the same before and during, so that every location has the site's slowdown. Of a thousand probes two fail at
 * random, never three in a row; a site that is down fails as often as the provider does at that moment. Days before the outage may be
 * restless: some sites are then up to 60 % slower for four hours.
 *
 * <p>Same arguments and seed, same rows; nothing is held.
 */
public final class SimulatedMeasurements {
    /** The fewest probes of a site and location during the outage that make a site that is down look so. */
    public static final int FEWEST_EVENT = 8;

    private static final double NOISE = 0.1;
    private static final double BETWEEN_LOCATIONS = 0.15;
    private static final int BLOCK = 1 << 16;
    private static final int MOST_FAILURES = 2;
    private static final long SPELL_MILLIS = 4 * 3_600_000L;
    private static final double WORST_SPELL = 0.6;

    private final List<SimulatedSite> sites;
    private final OutageWindow event;
    private final RecoveryCurve reads;
    private final List<String> locations;
    private final long startMillis;
    private final long spanMillis;
    private final long rows;
    private final Streams streams;
    private final int[] order;
    private final double[] logFactors;
    private final int[] failures;
    private final double restless;
    /** By site: how many times as long its pages take in the current spell. */
    private final double[] spells;

    private long spell = -1;

    /** Takes one measurement after the other. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes a measurement.
         *
         * @param epochMillis when it began, milliseconds of UTC since 1970
         * @param site the site
         * @param location the location
         * @param micros the duration in microseconds; -1 on failure
         * @param status the HTTP status, 0 for no response
         */
        void take(long epochMillis, String site, String location, int micros, int status);
    }

    /**
     * Measurements from some time before an outage to its end.
     *
     * @param sites the sites, at least one
     * @param event the outage
     * @param reads how the provider recovers
     * @param locations how many locations probe
     * @param baseline how long before the outage they begin
     * @param rows how many measurements in all
     * @param restless the share of sites that are slower for four hours at any time before the outage, in [0, 1]
     * @throws IllegalArgumentException if the rows are too few for {@value #FEWEST_EVENT} of each site and location during the
     *     outage, with a message that says how many are needed
     */
    public SimulatedMeasurements(
            List<SimulatedSite> sites,
            OutageWindow event,
            RecoveryCurve reads,
            int locations,
            Duration baseline,
            long rows,
            double restless,
            Seed seed) {
        this.sites = List.copyOf(sites);
        this.event = event;
        this.reads = reads;
        this.locations = IntStream.rangeClosed(1, locations)
                .mapToObj(number -> String.format(Locale.ROOT, "place-%02d", number))
                .toList();
        this.startMillis = event.start().minus(baseline).toEpochMilli();
        this.spanMillis = event.end().toEpochMilli() - startMillis;
        this.rows = rows;
        this.streams = new Streams(seed);
        int series = sites.size() * locations;
        long needed = (long) Math.ceil(
                (double) FEWEST_EVENT * series * spanMillis / event.duration().toMillis());
        if (series == 0 || rows < needed) {
            throw new IllegalArgumentException(sites.size() + " sites from " + locations + " locations over "
                    + Duration.ofMillis(spanMillis).toDays() + " days need at least " + needed
                    + " rows, so that each has "
                    + FEWEST_EVENT + " during the outage; was " + rows);
        }
        this.order = shuffled(series);
        this.logFactors = logFactors(series);
        this.failures = new int[series];
        this.restless = restless;
        this.spells = new double[sites.size()];
    }

    /** Measurements of which the days before the outage were all alike. */
    public SimulatedMeasurements(
            List<SimulatedSite> sites,
            OutageWindow event,
            RecoveryCurve reads,
            int locations,
            Duration baseline,
            long rows,
            Seed seed) {
        this(sites, event, reads, locations, baseline, rows, 0, seed);
    }

    private int[] shuffled(int n) {
        UniformRandomProvider random = streams.of("simulated turns", 0);
        int[] shuffled = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swap;
        }
        return shuffled;
    }

    private double[] logFactors(int n) {
        UniformRandomProvider random = streams.of("simulated locations", 0);
        return IntStream.range(0, n)
                .mapToDouble(i -> BETWEEN_LOCATIONS * Normal.quantile(random.nextDouble()))
                .toArray();
    }

    /** Makes all measurements, in the order of time. */
    public void forEach(Sink sink) {
        for (long first = 0; first < rows; first += BLOCK) {
            UniformRandomProvider random = streams.of("simulated measurements", (int) (first / BLOCK));
            for (long row = first; row < Math.min(rows, first + BLOCK); row++) {
                make(row, random, sink);
            }
        }
    }

    private void make(long row, UniformRandomProvider random, Sink sink) {
        int series = order[(int) (row % order.length)];
        SimulatedSite site = sites.get(series / locations.size());
        long millis = startMillis + (long) ((double) row / rows * spanMillis);
        boolean during = millis >= event.start().toEpochMilli();
        double luck = random.nextDouble();
        double z = Normal.quantile(random.nextDouble());
        int status = random.nextBoolean() ? 503 : 0;
        if (during && site.behavior() == SimulatedSite.Behavior.UNSEEN) {
            return;
        }
        String location = locations.get(series % locations.size());
        if (fails(site, series, millis, during, luck)) {
            failures[series]++;
            sink.take(millis, site.id(), location, -1, status);
            return;
        }
        failures[series] = 0;
        double median = during ? site.duringMs() : site.beforeMs() * spell(series / locations.size(), millis);
        double micros = 1_000 * median * StrictMath.exp(NOISE * z + logFactors[series]);
        sink.take(millis, site.id(), location, (int) Math.min(999_999_999, Math.round(micros)), 200);
    }

    private double spell(int site, long millis) {
        long now = millis / SPELL_MILLIS;
        if (now != spell) {
            spell = now;
            UniformRandomProvider random = streams.of("simulated spells", (int) now);
            for (int i = 0; i < spells.length; i++) {
                double luck = random.nextDouble();
                double worse = WORST_SPELL * random.nextDouble();
                spells[i] = luck < restless ? 1 + worse : 1;
            }
        }
        return spells[site];
    }

    private boolean fails(SimulatedSite site, int series, long millis, boolean during, double luck) {
        if (during && site.behavior() == SimulatedSite.Behavior.DOWN) {
            return luck < missing(millis);
        }
        double answered = during ? site.availability() : 0.998;
        return luck >= answered && failures[series] < MOST_FAILURES;
    }

    /** The share of the provider's function that is missing at a moment: linear between the knots. */
    private double missing(long millis) {
        List<RecoveryCurve.Knot> knots = reads.knots();
        for (int i = 1; i < knots.size(); i++) {
            long from = knots.get(i - 1).at().toEpochMilli();
            long to = knots.get(i).at().toEpochMilli();
            if (millis < to) {
                double share = Math.max(0, (double) (millis - from) / (to - from));
                return knots.get(i - 1).missing()
                        + share * (knots.get(i).missing() - knots.get(i - 1).missing());
            }
        }
        return 0;
    }
}
