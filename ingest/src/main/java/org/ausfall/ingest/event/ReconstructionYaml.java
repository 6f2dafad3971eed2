package org.ausfall.ingest.event;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.reconstruction.ReconstructionTargets;
import org.ausfall.ingest.text.DecimalText;
import org.ausfall.ingest.text.SourceFile;
import org.ausfall.ingest.yaml.YamlMap;
import org.ausfall.ingest.yaml.YamlReader;

/**
 * The key {@code reconstruction} of {@code event.yaml}: the published totals that reconstructed rows must meet.
 *
 * <pre>
 * reconstruction:
 *   retailers: 100
 *   affected: 54                     # down ones included
 *   down: 3
 *   mean_before_ms: 13000            # over the slowed sites with times
 *   mean_during_ms: 42700
 *   highest_slowdown: 353%           # of a reconstructed site
 *   total_web_sales_usd_m: 194300
 *   web_sales_year: 2015
 *   total_excludes: [amazon]         # optional
 *   lowest_web_sales_usd_m: 400
 *   highest_web_sales_usd_m: 10400
 * </pre>
 */
public final class ReconstructionYaml {
    private static final Set<String> KEYS = Set.of(
            "retailers",
            "affected",
            "down",
            "mean_before_ms",
            "mean_during_ms",
            "highest_slowdown",
            "total_web_sales_usd_m",
            "web_sales_year",
            "total_excludes",
            "lowest_web_sales_usd_m",
            "highest_web_sales_usd_m");

    private final YamlMap map;
    private boolean complete = true;

    private ReconstructionYaml(YamlMap map) {
        this.map = map;
    }

    /** Reads the totals; refused if one is missing or wrong, or if they contradict each other. */
    public static Checked<ReconstructionTargets> read(SourceFile file) {
        List<Problem> problems = new ArrayList<>();
        Optional<ReconstructionTargets> targets = YamlReader.read(file, problems)
                .flatMap(root -> root.map("reconstruction").flatMap(map -> targets(root, map)));
        boolean refused = problems.stream().anyMatch(problem -> problem.effect() == Problem.Effect.FILE_REFUSED);
        return new Checked<>(refused ? Optional.empty() : targets, problems);
    }

    private static Optional<ReconstructionTargets> targets(YamlMap root, YamlMap map) {
        try {
            return new ReconstructionYaml(map.checkKeys(KEYS)).targets();
        } catch (IllegalArgumentException | ArithmeticException e) {
            root.reject("reconstruction", Reason.OUT_OF_RANGE, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<ReconstructionTargets> targets() {
        BigDecimal retailers = number("retailers", map.text("retailers"));
        BigDecimal affected = number("affected", map.text("affected"));
        BigDecimal down = number("down", map.text("down"));
        BigDecimal before = number("mean_before_ms", map.text("mean_before_ms"));
        BigDecimal during = number("mean_during_ms", map.text("mean_during_ms"));
        BigDecimal slowdown =
                number("highest_slowdown", map.text("highest_slowdown").map(DecimalText::withoutPercent));
        BigDecimal total = number("total_web_sales_usd_m", map.text("total_web_sales_usd_m"));
        BigDecimal year = number("web_sales_year", map.text("web_sales_year"));
        BigDecimal lowest = number("lowest_web_sales_usd_m", map.text("lowest_web_sales_usd_m"));
        BigDecimal highest = number("highest_web_sales_usd_m", map.text("highest_web_sales_usd_m"));
        if (!complete) {
            return Optional.empty();
        }
        return Optional.of(new ReconstructionTargets(
                retailers.intValueExact(),
                affected.intValueExact(),
                down.intValueExact(),
                before,
                during,
                Slowdown.ofPercent(slowdown),
                Money.ofMillions(total.doubleValue()),
                map.texts("total_excludes"),
                Money.ofMillions(lowest.doubleValue()),
                Money.ofMillions(highest.doubleValue()),
                year.intValueExact()));
    }

    private BigDecimal number(String key, Optional<String> text) {
        Optional<BigDecimal> number = text.flatMap(DecimalText::parse);
        if (number.isEmpty()) {
            complete = false;
            text.ifPresent(wrong -> map.reject(key, Reason.WRONG_TYPE, DecimalText.complaint(wrong)));
        }
        return number.orElse(BigDecimal.ZERO);
    }
}
