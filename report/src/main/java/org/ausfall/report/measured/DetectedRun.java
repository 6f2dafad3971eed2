package org.ausfall.report.measured;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ausfall.core.detection.Detection;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.problem.Reason;
import org.ausfall.report.RunRecord;
import org.ausfall.report.json.DetectionJson;
import org.ausfall.report.json.JsonText;

/**
 * What {@code run.json} says about a look for outages.
 *
 * @param run how it was run
 * @param inputs the files that were read
 * @param problems how many problems there were of each kind
 * @param notLookedAt how many measurements lie too far from the first one to be looked at
 * @param detection what was found
 */
public record DetectedRun(
        RunRecord run, List<InputFile> inputs, Map<Reason, Long> problems, long notLookedAt, Detection detection) {
    /** Copies the lists. */
    public DetectedRun {
        inputs = List.copyOf(inputs);
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    String json() {
        return JsonText.of(json -> {
            MeasuredRun.run(json, run);
            MeasuredRun.inputs(json, inputs, problems);
            json.count("measurements_not_looked_at", notLookedAt);
            json.object("detection", found -> DetectionJson.write(found, detection));
        });
    }
}
