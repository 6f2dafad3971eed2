package org.ausfall.ingest.probe;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Small sites are handed to a thread and back several at a time: waking one takes as long as summing up such a site. Large ones are
     * not, because their results take memory.
     */
    private static final int MOST_AT_ONCE = 8;

    private static final long SAMPLES_AT_ONCE = 1 << 16;

    private final Instant origin;
    private final int threads;
    private final long notKept;
    private final long mostSamples;
    private final SiteIndex index;
    private final List<ScannedFile> files;
    private final Map<Reason, Long> problemCounts;
    private final List<Problem> problemSample;
    private final List<Spill> spills;
    private final List<String> sites;
    private final List<String> locations;
    private final AtomicLong repeats = new AtomicLong();
    private final Semaphore memory = new Semaphore(permits());

    ProbeScan(
            Instant origin,
            List<? extends Collected> workers,
            SiteIndex index,
            List<Spill> spills,
            List<ScannedFile> files,
            Map<Reason, Long> problemCounts,
            List<Problem> problemSample) {
        this.origin = origin;
        this.threads = workers.size();
        this.notKept =
                workers.stream().mapToLong(worker -> worker.samples().outside()).sum();
        this.mostSamples = workers.stream()
                .mapToLong(worker -> worker.samples().mostSamples())
                .sum();
        this.index = index;
        this.spills = List.copyOf(spills);
        this.files = List.copyOf(files);
        this.problemCounts = Map.copyOf(problemCounts);
        this.problemSample = List.copyOf(problemSample);
        this.sites = index.sites();
        this.locations = index.locations();
    }

    /** The problem of a site whose samples cannot be put together in the memory there is. */
    static Optional<Problem> tooLargeSite(List<? extends Collected> workers, SiteIndex index) {
        long most = workers.stream()
                .mapToLong(worker -> worker.samples().mostSamples())
                .sum();
        if (most / SAMPLES_PER_PERMIT < permits()) {
            return Optional.empty();
        }
        for (String site : index.sites()) {
            long samples = index.size(index.series(site));
            if (samples / SAMPLES_PER_PERMIT >= permits()) {
                return Optional.of(Problem.file(
                        Place.of(""),
                        site,
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
        return notKept;
    }

    /** Repeated measurements that were left out of the sites worked through so far, as their formats demand. */
    public long repeats() {
        return repeats.get();
    }

    /** The names of all sites that had a good row, in order. */
    public List<String> sites() {
        return sites;
    }

    /**
     * Works through the sites on all cores and hands the results on in the order of the sites' names, on the calling thread. Only
     * a few sites' samples are gathered at a time.
     */
    public <R> void forEachSite(Function<SiteSamples, R> work, Consumer<R> inOrder) {
        forEachSite(sites, work, inOrder);
    }

    /** The same for some of the {@link #sites}. */
    public <R> void forEachSite(Collection<String> names, Function<SiteSamples, R> work, Consumer<R> inOrder) {
        List<String> all = List.copyOf(names);
        int atOnce = sitesAtOnce(all.size());
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<List<R>>> running = new ArrayDeque<>();
            for (int from = 0; from < all.size(); from += atOnce) {
                List<String> some = all.subList(from, Math.min(from + atOnce, all.size()));
                running.add(executor.submit(() -> apply(work, some)));
                if (running.size() > 4 * threads) {
                    result(running.remove()).forEach(inOrder);
                }
            }
            while (!running.isEmpty()) {
                result(running.remove()).forEach(inOrder);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private int sitesAtOnce(int all) {
        long small = SAMPLES_AT_ONCE * sites.size() / (mostSamples + 1);
        return (int) Math.max(1, Math.min(Math.min(small, MOST_AT_ONCE), all / (16 * threads)));
    }

    private <R> List<R> apply(Function<SiteSamples, R> work, List<String> names) {
        List<R> results = new ArrayList<>();
        for (String name : names) {
            results.add(apply(work, name));
        }
        return results;
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

    private <R> R apply(Function<SiteSamples, R> work, String site) {
        int[] series = index.series(site);
        int permits = (int) (index.size(series) / SAMPLES_PER_PERMIT);
        memory.acquireUninterruptibly(permits);
        try {
            return work.apply(gather(site, series));
        } finally {
            memory.release(permits);
        }
    }

    @Override
    public void close() {
        spills.forEach(Spill::close);
    }

    private SiteSamples gather(String site, int[] series) {
        List<SiteSamples.OneLocation> found = new ArrayList<>();
        for (int location = 0; location < locations.size(); location++) {
            List<SampleSeries> parts = parts(series, location, false);
            List<SampleSeries> once = parts(series, location, true);
            if (!once.isEmpty()) {
                parts.add(withoutRepeats(once));
            }
            if (!parts.isEmpty()) {
                found.add(new SiteSamples.OneLocation(locations.get(location), parts));
            }
        }
        return new SiteSamples(site, found);
    }

    private List<SampleSeries> parts(int[] series, int location, boolean onlyOnce) {
        List<SampleSeries> parts = new ArrayList<>();
        for (long[] packed : index.samples(series, location, onlyOnce)) {
            parts.add(SampleSeries.ofOwned(origin, packed));
        }
        return parts;
    }

    private SampleSeries withoutRepeats(List<SampleSeries> parts) {
        SampleSeries repeated = SampleSeries.combine(parts);
        SampleSeries kept = repeated.withoutRepeats();
        repeats.addAndGet(repeated.size() - kept.size());
        return kept;
    }
}
