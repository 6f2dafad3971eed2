package org.ausfall.cli;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.BadRowLimit;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ProbeScan;
import org.ausfall.ingest.probe.ProbeScanner;

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
    static ProbeScan orScan(
            ProbeScanner scanner, List<ProbeInput> inputs, BadRowLimit maxBadRows, Consumer<Problem> quarantine) {
        Checked<ProbeScan> scan = scanner.scan(inputs, quarantine);
        ProbeScan found = scan.value().orElseThrow(() -> new RefusedMeasurements(scan.problems()));
        List<Problem> tooBad = maxBadRows.check(found.files());
        if (!tooBad.isEmpty()) {
            found.close();
            throw new RefusedMeasurements(
                    Stream.concat(tooBad.stream(), scan.problems().stream()).toList());
        }
        return found;
    }

    /** Says why, and returns the exit code. */
    int tell(Surroundings surroundings) {
        surroundings.say("the measurements cannot be used:");
        List<Problem> refusals = problems.stream()
                .filter(problem -> problem.effect() == Problem.Effect.FILE_REFUSED)
                .toList();
        refusals.forEach(problem -> surroundings.err().println("  " + problem));
        problems.stream()
                .filter(problem -> problem.effect() == Problem.Effect.ROW_REJECTED)
                .limit(20)
                .forEach(problem -> surroundings.err().println("  " + problem));
        boolean missing = refusals.stream().anyMatch(problem -> problem.reason() == Reason.MISSING_FILE);
        return missing ? Exit.NO_INPUT : Exit.DATA;
    }
}
