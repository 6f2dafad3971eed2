package org.ausfall.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.evidence.OutageEvent;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.RawMeasurements;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.exposure.MeasuredState;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.SiteMeasurement;
import org.ausfall.core.precision.NormalDays;
import org.ausfall.core.precision.SiteEvidence;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.ingest.csv.AliasesCsv;
import org.ausfall.ingest.format.FormatScan;
import org.ausfall.ingest.format.FormatScanner;
import org.ausfall.ingest.format.ReadAs;
import org.ausfall.ingest.format.ReadOptions;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ProbeScan;
import org.ausfall.ingest.probe.ProbeScanner;
import org.ausfall.ingest.probe.SiteSamples;

/**
 * Reads the folder {@code measurements/} of an event, which holds raw measurements in any format that {@link FormatScanner} knows, into
 * one summary a retailer. A site is the retailer that the aliases name, whose id it is, or whose domain it is, in this order; any other
 * site is noted and left out.
 */
final class MeasurementsReading {
    private static final Pattern FILES = Pattern.compile("[^.].*\\.(csv|tsv|json|jtl|log|txt|gz|zst)");

    private final FileLog.Named folder;
    private final FileLog.Named slowdowns;
    private final FileLog log;
    private final BadRowLimit limit;
    private final Scanning scanning;
    private final ReadOptions formats;

    MeasurementsReading(
            FileLog.Named folder,
            FileLog.Named slowdowns,
            FileLog log,
            BadRowLimit limit,
            Scanning scanning,
            ReadOptions formats) {
        this.folder = folder;
        this.slowdowns = slowdowns;
        this.log = log;
        this.limit = limit;
        this.scanning = scanning;
        this.formats = formats;
    }

    /** Whether the event brings raw measurements. */
    boolean exist() {
        return Files.isDirectory(folder.path());
    }

    /**
     * What was found.
     *
     * @param sites one summary a retailer
     * @param raw what stands behind them
     */
    record Found(List<SiteSummary> sites, RawMeasurements raw) {}

