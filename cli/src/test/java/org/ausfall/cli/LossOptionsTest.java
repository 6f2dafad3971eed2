package org.ausfall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.cli.Commands.HOME;
import static org.ausfall.cli.Commands.lines;
import static org.ausfall.cli.Commands.run;
import static org.ausfall.cli.Commands.summary;
import static org.ausfall.cli.Commands.write;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options with which an analyst asks what a belief does: on the founding case, as the guide says. */
class LossOptionsTest {
    private static final Path EXPERIMENTS = HOME.resolve("data/assumptions/xi-experiments-only.csv");

    @TempDir
    Path dir;

    private Commands.Outcome report(String out, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("report", "--draws", "2000", "--out", dir.resolve(out).toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private Path folder(String out) {
        return dir.resolve(out).resolve(ReportCommand.FOUNDING_EVENT);
    }

    private double gross(String out, String scope) {
        return Double.parseDouble(summary(folder(out), "gross_loss", scope).get(2));
    }

    @Test
    void exampleSet_movesTheMonitoredShopsOnly_andIsRecorded() {
        assertThat(report("as-is").exit()).isZero();
        Commands.Outcome replaced = report("replaced", "--assumptions", EXPERIMENTS.toString());
        assertThat(replaced.exit()).isZero();
        assertThat(replaced.out()).contains("1 belief replaced: xi 0.3 (0.08 to 1.05) by 0.17 (0.07 to 0.3), set ");

        assertThat(gross("replaced", "top100-retailers")).isLessThan(0.95 * gross("as-is", "top100-retailers"));
        assertThat(gross("replaced", "financial-services")).isEqualTo(gross("as-is", "financial-services"));
        assertThat(String.join("\n", lines(folder("replaced").resolve("run.json"))))
                .contains("assumptions/xi-experiments-only.csv", "\"assumptions\"");
        assertThat(String.join("\n", lines(folder("as-is").resolve("run.json"))))
                .doesNotContain("xi-experiments-only");
    }

    @Test
    void margin_givesLostProfit_besideTheSameLosses() {
        report("as-is");
        report(
                "margin",
                "--assumptions",
                HOME.resolve("data/assumptions/margin-one-company.csv").toString());
        for (String scope : List.of("top100-retailers", "sp500", "financial-services")) {
            assertThat(gross("margin", scope)).isEqualTo(gross("as-is", scope));
            List<String> profit = summary(folder("margin"), "lost_profit", scope);
            List<String> net = summary(folder("margin"), "net_loss", scope);
            assertThat(Double.parseDouble(profit.get(2)))
                    .isBetween(0.3 * Double.parseDouble(net.get(2)), 0.4 * Double.parseDouble(net.get(2)));
            assertThat(profit.get(6)).isEqualTo(net.get(6));
        }
        assertThat(lines(folder("margin").resolve("summary.csv"))).noneMatch(row -> row.startsWith("credits,"));
        assertThat(lines(folder("as-is").resolve("summary.csv"))).noneMatch(row -> row.startsWith("lost_profit,"));
        assertThat(String.join("\n", lines(folder("margin").resolve("report.html"))))
                .contains("Kept apart from lost sales, as assumed");
        assertThat(String.join("\n", lines(folder("as-is").resolve("report.html"))))
                .doesNotContain("Kept apart");
    }

    @Test
    void brokenSet_exits65_missingSet66_andNothingIsWritten() {
        Path broken = dir.resolve("broken.csv");
        write(broken, String.join("\n", lines(EXPERIMENTS)).replace(",xi,", ",xii,") + "\n");
        Commands.Outcome outcome = report("out", "--assumptions", broken.toString());
        assertThat(outcome.exit()).isEqualTo(Exit.DATA);
        assertThat(outcome.err()).contains("broken.csv:2: belief: 'xii'", "did you mean xi?", "whole or not at all");
        assertThat(report("out", "--assumptions", dir.resolve("none.csv").toString())
                        .exit())
                .isEqualTo(Exit.NO_INPUT);
        assertThat(folder("out")).doesNotExist();
    }

    @Test
    void tornado_isWritten_theSameWithOneThread() throws Exception {
        assertThat(report("two", "--sensitivity", "tornado", "--threads", "2").out())
                .contains("most worth learning more about")
                .contains("(+ 5 CSV");
        report("one", "--sensitivity", "tornado", "--threads", "1");
        for (String file : List.of("sensitivity.csv", "report.html", "report.json")) {
            assertThat(Files.mismatch(folder("one").resolve(file), folder("two").resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
        assertThat(lines(folder("one").resolve("sensitivity.csv")))
                .anyMatch(row -> row.startsWith("top100-retailers,gross,tornado,response_curve_weight,low,"))
                .anyMatch(row -> row.startsWith("sp500,net,tornado,recapture_r,high,"))
                .anyMatch(row -> row.startsWith("sp500,gross,split,chance_of_all,,0."));
        assertThat(report("no", "--sensitivity", "both").err()).contains("choose none, tornado or sobol");
    }

    @Test
    void ownColumn_givesScopesInTheSummary_andAnUnknownOneIsRefused() {
        assertThat(report("by", "--population-by", "fiscal_year_end").exit()).isZero();
        assertThat(gross("by", "fiscal_year_end:2016-12-31")).isPositive();
        Commands.Outcome unknown = report("no", "--population-by", "color");
        assertThat(unknown.exit()).isEqualTo(Exit.DATA);
        assertThat(unknown.err()).contains("'color'", "choose one of", "fiscal_year_end");
    }
}
