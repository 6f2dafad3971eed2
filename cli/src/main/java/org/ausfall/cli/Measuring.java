package org.ausfall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.exposure.MeasuredState;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.SiteMeasurement;
import org.ausfall.core.measurement.Timeline;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.ingest.BadRowLimit;
import org.ausfall.ingest.format.FormatScan;
import org.ausfall.ingest.format.FormatScanner;
import org.ausfall.ingest.format.ReadAs;
import org.ausfall.ingest.format.ReadOptions;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ProbeScan;
import org.ausfall.ingest.probe.ProbeScanner;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.ingest.probe.ScannedFile;
import org.ausfall.ingest.probe.SiteSamples;
import org.ausfall.report.RunRecord;
import org.ausfall.report.csv.ProblemRows;
import org.ausfall.report.measured.Grouping;
import org.ausfall.report.measured.MeasuredRun;
import org.ausfall.report.measured.MeasuredTally;
import org.ausfall.report.measured.MeasurementFiles;
import org.ausfall.report.measured.MeasurementText;
import org.ausfall.report.wording.Counted;

/** One run of {@code ausfall measure}: from the scanner to the files. */
final class Measuring {
    private final List<ProbeInput> inputs;
    private final List<MessageDigest> digests;
    private final ComparedWindows windows;
    private final Choices choices;
    private final ScanLimits limits;
    private final int threads;
    private final ByteProgress progress;
    private final Function<Instant, RunRecord> record;
    private final MeasuredTally tally;
    private final List<ReadAs> readAs = new ArrayList<>();
    private final AtomicLong repeats = new AtomicLong();
    private long rows;
    private long badRows;
    private int sites;

    /**
     * What the analyst chose.
     *
     * @param by what a row is about
     * @param bin the bins of the time line
     * @param dedupe whether repeated measurements are left out
     * @param threshold from which slowdown on a site counts as affected
     * @param sha256 whether to compute the SHA-256 of the inputs
     * @param maxBadRows how many rows of a file may be bad
     * @param formats what files do not say themselves
     */
    record Choices(
            Grouping by,
            Bin bin,
            boolean dedupe,
            Threshold threshold,
            boolean sha256,
            BadRowLimit maxBadRows,
            ReadOptions formats) {}

    Measuring(
            List<ProbeInput> inputs,
            ComparedWindows windows,
            Choices choices,
            ScanLimits limits,
            int threads,
            ByteProgress progress,
            Function<Instant, RunRecord> record) {
        this.digests = choices.sha256() ? inputs.stream().map(input -> sha256()).toList() : List.of();
        this.inputs = choices.sha256() ? hashed(inputs, digests) : inputs;
        this.windows = windows;
        this.choices = choices;
        this.limits = limits;
        this.threads = threads;
        this.progress = progress;
        this.record = record;
        this.tally = new MeasuredTally(choices.threshold());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static List<ProbeInput> hashed(List<ProbeInput> inputs, List<MessageDigest> digests) {
        List<ProbeInput> hashed = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            hashed.add(inputs.get(i).through(digests.get(i)));
        }
        return hashed;
    }

    /** Writes all files into a folder. */
    void into(Path folder, Instant started) throws IOException {
        FormatScan read = scan(folder);
        readAs.addAll(read.readAs());
        try (ProbeScan scan = read.scan();
                MeasurementFiles files =
                        MeasurementFiles.open(folder, choices.bin().length().isPresent())) {
            MeasurementText text = new MeasurementText(choices.by(), choices.threshold());
            scan.forEachSite(samples -> render(text, samples), rendered -> {
                tally.add(rendered.site(), rendered.verdict());
                files.add(rendered.siteRows(), rendered.timelineRows());
            });
            sites = scan.sites().size();
            files.finish(new MeasuredRun(
                    record.apply(started),
                    windows,
                    listed(read.files()),
                    scan.problemCounts(),
                    repeats.get() + scan.repeats(),
                    tally));
        }
    }

    private FormatScan scan(Path folder) {
        ProbeScanner scanner =
                ProbeScanner.of(windows).withLimits(limits).withThreads(threads).withProgress(progress);
        scanner = choices.bin().length().isPresent() ? scanner.withEverything() : scanner;
        try (ProblemRows problems = MeasurementFiles.problems(folder);
                progress) {
            return RefusedMeasurements.orScan(
                    FormatScanner.of(scanner, choices.formats()), inputs, choices.maxBadRows(), problems);
        }
    }

    /** The rows of a site, and what they were made from. */
    private record Rendered(SiteMeasurement site, MeasuredState verdict, String siteRows, String timelineRows) {}

    private Rendered render(MeasurementText text, SiteSamples all) {
        SiteSamples samples = choices.dedupe() ? all.withoutRepeats() : all;
        repeats.addAndGet(all.size() - samples.size());
        SiteMeasurement site = samples.measure(windows);
        Optional<Duration> bin = choices.bin().length();
        String timeline =
                bin.isEmpty() ? "" : MeasurementText.timeline(site.site(), Timeline.of(samples.series(), bin.get()));
        MeasuredState verdict = MeasuredState.of(site, choices.threshold());
        return new Rendered(site, verdict, text.sites(site, verdict), timeline);
    }

    private List<InputFile> listed(List<ScannedFile> files) {
        List<InputFile> listed = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Optional<String> hash = choices.sha256()
                    ? Optional.of(HexFormat.of().formatHex(digests.get(i).digest()))
                    : Optional.empty();
            InputFile file = files.get(i).listed(hash);
            rows += file.rowsRead();
            badRows += file.rowsRejected();
            listed.add(file);
        }
        return listed;
    }

    /** As what files were read that are not plain own CSV. */
    List<ReadAs> readAs() {
        return readAs;
    }

    /** What was done, for the terminal. */
    String summary(String folder) {
        String rest = choices.bin().length().isPresent() ? "timeline.csv, problems.csv" : "problems.csv";
        return Counted.of(rows, "row", "rows") + " read, " + badRows + " rejected, "
                + Counted.of(sites, "site", "sites") + ".\n" + tally.sentence() + "\n"
                + tally.baselines() + "\nMeasured: " + folder + "/sites.csv  (+ " + rest + ", run.json)";
    }
}
