package org.ausfall.report.measured;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.measurement.Baseline;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.report.RunRecord;
import org.ausfall.report.folder.WrittenBy;
import org.ausfall.report.json.JsonText;

/**
 * What {@code run.json} says about summing up raw measurements.
 *
 * @param run how it was run
 * @param windows what was compared with what
 * @param inputs the files that were read
 * @param problems how many problems there were of each kind
 * @param repeats how many measurements were left out because another was taken at the same time
 * @param tally what was found
 */
public record MeasuredRun(
        RunRecord run,
        ComparedWindows windows,
        List<InputFile> inputs,
        Map<Reason, Long> problems,
        long repeats,
        MeasuredTally tally) {
    /** Copies the lists. */
    public MeasuredRun {
        inputs = List.copyOf(inputs);
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    String json() {
        return JsonText.of(json -> {
            run(json, run);
            json.object("event", event -> window(event, windows.event()));
            json.objects("baselines", windows.baselines(), MeasuredRun::baseline);
            inputs(json, inputs, problems);
            json.count("repeats_left_out", repeats);
            tally.write(json);
        });
    }

    static void run(JsonText json, RunRecord run) {
        json.text(WrittenBy.KEY, WrittenBy.AUSFALL);
        json.text("version", run.version());
        json.object("options", options -> run.options().forEach(options::text));
        json.count("threads", run.threads());
        json.text("java_version", run.javaVersion());
        json.text("started", run.started().toString());
        json.text("finished", run.finished().toString());
    }

    static void inputs(JsonText json, List<InputFile> inputs, Map<Reason, Long> problems) {
        json.objects("inputs", inputs, MeasuredRun::input);
        json.object(
                "problems",
                counts -> problems.keySet().stream()
                        .sorted()
                        .forEach(reason -> counts.count(reason.code(), problems.getOrDefault(reason, 0L))));
    }

    private static void baseline(JsonText json, Baseline baseline) {
        json.text("level", baseline.level());
        json.count("fewest_samples", baseline.fewest());
        json.objects("windows", baseline.windows(), MeasuredRun::window);
    }

    private static void window(JsonText json, OutageWindow window) {
        json.text("start", window.start().toString());
        json.text("end", window.end().toString());
    }

    private static void input(JsonText json, InputFile input) {
        json.text("name", input.name());
        json.text("crc32c", input.crc32c());
        json.text("sha256", input.sha256());
        json.count("bytes", input.bytes());
        json.count("rows_read", input.rowsRead());
        json.count("rows_used", input.rowsUsed());
        json.count("durations_rounded", input.roundings());
    }
}
