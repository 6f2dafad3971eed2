package org.ausfall.report;

import java.util.List;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.simulation.Seed;
import org.ausfall.report.folder.WrittenBy;
import org.ausfall.report.json.JsonText;

/** {@code run.json}: how the report came to be; the only file with a time of day in it. */
final class RunJson {
    private RunJson() {}

    static String render(Findings findings, RunRecord run) {
        return render(
                run,
                findings.settings().seed(),
                findings.settings().draws(),
                findings.evidence().inputs());
    }

    static String render(RunRecord run, Seed seed, int draws, List<InputFile> inputs) {
        return JsonText.of(json -> {
            json.text(WrittenBy.KEY, WrittenBy.AUSFALL);
            json.text("version", run.version());
            json.object("options", options -> run.options().forEach(options::text));
            json.count("seed", seed.value());
            json.count("draws", draws);
            json.count("threads", run.threads());
            json.text("java_version", run.javaVersion());
            json.text("started", run.started().toString());
            json.text("finished", run.finished().toString());
            json.objects("inputs", inputs, RunJson::input);
        });
    }

    private static void input(JsonText json, InputFile input) {
        json.text("name", input.name());
        json.text("sha256", input.sha256());
        input.crc32c().ifPresent(digits -> json.text("crc32c", digits));
        json.count("bytes", input.bytes());
        json.count("rows_read", input.rowsRead());
        json.count("rows_used", input.rowsUsed());
    }
}
