package org.ausfall.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.core.problem.Checked;
import org.ausfall.ingest.format.DecimalMark;
import org.ausfall.ingest.format.Descriptor;
import org.ausfall.ingest.format.Formats;
import org.ausfall.ingest.format.ReadAs;
import org.ausfall.ingest.format.ReadOptions;
import org.ausfall.ingest.format.Unit;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What files of measurements do not say themselves; the same options for every command that reads them. */
final class FormatOptions implements Takes {
    private static final String AUTO = "auto";

    private final Given<String> format = Given.of(
            String.class,
            OptionSpec.builder("--format")
                    .paramLabel("NAME")
                    .defaultValue(AUTO)
                    .description(
                            "The format of the measurements: auto looks at each file and says what it decided; else a name",
                            "from ausfall formats, or a descriptor of your own (FILE.yaml). Default: ${DEFAULT-VALUE}"));

    private final Given<String> zone = Given.of(
            String.class,
            OptionSpec.builder("--zone")
                    .paramLabel("ZONE")
                    .description(
                            "Where the clock of local times hangs, as in UTC or Europe/Berlin. Without it they are refused."));

    private final Given<String> kind = Given.of(
            String.class,
            OptionSpec.builder("--kind")
                    .paramLabel("KIND")
                    .description(
                            "Which durations to read: page_load, full_response, ttfb or check. Default: what the format",
                            "usually means. Kinds are never mixed."));

    private final Given<String> unit = Given.of(
            String.class,
            OptionSpec.builder("--unit")
                    .paramLabel("UNIT")
                    .description("The unit of durations that have none: ns, us, ms, s or min."));

    private final Given<String> decimal = Given.of(
            String.class,
            OptionSpec.builder("--decimal")
                    .paramLabel("MARK")
                    .description("The decimal mark of numbers that could be read two ways: point or comma."));

    @Override
    public void addTo(CommandSpec command) {
        List.of(format, zone, kind, unit, decimal).forEach(option -> option.addTo(command));
    }

    /**
     * The options, checked.
     *
     * @throws CommandLine.ParameterException if one cannot be understood, with a message that says what to write
     */
    ReadOptions read() {
        return Usage.checked(format.spec().command(), this::parsed);
    }

    private ReadOptions parsed() {
        return new ReadOptions(
                format.value().equals(AUTO) ? Optional.empty() : Optional.of(descriptor()),
                zone.find().map(FormatOptions::zoneId),
                kind.find()
                        .map(code -> known(
                                MetricKind.find(code), "--kind", code, "page_load, full_response, ttfb or check")),
                unit.find().map(code -> known(Unit.find(code), "--unit", code, "ns, us, ms, s or min")),
                decimal.find()
                        .map(code -> known(
                                DecimalMark.find(code).filter(mark -> mark != DecimalMark.EITHER),
                                "--decimal",
                                code,
                                "point or comma")));
    }

    private static <T> T known(Optional<T> found, String option, String code, String choices) {
        return found.orElseThrow(
                () -> new IllegalArgumentException("'" + code + "' is nothing " + option + " knows; write " + choices));
    }

    private static ZoneId zoneId(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time zone; write UTC, an offset as in -05:00, or a name as in Europe/Berlin",
                    unknown);
        }
    }

    private Descriptor descriptor() {
        Optional<Descriptor> shipped = Formats.shipped().find(format.value());
        if (shipped.isPresent()) {
            return shipped.get();
        }
        if (!format.value().matches(".*\\.ya?ml") && Files.notExists(Path.of(format.value()))) {
            throw new IllegalArgumentException("there is no format '" + format.value()
                    + "'; write auto, the file of a descriptor," + " or one of " + String.join(", ", Formats.ids()));
        }
        Checked<Descriptor> described = Formats.describedIn(Path.of(format.value()));
        return described
                .value()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the descriptor cannot be used: " + described.problems().get(0)));
    }

    /** The options as they stand in the record of a run; only those that were given. */
    Map<String, String> recorded() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("format", format.value());
        zone.find().ifPresent(text -> options.put("zone", text));
        kind.find().ifPresent(text -> options.put("kind", text));
        unit.find().ifPresent(text -> options.put("unit", text));
        decimal.find().ifPresent(text -> options.put("decimal", text));
        return options;
    }

    /** Tells as what files were read. */
    static void tell(List<ReadAs> files, PrintStream to) {
        files.forEach(file -> to.println("ausfall: " + file.file() + ": " + file.sentence()));
    }
}
