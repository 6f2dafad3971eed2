package org.ausfall.report;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run was, beyond its findings: everything that may differ between two runs with the same findings.
 *
 * @param version the program's version
 * @param options the command's options as given or defaulted, in the order to show them
 * @param threads how many threads computed, positive
 * @param javaVersion the version of the Java runtime
 * @param started when the run started
 * @param finished when its findings were complete, not before the start
 */
public record RunRecord(
        String version,
        Map<String, String> options,
        int threads,
        String javaVersion,
        Instant started,
        Instant finished) {
    /** Copies the options in their order and checks threads and times. */
    public RunRecord {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, were " + threads);
        }
        if (finished.isBefore(started)) {
            throw new IllegalArgumentException("a run cannot end before it starts: " + started + " to " + finished);
        }
    }
}
