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
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What files of measurements do not say themselves; the same options for every command that reads them. */
final class FormatOptions {
    private static final String AUTO = "auto";

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = AUTO,
            description = {
                "The format of the measurements: auto looks at each file and says what it decided; else a name",
                "from ausfall formats, or a descriptor of your own (FILE.yaml). Default: ${DEFAULT-VALUE}"
            })
    private String format = AUTO;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "Where the clock of local times hangs, as in UTC or Europe/Berlin. Without it they are refused.")
    private Optional<String> zone = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = {
                "Which durations to read: page_load, full_response, ttfb or check. Default: what the format",
                "usually means. Kinds are never mixed."
            })
    private Optional<String> kind = Optional.empty();

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "The unit of durations that have none: ns, us, ms, s or min.")
    private Optional<String> unit = Optional.empty();

    @Option(
            names = "--decimal",
            paramLabel = "MARK",
            description = "The decimal mark of numbers that could be read two ways: point or comma.")
    private Optional<String> decimal = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    /**
     * The options, checked.
     *
     * @throws CommandLine.ParameterException if one cannot be understood, with a message that says what to write
     */
    ReadOptions read() {
        return Usage.checked(command, this::parsed);
    }

    private ReadOptions parsed() {
        return new ReadOptions(
                format.equals(AUTO) ? Optional.empty() : Optional.of(descriptor()),
                zone.map(FormatOptions::zoneId),
                kind.map(code ->
                        known(MetricKind.find(code), "--kind", code, "page_load, full_response, ttfb or check")),
                unit.map(code -> known(Unit.find(code), "--unit", code, "ns, us, ms, s or min")),
                decimal.map(code -> known(
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
        Optional<Descriptor> shipped = Formats.shipped().find(format);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        if (!format.matches(".*\\.ya?ml") && Files.notExists(Path.of(format))) {
            throw new IllegalArgumentException("there is no format '" + format
                    + "'; write auto, the file of a descriptor," + " or one of " + String.join(", ", Formats.ids()));
        }
        Checked<Descriptor> described = Formats.describedIn(Path.of(format));
        return described
                .value()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the descriptor cannot be used: " + described.problems().get(0)));
    }

    /** The options as they stand in the record of a run; only those that were given. */
    Map<String, String> recorded() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("format", format);
        zone.ifPresent(text -> options.put("zone", text));
        kind.ifPresent(text -> options.put("kind", text));
        unit.ifPresent(text -> options.put("unit", text));
        decimal.ifPresent(text -> options.put("decimal", text));
        return options;
    }

    /** Tells as what files were read. */
    static void tell(List<ReadAs> files, PrintStream to) {
        files.forEach(file -> to.println("ausfall: " + file.file() + ": " + file.sentence()));
    }
}
