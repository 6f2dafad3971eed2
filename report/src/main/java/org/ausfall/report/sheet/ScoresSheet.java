package org.ausfall.report.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.backtest.ScoreCard;
import org.ausfall.core.backtest.Scores;

/**
 * The scores of all events together, one row a measure. For coverage, {@code lower} and {@code upper} are the Clopper-Pearson band;
 * {@code inside} of {@code events} were held.
 */
public final class ScoresSheet {
    private record Row(String measure, double value, Cell lower, Cell upper, Cell inside, int events, String unit) {}

    private static final Layout<Row> LAYOUT = Layout.<Row>empty()
            .text("measure", Row::measure)
            .number("value", Row::value)
            .with("lower", Sheet.Kind.NUMBER, Row::lower)
            .with("upper", Sheet.Kind.NUMBER, Row::upper)
            .with("inside", Sheet.Kind.COUNT, Row::inside)
            .count("events", Row::events)
            .text("unit", Row::unit);

    private ScoresSheet() {}

    /** The sheet {@code scores}; without rows where nothing was scored. */
    public static Sheet of(ScoreCard card) {
        return LAYOUT.fill("scores", card.scores().map(ScoresSheet::rows).orElse(List.of()));
    }

    private static List<Row> rows(Scores scores) {
        List<Row> rows = new ArrayList<>();
        for (Scores.Coverage coverage : scores.coverage()) {
            rows.add(new Row(
                    "coverage_" + percent(coverage.level()),
                    coverage.share(),
                    Cell.of(coverage.band().lower()),
                    Cell.of(coverage.band().upper()),
                    Cell.of((long) coverage.inside()),
                    coverage.events(),
                    "fraction"));
        }
        int events = scores.events();
        rows.add(plain("median_ratio_of_ends_90", scores.medianRatio(), events, "ratio"));
        rows.add(plain("mean_log_ratio", scores.meanLogRatio(), events, "ln"));
        rows.add(plain("mean_interval_score_90", scores.meanIntervalScore(), events, "USD"));
        rows.add(plain("mean_crps", scores.meanCrps(), events, "USD"));
        rows.add(plain("mean_flat8760_error", scores.meanFlatError(), events, "USD"));
        rows.add(plain("skill_against_flat8760", scores.skill(), events, "fraction"));
        rows.add(plain("relative_skill_against_flat8760", scores.relativeSkill(), events, "fraction"));
        return rows;
    }

    private static Row plain(String measure, double value, int events, String unit) {
        return new Row(measure, value, Cell.blank(), Cell.blank(), Cell.blank(), events, unit);
    }

    private static String percent(double level) {
        return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
