package org.ausfall.core.reconstruction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.problem.Place;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;

/**
 * Fills a population of which only a few members and the totals are published, with neutral rows such that every published total
 * holds exactly. What the totals leave open is drawn: load times before spread by a lognormal of sd 0.35, slowdowns spread between
 * the threshold and the highest allowed, unaffected sites between -5 % and just under the threshold, web sales between the limits.
 * These choices are assumptions; another seed gives another, equally good, population.
 */
public final class Reconstruction {
    private static final double BEFORE_LOG_SD = 0.35;
    private static final double FASTEST_UNAFFECTED = 0.95;
    private static final String SOURCE = "reconstructed so that published totals hold; see docs/method.md";

    private final ReconstructionTargets targets;
    private final Threshold threshold;
    private final Streams streams;

    private Reconstruction(ReconstructionTargets targets, Threshold threshold, Seed seed) {
        this.targets = targets;
        this.threshold = threshold;
        this.streams = new Streams(seed);
    }

    /**
     * A complete population.
     *
     * @param retailers known and reconstructed retailers, the known ones first
     * @param sites their summaries in the same order
     */
    public record Population(List<Retailer> retailers, List<SiteSummary> sites) {
        /** Copies the lists. */
        public Population {
            retailers = List.copyOf(retailers);
            sites = List.copyOf(sites);
        }
    }

    /**
     * Completes the population. Rows that are already reconstructed are dropped and made anew.
     *
     * @param threshold the threshold behind the published count
     * @throws IllegalArgumentException if the known rows and the totals leave no room, with the numbers that clash
     */
    public static Population complete(
            ReconstructionTargets targets,
            List<Retailer> retailers,
            List<SiteSummary> sites,
            Threshold threshold,
            Seed seed) {
        List<Retailer> knownRetailers = retailers.stream()
                .filter(retailer -> retailer.provenance() != Provenance.RECONSTRUCTED)
                .toList();
        List<SiteSummary> knownSites = sites.stream()
                .filter(site -> site.provenance() != Provenance.RECONSTRUCTED)
                .toList();
        return new Reconstruction(targets, threshold, seed).complete(knownRetailers, knownSites);
    }

    private Population complete(List<Retailer> knownRetailers, List<SiteSummary> knownSites) {
        int missing = targets.retailers() - knownRetailers.size();
        int slowed = targets.affected()
                - (int) knownSites.stream().filter(this::affected).count();
        check(knownSites, missing, slowed);
        long[][] slow = slowed == 0 ? new long[0][] : slowedTimes(knownSites, slowed);
        long[][] calm = calmTimes(missing - slowed);
        BigDecimal[] sales = webSales(knownRetailers, missing);
        List<Retailer> retailers = new ArrayList<>(knownRetailers);
        List<SiteSummary> sites = new ArrayList<>(knownSites);
        for (int i = 0; i < missing; i++) {
            String number = String.format(Locale.ROOT, "%03d", knownRetailers.size() + i + 1);
            long[] times = i < slowed ? slow[i] : calm[i - slowed];
            retailers.add(retailer(number, sales[i]));
            sites.add(site(number, times));
        }
        return new Population(retailers, sites);
    }

    private void check(List<SiteSummary> known, int missing, int slowed) {
        long down = known.stream().filter(Reconstruction::down).count();
        if (down != targets.down()) {
            throw new IllegalArgumentException(
                    targets.down() + " sites were down, but " + down + " are known; outages are not invented");
        }
        if (missing < 0 || slowed < 0 || slowed > missing) {
            throw new IllegalArgumentException("the known rows leave no room: " + missing
                    + " retailers are missing and " + slowed + " of them would have to be affected");
        }
    }

    private static boolean down(SiteSummary site) {
        return site.publishedState()
                .filter(state -> state == PublishedState.DOWN)
                .isPresent();
    }

    private boolean affected(SiteSummary site) {
        return site.measuredSlowdown()
                .or(site::publishedSlowdown)
                .map(slowdown -> slowdown.reaches(threshold))
                .orElseGet(() -> site.publishedState()
                        .filter(state -> state != PublishedState.NOT_AFFECTED)
                        .isPresent());
    }

