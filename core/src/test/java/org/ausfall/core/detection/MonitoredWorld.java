package org.ausfall.core.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.measurement.SampleSeries;

/**
 * Made-up measurements of many sites: levels of site and location, a rhythm of day and week that follows local time, slow trends,
 * wandering of each site and of all together, noise with outliers, single failures, and troubles on top. Knows nothing of how
 * outages are detected.
 */
final class MonitoredWorld {
    static final int DAY = 86_400_000;
    private static final int HOUR = 3_600_000;

    final UniformRandomProvider random;
    final ZigguratSampler.NormalizedGaussian gauss;
    final int sites;
    final int locations;
    final long start;
    final int days;
    final int interval;
    /** What happens to each site. */
    final List<List<Trouble>> troubles = new ArrayList<>();
    /** Times at which nothing was measured, at all or from one location. */
    final List<Trouble> gaps = new ArrayList<>();
    /** The share of single probes that are missing. */
    double missing;
    /** From when on local time is an hour ahead; never unless set. */
    long clockChange = Long.MAX_VALUE;
    /** The noise of a single probe, as the standard deviation of its logarithm. */
    double noise;
    /** The largest rhythm of the day, as a logarithm to either side. */
    double rhythm = 0.3;

    MonitoredWorld(UniformRandomProvider random, int sites, int locations, int days, Duration interval) {
        this.random = random;
        this.gauss = ZigguratSampler.NormalizedGaussian.of(random);
        this.sites = sites;
        this.locations = locations;
        this.days = days;
        this.interval = (int) interval.toMillis();
        this.noise = 0.05 + 0.10 * random.nextDouble();
        // Any day of the week, and not on the hour.
        this.start = Instant.parse("2017-02-07T00:00:00Z").toEpochMilli()
                + DAY * (long) random.nextInt(7)
                + random.nextInt(DAY);
        for (int i = 0; i < sites; i++) {
            troubles.add(new ArrayList<>());
        }
    }

    long end() {
        return start + (long) days * DAY;
    }

    Instant origin() {
        return Instant.ofEpochMilli(start).minus(Duration.ofDays(1));
    }

    double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** So many different sites, at random. */
    List<Integer> some(int count) {
        int[] all = new int[sites];
        Arrays.setAll(all, i -> i);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(sites - i);
            int swap = all[i];
            all[i] = all[other];
            all[other] = swap;
        }
        return Arrays.stream(all).limit(count).boxed().toList();
    }

    static String name(int site) {
        return String.format("shop-%04d", site);
    }

    /** Measures everything: by site and location. */
    SortedMap<String, SortedMap<String, SampleSeries>> measure() {
        SortedMap<String, SortedMap<String, SampleSeries>> all = new TreeMap<>();
        double[] common = wandering(0.01);
        for (int site = 0; site < sites; site++) {
            all.put(name(site), site(site, common));
        }
        return all;
    }

    private SortedMap<String, SampleSeries> site(int site, double[] common) {
        double level = Math.log(800_000) + 0.5 * gauss.sample();
        double amplitude = rhythm * random.nextDouble();
        double trend = 0.1 * gauss.sample() / (22.0 * DAY);
        double[] own = wandering(0.05 * random.nextDouble());
        SortedMap<String, SampleSeries> found = new TreeMap<>();
        for (int location = 0; location < locations; location++) {
            double place = level + 0.15 * gauss.sample();
            long phase = random.nextInt(interval);
            long[] packed = new long[days * (DAY / interval) + 1];
            int size = 0;
            for (long due = start + phase; due < end(); due += interval) {
                long at = due + (long) (interval * 0.02 * random.nextDouble());
                if (random.nextDouble() < missing || isGap(location, at)) {
                    continue;
                }
                int step = (int) ((at - start) / interval);
                double usual = place + amplitude * rhythm(at) + trend * (at - start) + own[step] + common[step];
                packed[size++] = Sample.pack(at - origin().toEpochMilli(), result(site, location, at, usual));
            }
            found.put("loc-" + location, SampleSeries.ofOwned(origin(), Arrays.copyOf(packed, size)));
        }
        return found;
    }

    private boolean isGap(int location, long at) {
        return gaps.stream().anyMatch(gap -> gap.isOn(location, at));
    }

    private int result(int site, int location, long at, double usual) {
        double log = usual + noise * gauss.sample();
        log += random.nextDouble() < 0.01 ? -Math.log(random.nextDouble()) : 0;
        boolean fails = random.nextDouble() < 0.002;
        for (Trouble trouble : troubles.get(site)) {
            if (trouble.isOn(location, at)) {
                fails |= trouble.logFactor() == Trouble.DOWN;
                log += fails ? 0 : trouble.logFactor();
            }
        }
        return fails ? Sample.of(Outcome.NO_RESPONSE) : Sample.ok((int) Math.min(Sample.LONGEST_MICROS, Math.exp(log)));
    }

    /** Busy afternoons and quiet nights, less so on weekends; -1 to 1. */
    private double rhythm(long at) {
        long local = at - 5 * HOUR + (at >= clockChange ? HOUR : 0);
        double hour = (local % DAY) / (double) HOUR;
        boolean weekend = (Math.floorDiv(local, DAY) + 3) % 7 >= 5;
        return Math.sin((hour - 9) / 24 * 2 * Math.PI) * (weekend ? 0.6 : 1) - (weekend ? 0.2 : 0);
    }

    /** A value that wanders around zero, with a memory of about an hour. */
    private double[] wandering(double deviation) {
        double[] values = new double[days * (DAY / interval) + 2];
        double kept = Math.exp(-(double) interval / HOUR);
        double value = deviation * gauss.sample();
        for (int i = 0; i < values.length; i++) {
            values[i] = value;
            value = kept * value + Math.sqrt(1 - kept * kept) * deviation * gauss.sample();
        }
        return values;
    }
}
