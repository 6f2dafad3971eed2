package org.ausfall.report.sheet;

import java.util.List;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.problem.Problem;

/** One row a problem, in input order. A line is blank where the whole file is meant. */
public final class ProblemSheet {
    private static final Layout<Problem> LAYOUT = Layout.<Problem>empty()
            .text("file", problem -> problem.place().file())
            .with("line", Sheet.Kind.COUNT, ProblemSheet::line)
            .text("column", problem -> problem.place().column())
            .text("value", Problem::value)
            .text("reason", problem -> problem.reason().code() + ": " + problem.detail());

    private ProblemSheet() {}

    /** The sheet {@code problems}. */
    public static Sheet of(Findings findings) {
        return LAYOUT.fill("problems", findings.evidence().problems());
    }

    /** The headers of the sheet. */
    public static List<String> header() {
        return LAYOUT.header();
    }

    /** One row of the sheet. */
    public static List<Cell> row(Problem problem) {
        return LAYOUT.cells(problem);
    }

    private static Cell line(Problem problem) {
        long line = problem.place().line();
        return line == 0 ? Cell.blank() : Cell.of(line);
    }
}
