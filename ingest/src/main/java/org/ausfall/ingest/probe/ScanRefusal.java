package org.ausfall.ingest.probe;

import org.ausfall.core.problem.Problem;

/** Ends a scan that must not go on; the door turns it back into its problem. */
final class ScanRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ScanRefusal(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
