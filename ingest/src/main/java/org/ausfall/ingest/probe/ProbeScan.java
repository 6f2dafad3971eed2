package org.ausfall.ingest.probe;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/** What a scan of raw measurements found: the samples of all sites, the files they came from, and what was wrong with them. */
public final class ProbeScan {
    private final Instant origin;
    private final List<Worker> workers;
    private final List<ScannedFile> files;
    private final Map<Reason, Long> problemCounts;
    private final List<Problem> problemSample;
    private final int threads;
    private final SortedMap<String, List<Ids>> sites;

    /** The number that a worker gave to a name. */
    private record Ids(Worker worker, int id) {}

    ProbeScan(
            Instant origin,
            List<Worker> workers,
            List<ScannedFile> files,
            Map<Reason, Long> problemCounts,
            List<Problem> problemSample,
            int threads) {
        this.origin = origin;
        this.workers = List.copyOf(workers);
        this.files = List.copyOf(files);
        this.problemCounts = Map.copyOf(problemCounts);
        this.problemSample = List.copyOf(problemSample);
        this.threads = threads;
        this.sites = byName(Worker::sites);
    }

    private SortedMap<String, List<Ids>> byName(Function<Worker, NameTable> table) {
        SortedMap<String, List<Ids>> byName = new TreeMap<>();
        for (Worker worker : workers) {
            NameTable names = table.apply(worker);
            for (int id = 0; id < names.size(); id++) {
                byName.computeIfAbsent(names.name(id), name -> new ArrayList<>())
                        .add(new Ids(worker, id));
            }
        }
        return byName;
    }

    /** The files that were read, in input order. */
    public List<ScannedFile> files() {
        return files;
    }

    /** How many problems there were of each kind. */
    public Map<Reason, Long> problemCounts() {
        return problemCounts;
    }

    /** The first few problems of each kind, in input order. */
    public List<Problem> problemSample() {
        return problemSample;
    }

    /** The names of all sites that had a good row, in order. */
    public List<String> sites() {
        return List.copyOf(sites.keySet());
    }

    /**
     * Works through the sites on all cores and hands the results on in the order of the sites' names, on the calling thread. Only
     * a few sites' samples are gathered at a time.
     */
    public <R> void forEachSite(Function<SiteSamples, R> work, Consumer<R> inOrder) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            SortedMap<String, List<Ids>> locations = byName(Worker::locations);
            Deque<Future<R>> running = new ArrayDeque<>();
            for (Map.Entry<String, List<Ids>> site : sites.entrySet()) {
                running.add(executor.submit(() -> work.apply(gather(site.getKey(), site.getValue(), locations))));
                if (running.size() > 4 * threads) {
                    inOrder.accept(result(running.remove()));
                }
            }
            while (!running.isEmpty()) {
                inOrder.accept(result(running.remove()));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sites were summed up", interrupted);
        } catch (ExecutionException failed) {
            throw Workers.unwrapped(Optional.ofNullable(failed.getCause()).orElse(failed));
        }
    }

    private SiteSamples gather(String site, List<Ids> siteIds, SortedMap<String, List<Ids>> locations) {
        List<SiteSamples.OneLocation> found = new ArrayList<>();
        locations.forEach((location, locationIds) -> series(siteIds, locationIds)
                .ifPresent(series -> found.add(new SiteSamples.OneLocation(location, series))));
        return new SiteSamples(site, found);
    }

    private Optional<SampleSeries> series(List<Ids> siteIds, List<Ids> locationIds) {
        List<Part> parts = new ArrayList<>();
        for (Ids site : siteIds) {
            for (Ids location : locationIds) {
                if (site.worker() == location.worker()
                        && site.worker().samples().knows(site.id(), location.id())) {
                    parts.add(new Part(site.worker().samples(), site.id(), location.id()));
                }
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(SampleSeries.ofOwned(origin, joined(parts)));
    }

    /** One worker's share of a series. */
    private record Part(SampleCollector samples, int site, int location) {}

    private static long[] joined(List<Part> parts) {
        int size = 0;
        for (Part part : parts) {
            size = Math.addExact(size, part.samples().size(part.site(), part.location()));
        }
        long[] all = new long[size];
        for (Part part : parts) {
            part.samples().copy(part.site(), part.location(), all, size);
            size -= part.samples().size(part.site(), part.location());
        }
        return all;
    }
}