    /** Reads all files; empty, with the reason in the log, if they cannot be used. */
    Optional<Found> read(OutageEvent event, List<Retailer> retailers, List<AliasesCsv.Alias> aliases) {
        if (Files.exists(slowdowns.path())) {
            return refused(
                    slowdowns.name(),
                    Reason.CONTRADICTION,
                    "the event has raw measurements in " + folder.name() + " too; remove one of them");
        }
        List<FileLog.Named> files = files();
        if (files.isEmpty()) {
            return refused(
                    folder.name(),
                    Reason.MISSING_FILE,
                    "holds no file *.csv, *.tsv, *.json, *.jtl, *.log or *.txt, plain, .gz or .zst");
        }
        try {
            ComparedWindows windows = new ComparedWindows(event.window(), event.baselines());
            return scan(windows, event, new SiteNames(retailers, aliases), files);
        } catch (IllegalArgumentException e) {
            return refused(folder.name(), Reason.OUT_OF_RANGE, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Found> refused(String name, Reason reason, String detail) {
        log.addAll(List.of(Problem.file(Place.of(name), "", reason, detail)));
        return Optional.empty();
    }

    private List<FileLog.Named> files() {
        try (Stream<Path> entries = Files.list(folder.path())) {
            return entries.map(path -> path.getFileName().toString())
                    .filter(name -> FILES.matcher(name).matches())
                    .sorted()
                    .map(name -> new FileLog.Named(folder.path().resolve(name), folder.name() + "/" + name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder.path(), e);
        }
    }

    private Optional<Found> scan(
            ComparedWindows windows, OutageEvent event, SiteNames names, List<FileLog.Named> files) {
        ProbeScanner scanner = ProbeScanner.of(windows)
                .withEverything()
                .withLimits(scanning.limits().withBadShare(1))
                .withThreads(scanning.threads())
                .withProgress(scanning.progress());
        Checked<FormatScan> checked = FormatScanner.of(scanner, formats)
                .scan(
                        files.stream()
                                .map(file -> ProbeInput.of(file.path()).named(file.name()))
                                .toList(),
                        scanning.quarantine());
        if (checked.value().isEmpty()) {
            log.addAll(checked.problems());
            return Optional.empty();
        }
        FormatScan read = checked.value().get();
        try (ProbeScan scan = read.scan()) {
            read.files().stream().map(file -> file.listed(Optional.empty())).forEach(log::add);
            log.addAll(limit.check(read.files()));
            log.addAll(read.readAs().stream().map(ReadAs::note).toList());
            read.files().stream()
                    .map(file -> file.listed(Optional.empty()))
                    .filter(file -> file.roundings() > 0)
                    .map(MeasurementsReading::rounded)
                    .forEach(note -> log.addAll(List.of(note)));
            return Optional.of(found(scan, windows, event, names));
        }
    }

    private static Problem rounded(InputFile file) {
        return Problem.note(
                Place.of(file.name()).withColumn("duration_ms"),
                String.valueOf(file.roundings()),
                Reason.OUT_OF_RANGE,
                file.roundings() + " durations had decimals beyond the microsecond and were rounded to it");
    }

    /**
     * Works through all sites. Only then is it known whether some windows of the baselines were no normal times for many of them; if so,
     * all are worked through once more without those.
     */
    private Found found(ProbeScan scan, ComparedWindows windows, OutageEvent event, SiteNames names) {
        Summaries first = new Summaries(event, names).of(scan, windows, List.of());
        List<OutageWindow> outages = NormalDays.outages(windows, List.copyOf(first.evidence.values()));
        Summaries summaries = outages.isEmpty() ? first : new Summaries(event, names).of(scan, windows, outages);
        log.addAll(summaries.notes);
        outages.forEach(window -> log.addAll(List.of(Problem.note(
                Place.of(folder.name()),
                window.start() + "/" + window.end(),
                Reason.OVERLAPPING_WINDOW,
                "many sites were slow or down in this window of the baselines, so it was left out of them"))));
        return new Found(
                new ArrayList<>(summaries.sites.values()),
                new RawMeasurements(
                        windows,
                        summaries.levels,
                        scan.problemCounts(),
                        scan.problemSample(),
                        summaries.notMeasurable,
                        summaries.evidence,
                        outages,
                        OutageSearch.in(scan, scanning.dedupe(), Optional.empty(), event.publishedThreshold())));
    }

    /** The summaries of one pass over all sites, as they come in the order of their names. */
    private final class Summaries {
        private final Provenance provenance;
        private final SiteNames names;
        private final Map<String, SiteSummary> sites = new TreeMap<>();
        private final Map<String, String> siteOf = new TreeMap<>();
        private final Map<String, Long> levels = new TreeMap<>();
        private final Map<String, String> notMeasurable = new TreeMap<>();
        private final AtomicLong repeats = new AtomicLong();
        private final Map<String, SiteEvidence> evidence = new TreeMap<>();
        private final List<Problem> notes = new ArrayList<>();

        Summaries(OutageEvent event, SiteNames names) {
            this.provenance = event.demonstration() ? Provenance.RECONSTRUCTED : Provenance.MEASURED;
            this.names = names;
        }

        /** A site of the measurements, worked out if it is a retailer. */
        private record Named(String site, Optional<SiteEvidence.Found> found) {}

        Summaries of(ProbeScan scan, ComparedWindows windows, List<OutageWindow> outages) {
            scan.forEachSite(samples -> named(samples, windows, outages), this::add);
            noteRepeats();
            return this;
        }

        private Named named(SiteSamples samples, ComparedWindows windows, List<OutageWindow> outages) {
            return new Named(
                    samples.site(),
                    names.find(samples.site())
                            .map(retailer ->
                                    SiteEvidence.of(once(samples).toSite(), windows, outages, scanning.seed())));
        }

        private SiteSamples once(SiteSamples all) {
            SiteSamples samples = scanning.dedupe() ? all.withoutRepeats() : all;
            repeats.addAndGet(all.size() - samples.size());
            return samples;
        }

        private void noteRepeats() {
            if (repeats.get() > 0) {
                notes.add(Problem.note(
                        Place.of(folder.name()),
                        String.valueOf(repeats.get()),
                        Reason.DUPLICATE,
                        repeats.get() + " measurements were left out, because another of the same site and location"
                                + " was taken at the same time (--dedupe)"));
            }
        }

        private void add(Named named) {
            Optional<Retailer> retailer = names.find(named.site());
            if (retailer.isEmpty()) {
                note(
                        named.site(),
                        Reason.UNKNOWN_RETAILER,
                        "no retailer has this id or domain and no alias names it; its measurements were left out");
            } else if (siteOf.containsKey(retailer.get().id())) {
                note(
                        named.site(),
                        Reason.DUPLICATE,
                        "the same retailer as site " + siteOf.get(retailer.get().id())
                                + ", which is used; its measurements were left out");
            } else {
                use(retailer.get(), named.found().orElseThrow());
            }
        }

        private void use(Retailer retailer, SiteEvidence.Found found) {
            SiteMeasurement site = found.measured();
            siteOf.put(retailer.id(), site.site());
            site.locations().forEach(location -> levels.merge(location.baselineLevel(), 1L, Long::sum));
            sites.put(retailer.id(), SiteSummary.measured(retailer, site, provenance, Place.of(folder.name())));
            evidence.put(retailer.id(), found.evidence());
            if (!site.isDown() && site.slowdown().isEmpty()) {
                notMeasurable.put(retailer.id(), MeasuredState.why(site.locations()));
            }
        }

        private void note(String site, Reason reason, String detail) {
            notes.add(Problem.note(Place.of(folder.name()).withColumn("site"), site, reason, detail));
        }
    }
}
