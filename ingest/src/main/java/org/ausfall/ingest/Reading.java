package org.ausfall.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.DemandProfile;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.evidence.Company;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.OutageEvent;
import org.ausfall.core.evidence.PublishedFigure;
import org.ausfall.core.evidence.RawMeasurements;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.csv.AliasesCsv;
import org.ausfall.ingest.csv.BeliefsCsv;
import org.ausfall.ingest.csv.CompaniesCsv;
import org.ausfall.ingest.csv.CsvTable;
import org.ausfall.ingest.csv.Listing;
import org.ausfall.ingest.csv.ProfilesCsv;
import org.ausfall.ingest.csv.PublishedCsv;
import org.ausfall.ingest.csv.ResponseCsv;
import org.ausfall.ingest.csv.RetailersCsv;
import org.ausfall.ingest.csv.SectorsCsv;
import org.ausfall.ingest.csv.SlowdownsCsv;
import org.ausfall.ingest.format.ReadOptions;
import org.ausfall.ingest.text.Caps;

/** One reading of all files, each after those it refers to. */
final class Reading {
    private static final String REFERENCE = "reference";

    private final Path eventDir;
    private final Path dataDir;
    private final FileLog log;
    private final MeasurementsReading measurements;
    private final List<Path> assumptionSets;
    private final Optional<Path> aliases;

    Reading(
            Path eventDir,
            Path dataDir,
            Caps caps,
            BadRowLimit limit,
            Scanning scanning,
            List<Path> assumptionSets,
            ReadOptions formats,
            Optional<Path> aliases) {
        this.eventDir = eventDir;
        this.dataDir = dataDir;
        this.log = new FileLog(caps, limit);
        this.measurements =
                new MeasurementsReading(event("measurements"), event("slowdowns.csv"), log, limit, scanning, formats);
        this.assumptionSets = assumptionSets;
        this.aliases = aliases;
    }

    Checked<Input> input() {
        List<Problem> missing = Stream.of(eventDir, dataDir)
                .filter(folder -> Files.notExists(folder))
                .map(Reading::missingFolder)
                .toList();
        return missing.isEmpty() ? read() : Checked.refused(missing);
    }

    private static Problem missingFolder(Path folder) {
        return Problem.file(
                Place.of(folder.toString()), "", Reason.MISSING_FILE, "there is no such folder; check its name");
    }

    private Checked<Input> read() {
        AssumptionSets sets = AssumptionSets.read(
                log.table(reference("beliefs.csv"), new BeliefsCsv()),
                assumptionSets.stream().map(Reading::setFile).toList(),
                log);
        CsvTable<SourcedBelief> beliefs = sets.beliefs();
        CsvTable<ProfilesCsv.Slot> slots = log.table(reference("profiles.csv"), new ProfilesCsv());
        List<DemandProfile> profiles = ProfilesCsv.profiles(slots);
        Optional<ResponseCurves> response = ResponseCsv.curves(log.table(reference("response.csv"), new ResponseCsv()));
        CsvTable<SectorTraits> sectors = log.table(
                reference("sectors.csv"),
                new SectorsCsv(
                        BeliefsCsv.scopes(beliefs, BeliefName.RECAPTURE_R),
                        BeliefsCsv.scopes(beliefs, BeliefName.RECAPTURE_HALVING_H),
                        ProfilesCsv.names(slots)));
        CsvTable<Company> companies = log.table(eventOrReference("companies.csv"), new CompaniesCsv(sectors.listing()));
        Optional<Evidence> evidence = evidence(companies, sectors.listing());
        if (!beliefs.refused()) {
            log.addAll(RequiredBeliefs.check(
                    beliefs, sectors.values(), profiles, usedSectors(companies.values(), evidence)));
        }
        if (evidence.isEmpty() || response.isEmpty() || log.refused()) {
            return Checked.refused(log.problems());
        }
        Assumptions assumptions =
                new Assumptions(beliefs.values(), sectors.values(), profiles, response.get(), sets.replacements());
        return Checked.of(new Input(log.complete(evidence.get()), assumptions), log.problems());
    }

    private Optional<Evidence> evidence(CsvTable<Company> companies, Listing sectors) {
        Optional<OutageEvent> event = log.event(event("event.yaml"), sectors::has);
        CsvTable<Retailer> retailers =
                log.table(eventOrReference("retailers.csv"), new RetailersCsv(companies.listing()));
        if (measurements.exist()) {
            CsvTable<PublishedFigure> published = published();
            List<AliasesCsv.Alias> names = aliases(retailers.listing());
            return event.flatMap(outage -> measurements
                    .read(outage, retailers.values(), names)
                    .map(found -> evidence(
                            outage, retailers, found.sites(), companies, published, Optional.of(found.raw()))));
        }
        CsvTable<SiteSummary> sites = log.table(
                event("slowdowns.csv"),
                new SlowdownsCsv(retailers.listing(), event.map(OutageEvent::publishedThreshold)));
        CsvTable<PublishedFigure> published = published();
        return event.map(outage -> evidence(outage, retailers, sites.values(), companies, published, Optional.empty()));
    }

    /** Other names of retailers; a file that was asked for must be there, the event's own need not. */
    private List<AliasesCsv.Alias> aliases(Listing retailers) {
        Optional<FileLog.Named> file = aliases.map(path -> new FileLog.Named(path, path.toString()))
                .or(() -> Optional.of(event("aliases.csv")).filter(own -> Files.exists(own.path())));
        return file.map(named -> log.table(named, new AliasesCsv(retailers)).values())
                .orElse(List.of());
    }

    private CsvTable<PublishedFigure> published() {
        return log.optionalTable(event("published.csv"), new PublishedCsv());
    }

    private static Evidence evidence(
            OutageEvent event,
            CsvTable<Retailer> retailers,
            List<SiteSummary> sites,
            CsvTable<Company> companies,
            CsvTable<PublishedFigure> published,
            Optional<RawMeasurements> raw) {
        return new Evidence(
                event, retailers.values(), sites, companies.values(), published.values(), List.of(), List.of(), raw);
    }

    private static Set<String> usedSectors(List<Company> companies, Optional<Evidence> evidence) {
        TreeSet<String> used = new TreeSet<>();
        companies.forEach(company -> used.add(company.sector()));
        evidence.ifPresent(known -> used.add(known.event().population().sector()));
        return used;
    }

    private FileLog.Named event(String name) {
        return new FileLog.Named(eventDir.resolve(name), folderName(eventDir) + "/" + name);
    }

    private static String folderName(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }

    private static FileLog.Named setFile(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return new FileLog.Named(file, (folder == null ? "" : folderName(folder) + "/") + file.getFileName());
    }

    private FileLog.Named reference(String name) {
        return new FileLog.Named(dataDir.resolve(REFERENCE).resolve(name), REFERENCE + "/" + name);
    }

    private FileLog.Named eventOrReference(String name) {
        FileLog.Named own = event(name);
        return Files.exists(own.path()) ? own : reference(name);
    }
}
