package org.ausfall.cli;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.ingest.BadRowLimit;
import org.ausfall.ingest.format.FormatScan;
import org.ausfall.ingest.format.FormatScanner;
import org.ausfall.ingest.probe.ProbeInput;

/** Raw measurements cannot be used; nothing is published then. */
final class RefusedMeasurements extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    RefusedMeasurements(List<Problem> problems) {
        super("the measurements cannot be used");
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads all inputs.
     *
     * @throws RefusedMeasurements if one of them cannot be used or has too many bad rows
     */
    static FormatScan orScan(
            FormatScanner scanner, List<ProbeInput> inputs, BadRowLimit maxBadRows, Consumer<Problem> quarantine) {
        Checked<FormatScan> scan = scanner.scan(inputs, quarantine);
        FormatScan found = scan.value().orElseThrow(() -> new RefusedMeasurements(scan.problems()));
        List<Problem> tooBad = maxBadRows.check(found.files());
        if (!tooBad.isEmpty()) {
            found.scan().close();
            throw new RefusedMeasurements(
                    Stream.concat(tooBad.stream(), scan.problems().stream()).toList());
        }
        return found;
    }

    /** Says why, and returns the exit code. */
    int tell(Surroundings surroundings) {
        return Refusals.tell("the measurements cannot be used:", problems, surroundings);
    }
}
