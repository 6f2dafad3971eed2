package org.ausfall.cli;

import java.util.List;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/** Tells why input cannot be used. */
final class Refusals {
    private static final int SHOWN = 20;

    private Refusals() {}

    /** Prints the refusals and some bad rows under a headline, and returns the exit code. */
    static int tell(String headline, List<Problem> problems, Surroundings surroundings) {
        surroundings.say(headline);
        List<Problem> refusals = problems.stream()
                .filter(problem -> problem.effect() == Problem.Effect.FILE_REFUSED)
                .toList();
        refusals.forEach(problem -> surroundings.err().println("  " + problem));
        problems.stream()
                .filter(problem -> problem.effect() == Problem.Effect.ROW_REJECTED)
                .limit(SHOWN)
                .forEach(problem -> surroundings.err().println("  " + problem));
        boolean missing = refusals.stream().anyMatch(problem -> problem.reason() == Reason.MISSING_FILE);
        return missing ? Exit.NO_INPUT : Exit.DATA;
    }

    /** The same where all bad rows are at hand, so that it can be said how many more there are than are shown. */
    static int tellAll(String headline, List<Problem> problems, Surroundings surroundings) {
        int exit = tell(headline, problems, surroundings);
        long more = problems.stream()
                        .filter(problem -> problem.effect() == Problem.Effect.ROW_REJECTED)
                        .count()
                - SHOWN;
        if (more > 0) {
            surroundings.err().println("  ... and " + more + " more bad rows");
        }
        return exit;
    }
}
