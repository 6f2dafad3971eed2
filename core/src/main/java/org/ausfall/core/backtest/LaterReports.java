package org.ausfall.core.backtest;

import java.util.List;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.problem.Problem;

/**
 * What companies have reported since, beside the estimates made before.
 *
 * @param comparisons one a figure
 * @param inputs the files behind them
 * @param problems what was wrong with those
 */
public record LaterReports(List<Comparison> comparisons, List<InputFile> inputs, List<Problem> problems) {
    /** Nothing has been reported since, or nobody asked. */
    public static final LaterReports NONE = new LaterReports(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public LaterReports {
        comparisons = List.copyOf(comparisons);
        inputs = List.copyOf(inputs);
        problems = List.copyOf(problems);
    }
}
