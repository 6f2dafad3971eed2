package org.ausfall.ingest.probe;

import org.ausfall.core.problem.Problem;

/** Ends a scan that must not go on; the door turns it back into its problem. */
public final class ScanRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** Refuses the scan with a problem whose effect is FILE_REFUSED. */
    public ScanRefusal(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** Why the scan cannot go on. */
    public Problem problem() {
        return problem;
    }
}
