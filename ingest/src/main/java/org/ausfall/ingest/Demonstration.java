package org.ausfall.ingest;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ausfall.core.evidence.OutageEvent;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.RecoveryCurve;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.reconstruction.SimulatedMeasurements;
import org.ausfall.core.reconstruction.SimulatedSite;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;
import org.ausfall.ingest.csv.CompaniesCsv;
import org.ausfall.ingest.csv.Listing;
import org.ausfall.ingest.csv.MeasurementsCsv;
import org.ausfall.ingest.csv.PublishedCsv;
import org.ausfall.ingest.csv.RetailersCsv;

/**
 * Writes an event folder of simulated measurements: a demonstration, which says so in its title, names no company, and brings its own
 * lists of retailers and (empty) of companies, so that nothing made up ever stands beside a real name.
 */
public final class Demonstration {
    private static final String SOURCE = "made up for this demonstration";

    private final OutageEvent model;
    private final List<SimulatedSite> sites;
    private final Seed seed;

    /**
     * A demonstration of an outage.
     *
     * @param model the event whose window, threshold, population and recovery it shares
     * @param sites the invented sites
     * @param seed where the random web sales start
     */
    public Demonstration(OutageEvent model, List<SimulatedSite> sites, Seed seed) {
        this.model = model;
        this.sites = List.copyOf(sites);
        this.seed = seed;
    }

    /** The id of the event: {@code demonstration-2017-02-28}. */
    public String id() {
        return "demonstration-" + day();
    }

    private String day() {
        return model.window().start().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /**
     * Writes all files into a folder, which exists and is empty.
     *
     * @param made one line that says how the folder was made
     * @param gzip whether to compress the measurements
     */
    public void write(Path folder, SimulatedMeasurements measurements, String made, boolean gzip) throws IOException {
        Files.writeString(folder.resolve("event.yaml"), yaml(made), StandardCharsets.UTF_8);
        StringBuilder retailers = new StringBuilder();
        RetailersCsv.write(retailers(), retailers);
        Files.writeString(folder.resolve("retailers.csv"), retailers, StandardCharsets.UTF_8);
        Listing none = new Listing("", new TreeSet<>(), new TreeSet<>(), false);
        writeHeader(folder.resolve("companies.csv"), new CompaniesCsv(none).columns());
        writeHeader(folder.resolve("published.csv"), new PublishedCsv().columns());
        Path raw = Files.createDirectory(folder.resolve("measurements"));
        Path file = raw.resolve(gzip ? "measurements.csv.gz" : "measurements.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                OutputStream text = gzip ? new GZIPOutputStream(out, 1 << 16) : out) {
            MeasurementsCsv.write(measurements, text);
        }
    }

    private static void writeHeader(Path file, List<String> columns) throws IOException {
        Files.writeString(file, String.join(",", columns) + "\n", StandardCharsets.UTF_8);
    }

    /** Web sales between 400 m and 10.4 bn a year, most of them small: the span of the top 100 retailers of 2016. */
    private List<Retailer> retailers() {
        int year = model.window().start().atZone(ZoneOffset.UTC).getYear() - 1;
        return sites.stream()
                .map(site -> {
                    UniformRandomProvider random = new Streams(seed).of("simulated sales " + site.id(), 0);
                    double u = random.nextDouble();
                    double millions = Math.rint(400 * StrictMath.pow(26, u * u));
                    return new Retailer(
                            site.id(),
                            site.id(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(Money.ofMillions(millions)),
                            OptionalInt.of(year),
                            Provenance.RECONSTRUCTED,
                            SOURCE);
                })
                .toList();
    }

    private String yaml(String made) {
        return "# " + made + "\n"
                + "# Reconstructed: every measurement, site and amount in this folder is made up. Quote nothing of it.\n"
                + "id: " + id() + "\n"
                + "title: \"Demonstration: simulated outage of " + day() + "\"\n"
                + "window: {start: \"" + model.window().start() + "\", end: \""
                + model.window().end() + "\", given_by: the simulation}\n"
                + "zone: " + model.zone().getId() + "\n"
                + "published_threshold: \"" + model.publishedThreshold().percent() + "%\"\n"
                + "population: {scope: demonstration-shops, label: invented shops, sector: \""
                + model.population().sector() + "\"}\n"
                + "recovery:\n  reads: " + knots(model.reads()) + "\n  writes: " + knots(model.writes()) + "\n"
                + "demonstration: true\n";
    }

    private static String knots(RecoveryCurve curve) {
        return curve.knots().stream()
                .map(knot -> "{at: \"" + knot.at() + "\", missing: " + knot.missing() + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
