package org.ausfall.ingest.probe;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/**
 * What a scan of raw measurements found: the samples of all sites, the files they came from, and what was wrong with them. Closing
 * it removes temporary files, if there are any.
 */
public final class ProbeScan implements AutoCloseable {
    /** Sorting, summing up and binning one sample takes this many bytes for a while. */
    private static final int BYTES_PER_SAMPLE = 32;

    private static final int SAMPLES_PER_PERMIT = 1 << 10;

    private final Instant origin;
    private final List<Collected> workers;
    private final List<ScannedFile> files;
    private final Map<Reason, Long> problemCounts;
    private final List<Problem> problemSample;
    private final List<Spill> spills;
    private final SortedMap<String, List<Ids>> sites;
    private final SortedMap<String, List<Ids>> locations;
    private final AtomicLong repeats = new AtomicLong();
    private final Semaphore memory = new Semaphore(permits());

    /** The number that a worker gave to a name. */
    private record Ids(Collected worker, int id) {
        long samples() {
            long sum = 0;
            for (int location = 0; location < worker.locations().size(); location++) {
                int series = worker.samples().find(id, location);
                sum += series < 0 ? 0 : worker.samples().size(series);
            }
            return sum;
        }

        static long samples(List<Ids> ids) {
            long sum = 0;
            for (Ids one : ids) {
                sum += one.samples();
            }
            return sum;
        }
    }

    ProbeScan(
            Instant origin,
            List<? extends Collected> workers,
            List<Spill> spills,
            List<ScannedFile> files,
            Map<Reason, Long> problemCounts,
            List<Problem> problemSample) {
        this.origin = origin;
        this.workers = List.copyOf(workers);
        this.spills = List.copyOf(spills);
        this.files = List.copyOf(files);
        this.problemCounts = Map.copyOf(problemCounts);
        this.problemSample = List.copyOf(problemSample);
        this.sites = byName(workers, Collected::sites);
        this.locations = byName(workers, Collected::locations);
    }

    /** The problem of a site whose samples cannot be put together in the memory there is. */
    static Optional<Problem> tooLargeSite(List<? extends Collected> workers) {
        long most = workers.stream()
                .mapToLong(worker -> worker.samples().mostSamples())
                .sum();
        if (most / SAMPLES_PER_PERMIT < permits()) {
            return Optional.empty();
        }
        for (Map.Entry<String, List<Ids>> site :
                byName(workers, Collected::sites).entrySet()) {
            long samples = Ids.samples(site.getValue());
            if (samples / SAMPLES_PER_PERMIT >= permits()) {
                return Optional.of(Problem.file(
                        Place.of(""),
                        site.getKey(),
                        Reason.TOO_LARGE,
                        samples + " samples of one site need more memory than there is; give the program "
                                + ((samples * BYTES_PER_SAMPLE * 2) >> 20) + " MB, or leave out the time line"));
            }
        }
        return Optional.empty();
    }

    private static int permits() {
        long samples = Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_SAMPLE;
        return (int) Math.min(Integer.MAX_VALUE, samples / SAMPLES_PER_PERMIT);
    }

    private static SortedMap<String, List<Ids>> byName(
            List<? extends Collected> workers, Function<Collected, NameTable> table) {
        SortedMap<String, List<Ids>> byName = new TreeMap<>();
        for (Collected worker : workers) {
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

    /** When the samples' time starts: none that was kept is earlier, or 99 days later. */
    public Instant origin() {
        return origin;
    }

    /** How many samples were not kept, because they lie outside the times that were asked for. */
    public long notKept() {
        return workers.stream().mapToLong(worker -> worker.samples().outside()).sum();
    }

    /** Repeated measurements that were left out of the sites worked through so far, as their formats demand. */
    public long repeats() {
        return repeats.get();
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
        forEachSite(sites.keySet(), work, inOrder);
    }

    /** The same for some of the {@link #sites}. */
    public <R> void forEachSite(Collection<String> names, Function<SiteSamples, R> work, Consumer<R> inOrder) {
        ExecutorService executor = Executors.newFixedThreadPool(workers.size());
        try {
            Deque<Future<R>> running = new ArrayDeque<>();
            for (String name : names) {
                List<Ids> ids = sites.getOrDefault(name, List.of());
                running.add(executor.submit(() -> apply(work, name, ids)));
                if (running.size() > 4 * workers.size()) {
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

    private <R> R apply(Function<SiteSamples, R> work, String site, List<Ids> ids) {
        int permits = (int) (Ids.samples(ids) / SAMPLES_PER_PERMIT);
        memory.acquireUninterruptibly(permits);
        try {
            return work.apply(gather(site, ids));
        } finally {
            memory.release(permits);
        }
    }

    @Override
    public void close() {
        spills.forEach(Spill::close);
    }

    private SiteSamples gather(String site, List<Ids> siteIds) {
        List<SiteSamples.OneLocation> found = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        List<Part> once = new ArrayList<>();
        for (Map.Entry<String, List<Ids>> location : locations.entrySet()) {
            addParts(siteIds, location.getValue(), false, parts);
            addParts(siteIds, location.getValue(), true, once);
            if (!parts.isEmpty() || !once.isEmpty()) {
                found.add(new SiteSamples.OneLocation(location.getKey(), series(parts, once)));
                parts.clear();
                once.clear();
            }
        }
        return new SiteSamples(site, found);
    }

    /** All samples of the one, and of the other one at each time. */
    private SampleSeries series(List<Part> parts, List<Part> once) {
        SampleSeries all = SampleSeries.ofOwned(origin, joined(parts));
        if (once.isEmpty()) {
            return all;
        }
        SampleSeries repeated = SampleSeries.ofOwned(origin, joined(once));
        SampleSeries kept = repeated.withoutRepeats();
        repeats.addAndGet(repeated.size() - kept.size());
        return parts.isEmpty() ? kept : kept.combine(all);
    }

    private static void addParts(List<Ids> siteIds, List<Ids> locationIds, boolean deduped, List<Part> parts) {
        for (Ids site : siteIds) {
            for (Ids location : locationIds) {
                if (site.worker() == location.worker() && site.worker().deduped() == deduped) {
                    SampleCollector samples = site.worker().samples();
                    int series = samples.find(site.id(), location.id());
                    if (series >= 0) {
                        parts.add(new Part(samples, series, samples.size(series)));
                    }
                }
            }
        }
    }

    /** One worker's share of a series: its number, and how many samples it has. */
    private record Part(SampleCollector samples, int series, int size) {}

    private static long[] joined(List<Part> parts) {
        int size = 0;
        for (Part part : parts) {
            size = Math.addExact(size, part.size());
        }
        long[] all = new long[size];
        for (Part part : parts) {
            part.samples().copy(part.series(), all, size);
            size -= part.size();
        }
        return all;
    }
}
