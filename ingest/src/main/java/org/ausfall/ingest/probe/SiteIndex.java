package org.ausfall.ingest.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Where the samples of each site and location are: all workers number names and series by themselves. */
final class SiteIndex {
    private static final int NONE = -1;

    private final SampleCollector[] samples;
    private final boolean[] deduped;
    /** By name: the number that each worker gave it, or {@link #NONE}. */
    private final SortedMap<String, int[]> sites;

    private final SortedMap<String, int[]> locations;

    SiteIndex(List<? extends Collected> workers) {
        this.samples = workers.stream().map(Collected::samples).toArray(SampleCollector[]::new);
        this.deduped = new boolean[samples.length];
        for (int worker = 0; worker < deduped.length; worker++) {
            deduped[worker] = workers.get(worker).deduped();
        }
        this.sites = byName(workers, Collected::sites);
        this.locations = byName(workers, Collected::locations);
    }

    private static SortedMap<String, int[]> byName(
            List<? extends Collected> workers, Function<Collected, NameTable> table) {
        SortedMap<String, int[]> byName = new TreeMap<>();
        Function<String, int[]> nowhere = name -> {
            int[] ids = new int[workers.size()];
            Arrays.fill(ids, NONE);
            return ids;
        };
        for (int worker = 0; worker < workers.size(); worker++) {
            NameTable names = table.apply(workers.get(worker));
            for (int id = 0; id < names.size(); id++) {
                byName.computeIfAbsent(names.name(id), nowhere)[worker] = id;
            }
        }
        return byName;
    }

    /** The names of all sites, in order. */
    List<String> sites() {
        return List.copyOf(sites.keySet());
    }

    /** The names of all locations, in order. */
    List<String> locations() {
        return List.copyOf(locations.keySet());
    }

    /** The series of a site, by location and then by worker; negative where there is none. */
    int[] series(String site) {
        int[] series = new int[locations.size() * samples.length];
        Arrays.fill(series, NONE);
        int[] siteIds = sites.getOrDefault(site, new int[0]);
        int first = 0;
        for (int[] locationIds : locations.values()) {
            for (int worker = 0; worker < siteIds.length; worker++) {
                if (siteIds[worker] != NONE && locationIds[worker] != NONE) {
                    series[first + worker] = samples[worker].find(siteIds[worker], locationIds[worker]);
                }
            }
            first += samples.length;
        }
        return series;
    }

    /** How many samples all these series have. */
    long size(int[] series) {
        long size = 0;
        for (int i = 0; i < series.length; i++) {
            size += series[i] < 0 ? 0 : samples[i % samples.length].size(series[i]);
        }
        return size;
    }

    /** The samples from a location by worker, of those workers of the one or the other kind that saw the site from there. */
    List<long[]> samples(int[] series, int location, boolean onlyOnce) {
        List<long[]> found = new ArrayList<>();
        for (int worker = 0; worker < samples.length; worker++) {
            int one = series[location * samples.length + worker];
            if (one >= 0 && deduped[worker] == onlyOnce) {
                long[] packed = new long[samples[worker].size(one)];
                samples[worker].copy(one, packed, packed.length);
                found.add(packed);
            }
        }
        return found;
    }
}
