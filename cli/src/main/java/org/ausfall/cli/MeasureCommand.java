package org.ausfall.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ausfall.core.measurement.Baseline;
import org.ausfall.core.measurement.Baselines;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.report.RunRecord;
import org.ausfall.report.measured.Grouping;
import org.ausfall.report.measured.MeasurementFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ausfall measure}: raw measurements in, a row a site out. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Sums up raw measurements before and during an outage, exactly, site by site.",
            "Reads CSV with the columns timestamp,site,location,duration_ms,status in any order: times in",
            "ISO-8601 with a zone, durations in ms (blank on failure), HTTP status or 0 for no response;",
            "and the exports of other monitors (ausfall formats)."
        },
        footer = {
            "",
            "Without a baseline option each site and location is compared with the first of these that has",
            "enough measurements: the same weekday and hours of 3 earlier weeks (30), the same hours of up",
            "to 7 preceding days (8), the 24 hours before. What was used stands in run.json.",
            "",
            "Examples:",
            "  ausfall measure probes.csv --window 2017-02-28T17:37:00Z/2017-02-28T21:54:00Z --out out/sites",
            "  ausfall measure 'probes-*.csv.gz' --window 2017-02-28T17:37:00Z/PT4H17M --by site,location \\",
            "      --baseline 2017-02-27T17:37:00Z/PT4H17M --timeline none --out out/locations",
            "  ausfall measure results.jtl --window 2017-02-28T17:37:00Z/PT4H17M --zone UTC --out out/sites",
            "  zcat probes.gz | ausfall measure - --window ... --out out/sites"
        })
final class MeasureCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private NamedInputs files = new NamedInputs();

    @Option(
            names = "--window",
            paramLabel = "FROM/TO",
            required = true,
            converter = FromText.ToWindow.class,
            description =
                    "The outage: an ISO-8601 interval with a zone, as in 2017-02-28T17:37:00Z/2017-02-28T21:54:00Z")
    private Optional<OutageWindow> window = Optional.empty();

    @CommandLine.ArgGroup
    private BaselineChoice baseline = new BaselineChoice();

    /** At most one way to choose the baseline. */
    static final class BaselineChoice {
        @Option(
                names = "--baseline",
                paramLabel = "FROM/TO",
                converter = FromText.ToWindow.class,
                description = "Compare with this window and nothing else.")
        private Optional<OutageWindow> given = Optional.empty();

        @Option(
                names = "--baseline-weeks",
                paramLabel = "N",
                description = "Compare with the same weekday and hours of N earlier weeks and nothing else.")
        private Optional<Integer> weeks = Optional.empty();

        private List<Baseline> of(OutageWindow event) {
            return given.map(Baselines::given)
                    .or(() -> weeks.map(number -> Baselines.weeks(event, number)))
                    .orElseGet(() -> Baselines.usual(event));
        }
    }

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "site",
            converter = FromText.ToGrouping.class,
            description = {
                "What a row of sites.csv is: site, or site,location. Default: ${DEFAULT-VALUE}",
                "By site, quantiles pool the locations, the slowdown is the median over",
                "locations, and a site is down when half of its locations are at once."
            })
    private Grouping by = Grouping.SITE;

    @Option(
            names = "--timeline",
            paramLabel = "BIN",
            defaultValue = "5m",
            converter = FromText.ToBin.class,
            description = "Bins of timeline.csv, as in 30s, 5m or 1h; none leaves it out. Default: ${DEFAULT-VALUE}")
    private Bin timeline = Bin.parse("5m");

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            defaultValue = "20%",
            converter = FromText.ToThreshold.class,
            description = "From which slowdown on a site counts as affected. Default: ${DEFAULT-VALUE}")
    private Threshold threshold = Threshold.parse("20%");

    @Option(names = "--sha256", description = "Record the SHA-256 of each file too; costs about as much as reading it.")
    private boolean sha256;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private BadRowsOption maxBadRows = new BadRowsOption();

    @Mixin
    private FormatOptions formats = new FormatOptions();

    @Mixin
    private ScanOptions scan = new ScanOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder for sites.csv, timeline.csv, problems.csv and run.json; replaced as a whole.")
    private Path out = Path.of("out");

    @Mixin
    private QuietOption quiet = new QuietOption();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    MeasureCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Instant started = surroundings.clock().instant();
        if (files.tellMissing(surroundings)) {
            return Exit.NO_INPUT;
        }
        Measuring measuring = checked();
        try {
            Path folder = MeasurementFiles.folder(out).publish(aside -> measuring.into(aside, started));
            if (!quiet.given()) {
                FormatOptions.tell(measuring.readAs(), surroundings.err());
                surroundings.out().println(measuring.summary(shown(folder)));
            }
            return Exit.OK;
        } catch (RefusedMeasurements refused) {
            return refused.tell(surroundings);
        }
    }

    /** The folder as the analyst named it. */
    private String shown(Path folder) {
        return out.isAbsolute() ? folder.toString() : out.normalize().toString();
    }

    private Measuring checked() {
        OutageWindow event = window.orElseThrow(() -> Usage.mistake(spec, "--window is needed"));
        ScanLimits limits = scan.limits();
        ComparedWindows windows = Usage.checked(spec, () -> new ComparedWindows(event, baseline.of(event)));
        return new Measuring(
                files.open(surroundings.in()),
                windows,
                new Measuring.Choices(
                        by, timeline, scan.dedupe(), threshold, sha256, maxBadRows.limit(), formats.read()),
                limits,
                threads.count(),
                new ByteProgress(quiet.terminal(surroundings), surroundings.clock()),
                this::record);
    }

    private RunRecord record(Instant started) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("command", "measure");
        options.put("files", String.join(" ", files.names()));
        options.putAll(formats.recorded());
        options.put("by", by.code());
        options.put("timeline", timeline.text());
        options.put("dedupe", String.valueOf(scan.dedupe()));
        options.put("threshold", threshold.percent() + "%");
        options.put("sha256", String.valueOf(sha256));
        options.put("max-bad-rows", maxBadRows.limit().toString());
        options.put("out", out.toString());
        return surroundings.record(options, threads, started);
    }
}