    /** Times before and during of the slowed sites, in ms, such that both means hold over known and reconstructed ones. */
    private long[][] slowedTimes(List<SiteSummary> known, int count) {
        List<SiteSummary> timed = known.stream()
                .filter(this::affected)
                .filter(site -> site.measuredSlowdown().isPresent())
                .toList();
        BigDecimal sites = BigDecimal.valueOf(timed.size() + count);
        long before = remainder(
                targets.meanBeforeMs().multiply(sites),
                timed.stream().map(site -> site.beforeMs().orElseThrow()).toList());
        long during = remainder(
                targets.meanDuringMs().multiply(sites),
                timed.stream().map(site -> site.duringMs().orElseThrow()).toList());
        long[] befores = befores("reconstruction/slowed", count, before);
        long[] durings = durings(befores, during);
        return IntStream.range(0, count)
                .mapToObj(i -> new long[] {befores[i], durings[i]})
                .toArray(long[][]::new);
    }

    private static long remainder(BigDecimal total, List<BigDecimal> known) {
        BigDecimal sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return total.subtract(sum).longValueExact();
    }

    /** Lognormal times scaled to sum up to {@code total}. */
    private long[] befores(String name, int count, long total) {
        if (total < count) {
            throw new IllegalArgumentException(
                    "no room for " + count + " times before the outage: they would have to sum to " + total + " ms");
        }
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(streams.of(name, 0));
        double[] weights = IntStream.range(0, count)
                .mapToDouble(i -> Math.exp(BEFORE_LOG_SD * normal.sample()))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        long[] times = Arrays.stream(weights)
                .mapToLong(weight -> Math.max(1, Math.round(weight / sum * total)))
                .toArray();
        settle(times, total, i -> 1, i -> Long.MAX_VALUE);
        return times;
    }

    /** Factors lowest + (highest - lowest) v^theta, v from the arcsine law, with theta solved so that the times sum up to {@code total}. */
    private long[] durings(long[] befores, long total) {
        BigDecimal lowestFactor = threshold.factor();
        BigDecimal highestFactor = BigDecimal.ONE.add(targets.highestSlowdown()
                .change()
                .divide(targets.highestSlowdown().base(), MathContext.DECIMAL64));
        long[] lowest = bounds(befores, lowestFactor, RoundingMode.CEILING);
        long[] highest = bounds(befores, highestFactor, RoundingMode.FLOOR);
        if (total < Arrays.stream(lowest).sum()
                || total > Arrays.stream(highest).sum()) {
            throw new IllegalArgumentException(
                    "no room for the times during the outage: they would have to sum to " + total
                            + " ms, between " + Arrays.stream(lowest).sum() + " and "
                            + Arrays.stream(highest).sum() + " ms is possible");
        }
        UniformRandomProvider random = streams.of("reconstruction/slowdown", 0);
        // Arcsine law, one draw in each stratum: little or nearly all of a page hung on the failed service more often
        // than half of it.
        int[] strata = PermutationSampler.natural(befores.length);
        PermutationSampler.shuffle(random, strata);
        double[] spread = Arrays.stream(strata)
                .mapToDouble(stratum -> (stratum + random.nextDouble()) / befores.length)
                .map(u -> Math.pow(Math.sin(u * Math.PI / 2), 2))
                .toArray();
        double from = lowestFactor.doubleValue();
        double range = highestFactor.doubleValue() - from;
        double theta = solve(exponent -> IntStream.range(0, befores.length)
                        .mapToDouble(i -> befores[i] * (from + range * Math.pow(spread[i], exponent)))
                        .sum()
                - total);
        long[] times = IntStream.range(0, befores.length)
                .mapToLong(i -> Math.round(befores[i] * (from + range * Math.pow(spread[i], theta))))
                .toArray();
        for (int i = 0; i < times.length; i++) {
            times[i] = Math.min(highest[i], Math.max(lowest[i], times[i]));
        }
        settle(times, total, i -> lowest[i], i -> highest[i]);
        return times;
    }

    private static long[] bounds(long[] befores, BigDecimal factor, RoundingMode mode) {
        return Arrays.stream(befores)
                .map(before -> factor.multiply(BigDecimal.valueOf(before))
                        .setScale(0, mode)
                        .longValueExact())
                .toArray();
    }

    private static double solve(UnivariateFunction ofExponent) {
        return Math.exp(new BrentSolver(1e-12)
                .solve(500, logExponent -> ofExponent.value(Math.exp(logExponent)), Math.log(1e-4), Math.log(1e4)));
    }

