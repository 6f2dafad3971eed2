package org.ausfall.report.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.RawMeasurements;
import org.ausfall.core.problem.Problem;
import org.ausfall.report.wording.Counted;

/**
 * What was wrong with the input.
 *
 * @param summary how much, as a sentence
 * @param table the first problems
 */
public record ProblemSection(String summary, HtmlTable table) {
    private static final int LONGEST_LIST = 100;

    static ProblemSection of(Findings findings) {
        Optional<RawMeasurements> raw = findings.evidence().raw();
        List<Problem> problems = Stream.concat(
                        findings.evidence().problems().stream(),
                        raw.stream().flatMap(measured -> measured.sample().stream()))
                .toList();
        return new ProblemSection(
                summary(findings.evidence(), problems),
                HtmlTable.of(
                                "Rejected rows and notes",
                                problems.stream().limit(LONGEST_LIST).toList())
                        .text("File", problem -> problem.place().file())
                        .number("Line", ProblemSection::line)
                        .text("Column", problem -> problem.place().column())
                        .prose("Value", Problem::value)
                        .prose("Reason", problem -> problem.reason().code() + ": " + problem.detail())
                        .text("Effect", ProblemSection::effect)
                        .build());
    }

    private static String summary(Evidence evidence, List<Problem> problems) {
        if (problems.isEmpty()) {
            return "None: every row was used as it stands.";
        }
        long refused = count(problems, Problem.Effect.FILE_REFUSED);
        String shown = problems.size() > LONGEST_LIST
                ? " The first " + LONGEST_LIST + " are shown."
                : evidence.raw().map(ProblemSection::sampled).orElse("");
        return Counted.of(evidence.rejectedRows(), "row was", "rows were") + " rejected, "
                + Counted.of(refused, "file was", "files were") + " refused, "
                + Counted.of(count(problems, Problem.Effect.NOTED), "note", "notes") + "." + shown
                + " All of them are in problems.csv.";
    }

    private static String sampled(RawMeasurements raw) {
        String counts = raw.rejected().entrySet().stream()
                .map(entry -> entry.getKey().code() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return raw.rejectedRows() == 0
                ? ""
                : " Rows of measurements by reason: " + counts + "."
                        + (raw.sample().size() < raw.rejectedRows() ? " A few of each kind are shown." : "");
    }

    private static long count(List<Problem> problems, Problem.Effect effect) {
        return problems.stream().filter(problem -> problem.effect() == effect).count();
    }

    private static String line(Problem problem) {
        return problem.place().line() == 0 ? "" : problem.place().line() + "";
    }

    private static String effect(Problem problem) {
        return switch (problem.effect()) {
            case NOTED -> "noted";
            case ROW_REJECTED -> "row rejected";
            case FILE_REFUSED -> "file refused";
        };
    }
}
