package org.ausfall.ingest.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.OutageWindow;

/**
 * Reads raw measurements of any size on all cores, without ever holding a file.
 *
 * <p>The format is CSV in UTF-8 with the columns {@code timestamp,site,location,duration_ms,status}, found by name in any order;
 * further columns are passed over:
 *
 * <pre>
 * timestamp,site,location,duration_ms,status
 * 2017-02-28T17:37:12Z,shop-0001,ams,1234.567,200
 * 2017-02-28T18:38:14.250+01:00,shop-0001,fra,,0
 * </pre>
 *
 * The timestamp is ISO-8601 with a zone and counts to the millisecond; the duration is in ms, kept to the microsecond (further
 * decimals are rounded half up, and counted), and absent on failure; the status is the HTTP status, 0 for no response. Lines end
 * in LF or CR LF; fields may be quoted; a byte order mark, blank lines and blanks around values are passed over. Each row that
 * cannot be used is a problem with its line, column and value.
 */
public final class ProbeScanner {
    private static final int BLOCK_SIZE = 1 << 20;
    private static final Duration TIMELINE_BEFORE_EVENT = Duration.ofDays(49);

    private final ComparedWindows windows;
    private final boolean everything;
    private final ScanLimits limits;
    private final int threads;
    private final int blockSize;
    private final ScanProgress progress;

    private ProbeScanner(
            ComparedWindows windows,
            boolean everything,
            ScanLimits limits,
            int threads,
            int blockSize,
            ScanProgress progress) {
        this.windows = windows;
        this.everything = everything;
        this.limits = limits;
        this.threads = threads;
        this.blockSize = blockSize;
        this.progress = progress;
    }

    /** A scanner that keeps the samples inside the windows, on all cores, with default limits. */
    public static ProbeScanner of(ComparedWindows windows) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new ProbeScanner(windows, false, ScanLimits.DEFAULT, cores, BLOCK_SIZE, ScanProgress.NONE);
    }

    /**
     * Keeps all samples, as a time line needs, from 49 days before the outage, or from the first baseline if that is earlier, for
     * 99 days. What lies outside is read and checked but not kept.
     */
    public ProbeScanner withEverything() {
        return new ProbeScanner(windows, true, limits, threads, blockSize, progress);
    }

    /** With other limits. */
    public ProbeScanner withLimits(ScanLimits newLimits) {
        return new ProbeScanner(windows, everything, newLimits, threads, blockSize, progress);
    }

    /** With this many threads, at least one; the result is the same. */
    public ProbeScanner withThreads(int newThreads) {
        if (newThreads < 1) {
            throw new IllegalArgumentException("there must be at least one thread, was " + newThreads);
        }
        return new ProbeScanner(windows, everything, limits, newThreads, blockSize, progress);
    }

    /** With somebody who hears how far the scan is. */
    public ProbeScanner withProgress(ScanProgress newProgress) {
        return new ProbeScanner(windows, everything, limits, threads, blockSize, newProgress);
    }

    /** Reads this many bytes at a time; the result is the same. */
    ProbeScanner withBlockSize(int newBlockSize) {
        return new ProbeScanner(windows, everything, limits, threads, newBlockSize, progress);
    }

    /**
     * Reads all inputs as one set of measurements. A file that cannot be used, a passed limit or too many bad rows refuse the
     * whole scan, because a part of the measurements would answer another question.
     *
     * @param quarantine takes each problem in input order as it is found, those of whole files last; never from two threads at
     *     once
     */
    public Checked<ProbeScan> scan(List<ProbeInput> inputs, Consumer<Problem> quarantine) {
        Quarantine ordered = new Quarantine(quarantine);
        BlockSource source = new BlockSource(inputs, limits, blockSize, progress);
        KeptTimes kept = kept();
        List<Worker> workers = Stream.generate(() -> new Worker(source, ordered, limits, kept))
                .limit(threads)
                .toList();
        try {
            Workers.run(workers.stream().<Runnable>map(worker -> worker::run).toList(), ordered::abort);
        } catch (ScanRefusal refusal) {
            ordered.take(refusal.problem());
            return Checked.refused(ordered.sample());
        }
        return result(source, ordered, workers, kept);
    }

    private KeptTimes kept() {
        if (!everything) {
            return new KeptTimes(windows.origin(), windows.merged());
        }
        Instant early = windows.event().start().minus(TIMELINE_BEFORE_EVENT);
        Instant origin = early.isBefore(windows.origin()) ? early : windows.origin();
        return new KeptTimes(origin, List.of(new OutageWindow(origin, origin.plusMillis(Sample.SPAN_MILLIS))));
    }

    private Checked<ProbeScan> result(BlockSource source, Quarantine ordered, List<Worker> workers, KeptTimes kept) {
        List<ScannedFile> files = new ArrayList<>();
        List<Problem> refusals = new ArrayList<>();
        for (Problem problem : source.problems()) {
            ordered.take(problem);
            if (problem.effect() == Problem.Effect.FILE_REFUSED) {
                refusals.add(problem);
            }
        }
        for (OpenFile file : source.opened()) {
            ScannedFile scanned = file.progress().finished(file.fingerprint());
            files.add(scanned);
            if (scanned.badRows() > limits.badShare() * scanned.rows()) {
                Problem problem = tooMany(scanned);
                ordered.take(problem);
                refusals.add(problem);
            }
        }
        if (!refusals.isEmpty()) {
            return Checked.refused(ordered.sample());
        }
        Instant origin = Instant.ofEpochMilli(kept.originMillis());
        return Checked.of(
                new ProbeScan(origin, workers, files, ordered.counts(), ordered.sample(), threads), ordered.sample());
    }

    private Problem tooMany(ScannedFile file) {
        return Problem.file(
                Place.of(file.name()),
                "",
                Reason.TOO_MANY_BAD_ROWS,
                file.badRows() + " of " + file.rows() + " rows are bad; at most a share of " + limits.badShare()
                        + " may be");
    }
}