    /** Spreads what rounding left over, one unit at a time, over the entries that have room. */
    private static void settle(long[] values, long total, IntToLongFunction lowest, IntToLongFunction highest) {
        long left = total - Arrays.stream(values).sum();
        int i = 0;
        while (left != 0) {
            long step = Long.signum(left);
            long moved = values[i] + step;
            if (moved >= lowest.applyAsLong(i) && moved <= highest.applyAsLong(i)) {
                values[i] = moved;
                left -= step;
            }
            i = (i + 1) % values.length;
        }
    }

    /** Sites that were not affected: before around the published mean, during between 5 % faster and just under the threshold. */
    private long[][] calmTimes(int count) {
        ZigguratSampler.NormalizedGaussian normal =
                ZigguratSampler.NormalizedGaussian.of(streams.of("reconstruction/calm", 0));
        UniformRandomProvider random = streams.of("reconstruction/calm-change", 0);
        double mean = targets.meanBeforeMs().doubleValue();
        double highest = threshold.factor().doubleValue() - 0.01;
        DoubleUnaryOperator before = z -> mean * Math.exp(BEFORE_LOG_SD * z - BEFORE_LOG_SD * BEFORE_LOG_SD / 2);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    long from = Math.max(1, Math.round(before.applyAsDouble(normal.sample())));
                    double factor = FASTEST_UNAFFECTED + (highest - FASTEST_UNAFFECTED) * random.nextDouble();
                    return new long[] {from, Math.round(from * factor)};
                })
                .toArray(long[][]::new);
    }

    /**
     * Web sales in USD million, one digit, of the missing retailers: lowest x (highest / lowest)^(v^theta) at evenly spaced v, with
     * theta solved so that the published total closes, then shuffled.
     */
    private BigDecimal[] webSales(List<Retailer> known, int count) {
        if (count == 0) {
            return new BigDecimal[0];
        }
        double others = known.stream()
                .filter(retailer -> !targets.totalExcludes().contains(retailer.id()))
                .flatMap(retailer -> retailer.webSales().stream())
                .mapToDouble(Money::usdMillions)
                .sum();
        long total = Math.round((targets.totalWebSales().usdMillions() - others) * 10);
        double lowest = targets.lowestWebSales().usdMillions() * 10;
        double highest = targets.highestWebSales().usdMillions() * 10;
        if (total < lowest * count || total > highest * count) {
            throw new IllegalArgumentException("no room for web sales: " + count + " retailers would have to sell "
                    + total / 10.0 + " m together, between " + lowest / 10 + " and " + highest / 10 + " m each");
        }
        double theta = solve(exponent -> IntStream.range(0, count)
                        .mapToDouble(i -> sales(lowest, highest, i, count, exponent))
                        .sum()
                - total);
        long[] sales = IntStream.range(0, count)
                .mapToLong(i -> Math.round(sales(lowest, highest, i, count, theta)))
                .toArray();
        settle(sales, total, i -> (long) Math.ceil(lowest), i -> (long) highest);
        int[] order = PermutationSampler.natural(count);
        PermutationSampler.shuffle(streams.of("reconstruction/web-sales", 0), order);
        return Arrays.stream(order)
                .mapToObj(i -> BigDecimal.valueOf(sales[i], 1))
                .toArray(BigDecimal[]::new);
    }

    private static double sales(double lowest, double highest, int i, int count, double exponent) {
        double v = (i + 0.5) / count;
        return lowest * Math.pow(highest / lowest, Math.pow(v, exponent));
    }

    private Retailer retailer(String number, BigDecimal salesMillions) {
        return new Retailer(
                "retailer-" + number,
                "Retailer " + number + " (reconstructed)",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Money.ofMillions(salesMillions.doubleValue())),
                OptionalInt.of(targets.webSalesYear()),
                Provenance.RECONSTRUCTED,
                SOURCE);
    }

    private static SiteSummary site(String number, long[] times) {
        return new SiteSummary(
                "retailer-" + number,
                "Retailer " + number + " (reconstructed)",
                Optional.of(BigDecimal.valueOf(times[0])),
                Optional.of(BigDecimal.valueOf(times[1])),
                Optional.empty(),
                Optional.<Slowdown>empty(),
                Optional.empty(),
                Provenance.RECONSTRUCTED,
                SOURCE,
                Place.of(""));
    }
}
