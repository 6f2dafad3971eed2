package org.ausfall.core.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.ausfall.core.measurement.Baselines;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.precision.Replicates;
import org.ausfall.core.precision.Site;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.simulation.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Made-up sites of which the true slowdown is known: probes every five minutes from five places, before at the same hours of three
 * weeks, log-normal with an autocorrelation of .3 and a tenth of the variance shared by all places, one probe in a hundred failing.
 * Places differ in their slowdown. Nothing here comes from the code under test but the containers of samples.
 *
 * <p>Prints the table of docs/method.md.
 */
@Tag("long")
class CountTrialTest {
    private static final OutageWindow EVENT = new OutageWindow(
            OffsetDateTime.parse("2017-02-28T17:37:00Z").toInstant(),
            OffsetDateTime.parse("2017-02-28T21:54:00Z").toInstant());
    private static final ComparedWindows WINDOWS = new ComparedWindows(EVENT, Baselines.weeks(EVENT, 3));
    private static final Instant ORIGIN = EVENT.start().minus(Duration.ofDays(21));
    private static final int PLACES = 5;
    private static final double CORRELATION = 0.3;
    private static final double SHARED = 0.1;
    private static final double THRESHOLD = 0.2;
    private static final long SEED = 20170228;

    /** What became of many sites or worlds. */
    private record Tally(int worlds, int held, double width, double error, double bias) {
        double coverage() {
            return (double) held / worlds;
        }
    }

    @Test
    void intervalOfASite_holdsTheTruthAsOftenAsItSays() {
        Random random = new Random(SEED);
        for (double noise : new double[] {0.05, 0.1, 0.2, 0.4}) {
            int held = 0;
            double width = 0;
            int worlds = 1000;
            for (int world = 0; world < worlds; world++) {
                double slowdown = random.nextDouble() * 2 - 0.05;
                Made made = make("site-" + world, slowdown, noise, random);
                Replicates replicates = Replicates.of(made.site(), WINDOWS, new Seed(SEED));
                double low = replicates.quantile(0.05);
                double high = replicates.quantile(0.95);
                held += low <= made.truth() && made.truth() <= high ? 1 : 0;
                width += (high - low) / worlds;
            }
            print("site: noise %.2f, coverage %.3f, mean width %.1f points%n", noise, held / 1000.0, 100 * width);
            assertThat(held / 1000.0)
                    .as("coverage at noise %s, seed %d", noise, SEED)
                    .isBetween(0.87, 0.93);
        }
    }

    @Test
    void rangeOfTheCount_holdsTheTruthWhereSitesAreQuietEnough() {
        for (double noise : new double[] {0.05, 0.1, 0.2, 0.35, 0.8, 1.6}) {
            Tally tally = counts(noise, 200, 25);
            print(
                    "count of 25: noise %.2f, typical s.e. %.1f points, coverage %.3f, mean width %.1f, mean error of the count %+.1f%n",
                    noise, 100 * tally.error(), tally.coverage(), tally.width(), tally.bias());
            if (tally.error() <= MeasuredExposure.MOST_ERROR) {
                assertThat(tally.coverage())
                        .as("coverage at noise %s, seed %d", noise, SEED)
                        .isGreaterThanOrEqualTo(0.87);
            }
        }
    }

    private static Tally counts(double noise, int worlds, int sites) {
        Random random = new Random(SEED + 1);
        int held = 0;
        double width = 0;
        double error = 0;
        double bias = 0;
        for (int world = 0; world < worlds; world++) {
            double[] probabilities = new double[sites];
            double[] errors = new double[sites];
            int truth = 0;
            int counted = 0;
            for (int i = 0; i < sites; i++) {
                Made made = make(world + "-" + i, slowdown(random), noise, random);
                Replicates replicates = Replicates.of(made.site(), WINDOWS, new Seed(SEED));
                probabilities[i] = replicates.share(THRESHOLD, Double.NEGATIVE_INFINITY);
                errors[i] = replicates.standardError();
                truth += made.truth() >= THRESHOLD ? 1 : 0;
                counted += made.site().measure(WINDOWS).slowdown().orElseThrow().ratio() >= THRESHOLD ? 1 : 0;
            }
            java.util.Arrays.sort(errors);
            CountRange range = CountRange.of(probabilities);
            held += range.p05() <= truth && truth <= range.p95() ? 1 : 0;
            width += (double) (range.p95() - range.p05()) / worlds;
            error += errors[sites / 2] / worlds;
            bias += (double) (counted - truth) / worlds;
        }
        return new Tally(worlds, held, width, error, bias);
    }

    /** Half hardly touched, a fifth anywhere up to +40 %, the rest up to four times as long. */
    private static double slowdown(Random random) {
        double kind = random.nextDouble();
        double place = random.nextDouble();
        return kind < 0.5 ? 0.1 * place - 0.05 : kind < 0.7 ? 0.4 * place : 0.2 + 3 * place;
    }

    private record Made(Site site, double truth) {}

    private static Made make(String name, double slowdown, double noise, Random random) {
        double[] truths = new double[PLACES];
        for (int place = 0; place < PLACES; place++) {
            truths[place] = (1 + slowdown) * Math.exp(0.05 * random.nextGaussian()) - 1;
        }
        List<List<Long>> packed = IntStream.range(0, PLACES)
                .<List<Long>>mapToObj(place -> new ArrayList<>())
                .toList();
        for (int week = 3; week >= 0; week--) {
            Instant start = EVENT.start().minus(Duration.ofDays(7L * week));
            window(start, week == 0 ? truths : new double[PLACES], noise, random, packed);
        }
        List<SampleSeries> series = packed.stream()
                .map(one -> SampleSeries.ofOwned(
                        ORIGIN, one.stream().mapToLong(Long::longValue).toArray()))
                .toList();
        List<String> places =
                IntStream.range(0, PLACES).mapToObj(place -> "place-" + place).toList();
        java.util.Arrays.sort(truths);
        return new Made(new Site(name, places, series), truths[PLACES / 2]);
    }

    private static void window(
            Instant start, double[] slowdowns, double noise, Random random, List<List<Long>> packed) {
        double[] state = random.doubles(PLACES + 1, 0, 1)
                .map(any -> random.nextGaussian())
                .toArray();
        long from = Duration.between(ORIGIN, start).toMillis();
        for (long at = from; at < from + EVENT.duration().toMillis(); at += 300_000) {
            for (int i = 0; i <= PLACES; i++) {
                state[i] = CORRELATION * state[i] + Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian();
            }
            for (int place = 0; place < PLACES; place++) {
                double z = Math.sqrt(1 - SHARED) * state[place] + Math.sqrt(SHARED) * state[PLACES];
                double ms = 1500 * (1 + place / 10.0) * (1 + slowdowns[place]) * Math.exp(noise * z);
                int result = random.nextInt(100) == 0
                        ? Sample.of(Outcome.TIMEOUT)
                        : Sample.ok((int) Math.min(900_000_000, 1000 * ms));
                packed.get(place).add(Sample.pack(at + random.nextInt(200_000), result));
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
