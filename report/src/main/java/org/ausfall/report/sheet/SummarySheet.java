package org.ausfall.report.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.PublishedFigure;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.MeasuredExposure;
import org.ausfall.core.exposure.PlaceboCounts;
import org.ausfall.core.exposure.ThresholdPoint;
import org.ausfall.core.loss.LossDistribution;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Threshold;

/**
 * The findings in a few rows: who was touched, what it cost each population and sector, and what others published. The value of a
 * simulated measure is its median; published figures have no range, and counts only where raw measurements give them one.
 */
public final class SummarySheet {
    private static final String FRACTION = "fraction";

    private record Row(String measure, String scope, Cell value, Cell p05, Cell p95, String unit, String basis) {}

    private static final Layout<Row> LAYOUT = Layout.<Row>empty()
            .text("measure", Row::measure)
            .text("scope", Row::scope)
            .with("value", Sheet.Kind.NUMBER, Row::value)
            .with("p05", Sheet.Kind.NUMBER, Row::p05)
            .with("p95", Sheet.Kind.NUMBER, Row::p95)
            .text("unit", Row::unit)
            .text("basis", Row::basis);

    private SummarySheet() {}

    /** The sheet {@code summary}. */
    public static Sheet of(Findings findings) {
        List<Row> rows = new ArrayList<>(exposure(findings));
        findings.losses().populations().forEach(population -> rows.addAll(losses(population)));
        findings.evidence().published().forEach(figure -> rows.add(published(figure)));
        return LAYOUT.fill("summary", rows);
    }

    private static List<Row> exposure(Findings findings) {
        Exposure exposure = findings.exposure();
        String scope = findings.evidence().event().population().scope();
        String basis = Basis.of(exposure.reconstructed() > 0);
        List<Row> rows = new ArrayList<>(List.of(
                affected(exposure, scope, basis),
                count("listed_retailers", scope, exposure.listed(), basis),
                count("measurable_retailers", scope, exposure.measurable(), basis),
                counted("down_retailers", exposure, scope, exposure.down(), basis),
                share("affected_share", scope, exposure.share(), basis),
                share("sales_weighted_share", scope, exposure.salesWeightedShare(), basis),
                at(20, exposure, scope),
                at(25, exposure, scope)));
        exposure.measured().ifPresent(measured -> rows.addAll(measured(exposure, measured, scope, basis)));
        exposure.groups()
                .ifPresent(groups -> groups.groups()
                        .forEach(group -> rows.add(share(
                                "affected_share_by_" + groups.column(),
                                group.value().isEmpty() ? "(none given)" : group.value(),
                                group.share(),
                                basis))));
        return rows;
    }

    /** With its range, where raw measurements give one that may be quoted. */
    private static Row affected(Exposure exposure, String scope, String basis) {
        Row plain = counted("affected_retailers", exposure, scope, exposure.affected(), basis);
        return exposure.measured()
                .flatMap(MeasuredExposure::range)
                .filter(range -> exposure.measurable() > 0)
                .map(range -> new Row(
                        plain.measure(),
                        scope,
                        plain.value(),
                        Cell.of((long) range.p05()),
                        Cell.of((long) range.p95()),
                        plain.unit(),
                        basis))
                .orElse(plain);
    }

    private static List<Row> measured(Exposure exposure, MeasuredExposure measured, String scope, String basis) {
        PlaceboCounts placebo = measured.placebo();
        return List.of(
                count("borderline_retailers", scope, measured.borderline().size(), basis),
                new Row(
                        "typical_standard_error",
                        scope,
                        Cell.of(measured.typicalError()),
                        Cell.blank(),
                        Cell.blank(),
                        FRACTION,
                        basis),
                count("placebo_windows", scope, placebo.windows().size(), basis),
                maybe("placebo_affected_median", scope, placebo.median(), basis),
                maybe("placebo_affected_p95", scope, placebo.p95(), basis),
                maybe("placebo_affected_highest", scope, placebo.highest(), basis),
                maybe("affected_above_placebo_median", scope, placebo.excess(exposure.affected()), basis));
    }

    private static Row maybe(String measure, String scope, Optional<Integer> count, String basis) {
        return count.map(known -> count(measure, scope, known, basis))
                .orElse(new Row(measure, scope, Cell.blank(), Cell.blank(), Cell.blank(), "count", basis));
    }

    private static Row count(String measure, String scope, int count, String basis) {
        return new Row(measure, scope, Cell.of((long) count), Cell.blank(), Cell.blank(), "count", basis);
    }

    /** Blank where nobody is measurable. */
    private static Row counted(String measure, Exposure exposure, String scope, int count, String basis) {
        return exposure.measurable() > 0
                ? count(measure, scope, count, basis)
                : new Row(measure, scope, Cell.blank(), Cell.blank(), Cell.blank(), "count", basis);
    }

    private static Row share(String measure, String scope, Optional<Share> share, String basis) {
        return new Row(
                measure, scope, Cell.of(share.map(Share::fraction)), Cell.blank(), Cell.blank(), FRACTION, basis);
    }

    private static Row at(int percent, Exposure exposure, String scope) {
        Optional<ThresholdPoint> point = exposure.at(Threshold.ofPercent(BigDecimal.valueOf(percent)));
        boolean reconstructed = point.map(at -> at.reconstructed() > 0).orElse(exposure.reconstructed() > 0);
        return share(
                "affected_share_at_" + percent + "pct",
                scope,
                point.flatMap(ThresholdPoint::share),
                Basis.of(reconstructed));
    }

    private static List<Row> losses(PopulationLoss population) {
        String basis = Basis.of(population.reconstructed() > 0);
        String scope = population.scope();
        List<Row> rows = new ArrayList<>(List.of(
                loss("gross_loss", population, population.gross(), basis),
                loss("net_loss", population, population.net(), basis),
                new Row(
                        "flat8760_loss",
                        scope,
                        Cell.usd(population.flat8760Usd()),
                        Cell.blank(),
                        Cell.blank(),
                        "USD",
                        basis)));
        population.apart().forEach(cost -> rows.add(loss(cost.kind().code(), population, cost.usd(), basis)));
        return rows;
    }

    /** Blank where nobody is estimated: unknown is not zero. */
    private static Row loss(String measure, PopulationLoss population, LossDistribution loss, String basis) {
        boolean known = population.isEstimated();
        return new Row(
                measure,
                population.scope(),
                known ? Cell.usd(loss.p50()) : Cell.blank(),
                known ? Cell.usd(loss.p05()) : Cell.blank(),
                known ? Cell.usd(loss.p95()) : Cell.blank(),
                "USD",
                basis);
    }

    private static Row published(PublishedFigure figure) {
        return new Row(
                figure.measure(),
                figure.scope(),
                Cell.of(figure.value()),
                Cell.blank(),
                Cell.blank(),
                figure.unit(),
                "published:" + figure.who());
    }
}
