package org.ausfall.ingest.probe;

import java.nio.file.Path;
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
    private static final int BLOCK_SIZE = 1 << 18;
    /** More workers only wait for each other: the input is read by one at a time. Each has tables of its own, which take memory. */
    private static final int MOST_WORKERS = 8;

    private static final Duration TIMELINE_BEFORE_EVENT = Duration.ofDays(49);

    private final KeptTimes inWindows;
    private final KeptTimes all;
    private boolean everything;
    private ScanLimits limits = ScanLimits.DEFAULT;
    private int threads = Runtime.getRuntime().availableProcessors();
    private int blockSize = BLOCK_SIZE;
    private ScanProgress progress = ScanProgress.NONE;
    private long sampleBytes = Runtime.getRuntime().maxMemory() / 4;
    private Path spillFolder = Path.of(System.getProperty("java.io.tmpdir", "."));

    private ProbeScanner(KeptTimes inWindows, KeptTimes all) {
        this.inWindows = inWindows;
        this.all = all;
    }

    private ProbeScanner(ProbeScanner other) {
        this.inWindows = other.inWindows;
        this.all = other.all;
        this.everything = other.everything;
        this.limits = other.limits;
        this.threads = other.threads;
        this.blockSize = other.blockSize;
        this.progress = other.progress;
        this.sampleBytes = other.sampleBytes;
        this.spillFolder = other.spillFolder;
    }

    /**
     * A scanner that keeps the samples inside the windows, on all cores, with default limits, holding samples in a quarter of the
     * heap and those that find no room there in temporary files.
     */
    public static ProbeScanner of(ComparedWindows windows) {
        Instant early = windows.event().start().minus(TIMELINE_BEFORE_EVENT);
        Instant origin = early.isBefore(windows.origin()) ? early : windows.origin();
        return new ProbeScanner(new KeptTimes(windows.origin(), windows.merged()), from(origin));
    }

    /**
     * A scanner that keeps all samples from 49 days before a moment for 99 days, where nobody knows yet of a window. What lies
     * outside is read and checked but not kept.
     *
     * @param moment some time of the measurements, such as {@link FirstTime} finds
     */
    public static ProbeScanner around(Instant moment) {
        KeptTimes all = from(moment.minus(TIMELINE_BEFORE_EVENT));
        return new ProbeScanner(all, all);
    }

    private static KeptTimes from(Instant origin) {
        return new KeptTimes(origin, List.of(new OutageWindow(origin, origin.plusMillis(Sample.SPAN_MILLIS))));
    }

    /**
     * Keeps all samples, as a time line needs, from 49 days before the outage, or from the first baseline if that is earlier, for
     * 99 days. What lies outside is read and checked but not kept.
     */
    public ProbeScanner withEverything() {
        ProbeScanner changed = new ProbeScanner(this);
        changed.everything = true;
        return changed;
    }

    /** With other limits. */
    public ProbeScanner withLimits(ScanLimits newLimits) {
        ProbeScanner changed = new ProbeScanner(this);
        changed.limits = newLimits;
        return changed;
    }

    /** With this many threads, at least one; the result is the same. */
    public ProbeScanner withThreads(int newThreads) {
        if (newThreads < 1) {
            throw new IllegalArgumentException("there must be at least one thread, was " + newThreads);
        }
        ProbeScanner changed = new ProbeScanner(this);
        changed.threads = newThreads;
        return changed;
    }

    /** With somebody who hears how far the scan is. */
    public ProbeScanner withProgress(ScanProgress newProgress) {
        ProbeScanner changed = new ProbeScanner(this);
        changed.progress = newProgress;
        return changed;
    }

    /** Holds about this many bytes of samples in memory, and writes more to temporary files in the folder; the result is the same. */
    public ProbeScanner withMemory(long newSampleBytes, Path newSpillFolder) {
        ProbeScanner changed = new ProbeScanner(this);
        changed.sampleBytes = newSampleBytes;
        changed.spillFolder = newSpillFolder;
        return changed;
    }

    /** Reads this many bytes at a time; the result is the same. */
    ProbeScanner withBlockSize(int newBlockSize) {
        ProbeScanner changed = new ProbeScanner(this);
        changed.blockSize = newBlockSize;
        return changed;
    }

    /**
     * Reads all inputs as one set of measurements. A file that cannot be used, a passed limit or too many bad rows refuse the
     * whole scan, because a part of the measurements would answer another question.
     *
     * @param quarantine takes each problem in input order as it is found, those of whole files last; never from two threads at
     *     once
     */
    public Checked<ProbeScan> scan(List<ProbeInput> inputs, Consumer<Problem> quarantine) {
        return scan(inputs, List.of(), quarantine);
    }

    /**
     * Reads inputs of its own format, and what others make of files in other formats, as one set of measurements. The own inputs
     * come first, in problems and in the list of files.
     */
    public Checked<ProbeScan> scan(
            List<ProbeInput> inputs, List<MeasurementSource> others, Consumer<Problem> quarantine) {
        Quarantine ordered = new Quarantine(quarantine);
        BlockSource source = new BlockSource(inputs, limits, blockSize, progress);
        KeptTimes kept = everything ? all : inWindows;
        int readers = Math.min(threads, MOST_WORKERS);
        List<Spill> spills =
                Stream.generate(() -> new Spill(spillFolder)).limit(readers).toList();
        List<Worker> workers = spills.stream()
                .map(spill -> new Worker(source, ordered, limits, kept, sampleBytes / readers, spill))
                .toList();
        // Two collectors at most, which share what the workers leave.
        long otherBytes = inputs.isEmpty() ? sampleBytes / 2 : sampleBytes / 4;
        OtherFormats read = new OtherFormats(limits, ordered, progress, kept, otherBytes, spillFolder, others);
        try {
            Workers.run(workers.stream().<Runnable>map(worker -> worker::run).toList(), () -> {
                source.stop();
                ordered.abort();
            });
            others.forEach(read::add);
            read.finish();
        } catch (ScanRefusal refusal) {
            ordered.take(refusal.problem());
            spills.forEach(Spill::close);
            read.spills().forEach(Spill::close);
            return Checked.refused(ordered.sample());
        }
        return result(source, ordered, workers, spills, kept, read);
    }

    private Checked<ProbeScan> result(
            BlockSource source,
            Quarantine ordered,
            List<Worker> workers,
            List<Spill> ownSpills,
            KeptTimes kept,
            OtherFormats read) {
        List<ScannedFile> files = new ArrayList<>();
        source.opened().forEach(file -> files.add(file.progress().finished(file.fingerprint())));
        files.addAll(read.files());
        List<Collected> collected = new ArrayList<>(workers);
        collected.addAll(read.collected());
        List<Spill> spills = new ArrayList<>(ownSpills);
        spills.addAll(read.spills());
        Instant origin = Instant.ofEpochMilli(kept.originMillis());
        List<Problem> ofFiles = new ArrayList<>(source.problems());
        ofFiles.addAll(read.problems());
        files.stream().filter(this::isTooBad).map(this::tooMany).forEach(ofFiles::add);
        SiteIndex index = new SiteIndex(collected);
        ProbeScan.tooLargeSite(collected, index).ifPresent(ofFiles::add);
        ofFiles.forEach(ordered::take);
        if (ofFiles.stream().anyMatch(problem -> problem.effect() == Problem.Effect.FILE_REFUSED)) {
            spills.forEach(Spill::close);
            return Checked.refused(ordered.sample());
        }
        return Checked.of(
                new ProbeScan(origin, collected, index, spills, files, ordered.counts(), ordered.sample()),
                ordered.sample());
    }

    /** What input may cost. */
    public ScanLimits limits() {
        return limits;
    }

    private boolean isTooBad(ScannedFile file) {
        return file.badRows() > limits.badShare() * file.rows();
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
