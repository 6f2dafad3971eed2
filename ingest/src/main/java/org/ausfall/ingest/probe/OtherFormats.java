package org.ausfall.ingest.probe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.problem.Problem;

/** What a scan collects from files in other formats, one source after the other. */
final class OtherFormats {
    private final ScanLimits limits;
    private final Quarantine quarantine;
    private final ScanProgress progress;
    private final KeptTimes kept;
    private final long sampleBytes;
    private final Path spillFolder;
    private final long totalBytes;
    private final List<RecordCollector> collected = new ArrayList<>();
    private final List<Spill> spills = new ArrayList<>();
    private final List<ScannedFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    OtherFormats(
            ScanLimits limits,
            Quarantine quarantine,
            ScanProgress progress,
            KeptTimes kept,
            long sampleBytes,
            Path spillFolder,
            List<MeasurementSource> sources) {
        this.limits = limits;
        this.quarantine = quarantine;
        this.progress = progress;
        this.kept = kept;
        this.sampleBytes = sampleBytes;
        this.spillFolder = spillFolder;
        this.totalBytes = bytes(sources);
    }

    private static long bytes(List<MeasurementSource> sources) {
        List<ProbeInput> inputs =
                sources.stream().flatMap(source -> source.inputs().stream()).toList();
        boolean known = inputs.stream().allMatch(input -> input.bytes() >= 0);
        return known ? inputs.stream().mapToLong(ProbeInput::bytes).sum() : ProbeInput.UNKNOWN_SIZE;
    }

    /** Reads a source; if it cannot be used, the others still say what is wrong with them. */
    void add(MeasurementSource source) {
        RecordCollector collector = collector(source);
        try {
            files.addAll(source.read(collector));
        } catch (ScanRefusal refusal) {
            problems.add(refusal.problem());
        }
    }

    /** To be called when all sources were read. */
    void finish() {
        collected.forEach(RecordCollector::finish);
    }

    /** Sources that are treated alike share a collector, so that their samples share the memory. */
    private RecordCollector collector(MeasurementSource source) {
        for (RecordCollector known : collected) {
            if (known.deduped() == source.deduped()) {
                return known;
            }
        }
        Spill spill = new Spill(spillFolder);
        spills.add(spill);
        SampleCollector samples = new SampleCollector(kept, sampleBytes, spill);
        RecordCollector made = new RecordCollector(limits, quarantine, progress, source.deduped(), totalBytes, samples);
        collected.add(made);
        return made;
    }

    List<RecordCollector> collected() {
        return collected;
    }

    List<Spill> spills() {
        return spills;
    }

    List<ScannedFile> files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }
}
