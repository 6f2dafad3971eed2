package org.ausfall.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ausfall.core.measurement.Baseline;
import org.ausfall.core.measurement.Baselines;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.ingest.event.WindowText;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.report.RunRecord;
import org.ausfall.report.measured.Grouping;
import org.ausfall.report.measured.MeasurementFiles;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ausfall measure}: raw measurements in, a row a site out. */
final class MeasureCommand implements Subcommand {
    private final Surroundings surroundings;

    private final NamedInputs files = new NamedInputs();

    private final Given<OutageWindow> window = Given.of(
            OutageWindow.class,
            OptionSpec.builder("--window")
                    .paramLabel("FROM/TO")
                    .required(true)
                    .converters(new FromText<>(WindowText::parse))
                    .description(
                            "The outage: an ISO-8601 interval with a zone, as in 2017-02-28T17:37:00Z/2017-02-28T21:54:00Z"));

    private final BaselineChoice baseline = new BaselineChoice();

    /** At most one way to choose the baseline. */
    private static final class BaselineChoice implements Takes {
        private final Given<OutageWindow> given = Given.of(
                OutageWindow.class,
                OptionSpec.builder("--baseline")
                        .paramLabel("FROM/TO")
                        .converters(new FromText<>(WindowText::parse))
                        .description("Compare with this window and nothing else."));

        private final Given<Integer> weeks = Given.of(
                Integer.class,
                OptionSpec.builder("--baseline-weeks")
                        .paramLabel("N")
                        .description("Compare with the same weekday and hours of N earlier weeks and nothing else."));

        @Override
        public void addTo(CommandSpec command) {
            command.addArgGroup(ArgGroupSpec.builder()
                    .addArg(given.spec())
                    .addArg(weeks.spec())
                    .build());
        }

        private List<Baseline> of(OutageWindow event) {
            return given.find()
                    .map(Baselines::given)
                    .or(() -> weeks.find().map(number -> Baselines.weeks(event, number)))
                    .orElseGet(() -> Baselines.usual(event));
        }
    }

    private final Given<Grouping> by = Given.of(
            Grouping.class,
            OptionSpec.builder("--by")
                    .paramLabel("WHAT")
                    .defaultValue("site")
                    .converters(new FromText<>(Grouping::parse))
                    .description(
                            "What a row of sites.csv is: site, or site,location. Default: ${DEFAULT-VALUE}",
                            "By site, quantiles pool the locations, the slowdown is the median over",
                            "locations, and a site is down when half of its locations are at once."));

    private final Given<Bin> timeline = Given.of(
            Bin.class,
            OptionSpec.builder("--timeline")
                    .paramLabel("BIN")
                    .defaultValue("5m")
                    .converters(new FromText<>(Bin::parse))
                    .description(
                            "Bins of timeline.csv, as in 30s, 5m or 1h; none leaves it out. Default: ${DEFAULT-VALUE}"));

    private final Given<Threshold> threshold = Given.of(
            Threshold.class,
            OptionSpec.builder("--threshold")
                    .paramLabel("PERCENT")
                    .defaultValue("20%")
                    .converters(new FromText<>(Threshold::parse))
                    .description("From which slowdown on a site counts as affected. Default: ${DEFAULT-VALUE}"));

    private final Given<Boolean> sha256 = Given.flag(OptionSpec.builder("--sha256")
            .description("Record the SHA-256 of each file too; costs about as much as reading it."));

    private final ThreadsOption threads = new ThreadsOption();

    private final BadRowsOption maxBadRows = new BadRowsOption();

    private final FormatOptions formats = new FormatOptions();

    private final ScanOptions scan = new ScanOptions();

    private final Given<Path> out = Given.of(
            Path.class,
            OptionSpec.builder("--out")
                    .paramLabel("DIR")
                    .required(true)
                    .description(
                            "The folder for sites.csv, timeline.csv, problems.csv and run.json; replaced as a whole."));

    private final QuietOption quiet = new QuietOption();

    private final CommandSpec spec;

    MeasureCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        spec = Usage.of(
                this,
                "measure",
                List.of(
                        "Sums up raw measurements before and during an outage, exactly, site by site.",
                        "Reads CSV with the columns timestamp,site,location,duration_ms,status in any order: times in",
                        "ISO-8601 with a zone, durations in ms (blank on failure), HTTP status or 0 for no response;",
                        "and the exports of other monitors (ausfall formats)."),
                List.of(
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
                        "  zcat probes.gz | ausfall measure - --window ... --out out/sites"),
                files,
                window,
                baseline,
                by,
                timeline,
                threshold,
                sha256,
                threads,
                maxBadRows,
                formats,
                scan,
                out,
                quiet);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Instant started = surroundings.clock().instant();
        if (files.tellMissing(surroundings)) {
            return Exit.NO_INPUT;
        }
        Measuring measuring = checked();
        try {
            Path folder = MeasurementFiles.folder(out.value()).publish(aside -> measuring.into(aside, started));
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
        return out.value().isAbsolute()
                ? folder.toString()
                : out.value().normalize().toString();
    }

    private Measuring checked() {
        OutageWindow event = window.value();
        ScanLimits limits = scan.limits();
        ComparedWindows windows = Usage.checked(spec, () -> new ComparedWindows(event, baseline.of(event)));
        return new Measuring(
                files.open(surroundings.in()),
                windows,
                new Measuring.Choices(
                        by.value(),
                        timeline.value(),
                        scan.dedupe(),
                        threshold.value(),
                        sha256.value(),
                        maxBadRows.limit(),
                        formats.read()),
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
        options.put("by", by.value().code());
        options.put("timeline", timeline.value().text());
        options.put("dedupe", String.valueOf(scan.dedupe()));
        options.put("threshold", threshold.value().percent() + "%");
        options.put("sha256", String.valueOf(sha256.value()));
        options.put("max-bad-rows", maxBadRows.limit().toString());
        options.put("out", out.value().toString());
        return surroundings.record(options, threads, started);
    }
}
