package org.ausfall.report.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ausfall.core.backtest.Scores;
import org.ausfall.core.backtest.WorldTrial;

/** A trial on made-up outages on a terminal: a table by kind of world, and the verdict gate by gate. */
public final class WorldTrialSummary {
    private static final Paragraph PARAGRAPH = new Paragraph(120);

    private WorldTrialSummary() {}

    /** The text, ended by a line feed. */
    public static String render(WorldTrial trial, WorldTrial.Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(plan.worlds() + " made-up outages as believed and " + plan.worlds() + " that are not, " + plan.draws()
                + " draws each, seed " + plan.seed().value() + ".");
        lines.add("");
        lines.addAll(PARAGRAPH.table(groups(trial)));
        lines.add("");
        lines.addAll(PARAGRAPH.table(gates(trial)));
        lines.add("");
        lines.add(trial.holds() ? "All gates hold." : "Not all gates hold.");
        return String.join("\n", lines) + "\n";
    }

    private static List<List<String>> groups(WorldTrial trial) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("worlds", "n", "50 %", "80 %", "90 %", "95 %", "end/end", "log ratio", "skill"));
        trial.scores().forEach(group -> rows.add(row(group.name(), group.scores())));
        return rows;
    }

    private static List<String> row(String name, Scores scores) {
        List<String> row = new ArrayList<>(List.of(name, String.valueOf(scores.events())));
        scores.coverage().forEach(coverage -> row.add(decimals(coverage.share(), 3)));
        row.add(decimals(scores.medianRatio(), 1));
        row.add(decimals(scores.meanLogRatio(), 3));
        row.add(decimals(scores.skill(), 3));
        return row;
    }

    private static List<List<String>> gates(WorldTrial trial) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("gate", "value", "from", "to", "verdict"));
        trial.gates()
                .forEach(gate -> rows.add(List.of(
                        gate.what(),
                        decimals(gate.value(), 3),
                        decimals(gate.lowest(), 2),
                        decimals(gate.highest(), 2),
                        gate.holds() ? "holds" : "does not hold")));
        return rows;
    }

    private static String decimals(double number, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", number);
    }
}
