package org.ausfall.ingest.format;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.ingest.probe.Measurement;
import org.ausfall.ingest.probe.MeasurementSink;
import org.ausfall.ingest.probe.MeasurementSource;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.ingest.probe.ScanProgress;
import org.ausfall.ingest.probe.ScanRefusal;
import org.ausfall.ingest.probe.ScannedFile;

/** Turns files of whatever formats into one file of own CSV. */
public final class Conversion {
    private final ReadOptions options;
    private final ScanLimits limits;
    private final ScanProgress progress;
    private final boolean dedupe;

    /**
     * Converts within limits, as the options say where files do not say it themselves.
     *
     * @param dedupe whether of several measurements of a site and location at one time only one is written (a success first), which
     *     some formats demand anyway
     */
    public Conversion(ReadOptions options, ScanLimits limits, ScanProgress progress, boolean dedupe) {
        this.options = options;
        this.limits = limits;
        this.progress = progress;
        this.dedupe = dedupe;
    }

    /**
     * What was converted.
     *
     * @param files the files as they were read
     * @param readAs as what
     * @param written how many rows were written, one a measurement
     */
    public record Converted(List<ScannedFile> files, List<ReadAs> readAs, long written) {
        /** Copies the lists. */
        public Converted {
            files = List.copyOf(files);
            readAs = List.copyOf(readAs);
        }
    }

    /**
     * Writes the measurements of all inputs, in their order but for those of formats that are joined or held to leave out repeats,
     * which come when all of a file is known. The target stays open; what was written to it is worthless if this is refused.
     */
    public Checked<Converted> convert(List<ProbeInput> inputs, OutputStream target, Consumer<Problem> quarantine) {
        Sources sources = Sources.allOf(inputs, options, limits);
        List<Problem> problems = new ArrayList<>(sources.problems());
        problems.forEach(quarantine);
        if (!problems.isEmpty()) {
            return Checked.refused(problems);
        }
        CanonicalCsv csv = new CanonicalCsv(target);
        List<ScannedFile> files = new ArrayList<>();
        Repeats repeats = new Repeats();
        Writing writing = new Writing(csv, repeats, problems, quarantine);
        try {
            for (MeasurementSource source : sources.others()) {
                writing.deduping = dedupe || source.deduped();
                files.addAll(source.read(writing));
            }
            repeats.drain(csv::write);
        } catch (ScanRefusal refusal) {
            quarantine.accept(refusal.problem());
            return Checked.refused(List.of(refusal.problem()));
        }
        csv.flush();
        return Checked.of(new Converted(files, sources.readAs(), csv.written()), problems);
    }

    private final class Writing implements MeasurementSink {
        private static final int MOST_SHOWN = 100;

        private final CanonicalCsv csv;
        private final Repeats repeats;
        private final List<Problem> shown;
        private final Consumer<Problem> quarantine;
        private final Set<String> sites = new HashSet<>();
        private final Set<String> locations = new HashSet<>();
        private boolean deduping;
        private long bytes;

        Writing(CanonicalCsv csv, Repeats repeats, List<Problem> shown, Consumer<Problem> quarantine) {
            this.csv = csv;
            this.repeats = repeats;
            this.shown = shown;
            this.quarantine = quarantine;
        }

        @Override
        public void take(Measurement measurement) {
            sites.add(measurement.site());
            locations.add(measurement.location());
            limits.checkNames(sites.size(), locations.size());
            if (deduping) {
                repeats.add(measurement);
            } else {
                csv.write(measurement);
            }
        }

        @Override
        public void reject(Problem problem) {
            quarantine.accept(problem);
            Optional.of(problem).filter(any -> shown.size() < MOST_SHOWN).ifPresent(shown::add);
        }

        @Override
        public void advance(long more) {
            bytes += more;
            progress.read(bytes, ProbeInput.UNKNOWN_SIZE);
        }
    }
}
