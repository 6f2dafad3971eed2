package org.ausfall.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.PublishedFigure;
import org.ausfall.core.loss.ApartCost;
import org.ausfall.core.loss.Approach;
import org.ausfall.core.loss.CompanyLoss;
import org.ausfall.core.loss.LossDistribution;
import org.ausfall.core.loss.Losses;
import org.ausfall.core.loss.NotEstimated;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.report.chart.LossChart;
import org.ausfall.report.wording.Counted;
import org.ausfall.report.wording.DifferenceText;
import org.ausfall.report.wording.LossText;
import org.ausfall.report.wording.MoneyText;
import org.ausfall.report.wording.PublishedText;

/**
 * What it cost.
 *
 * @param populations loss by population, published figures beside
 * @param chartTitle the chart's finding
 * @param chart the ranges; without rows where there is no population
 * @param n what the chart rests on
 * @param difference why estimates and published figures differ; empty where there are none
 * @param waterfalls the parts of each population's mean loss
 * @param sectors loss by sector
 * @param apart what it cost besides sales; without rows where no assumption says
 * @param own loss by the values of an analyst's own columns; without rows where none was asked for
 * @param companies the companies with the largest mean loss
 * @param companiesNote how many more there are
 * @param missing members without an estimate
 * @param missingNote how many more there are
 */
public record CostSection(
        HtmlTable populations,
        String chartTitle,
        LossChart chart,
        String n,
        String difference,
        List<WaterfallFigure> waterfalls,
        HtmlTable sectors,
        HtmlTable apart,
        HtmlTable own,
        HtmlTable companies,
        String companiesNote,
        HtmlTable missing,
        String missingNote) {
    private static final int LARGEST = 25;
    private static final int LONGEST_LIST = 50;

    static CostSection of(Findings findings) {
        Losses losses = findings.losses();
        return new CostSection(
                populations(findings),
                chartTitle(findings),
                LossChart.of(findings),
                n(losses),
                DifferenceText.paragraph(findings),
                WaterfallFigure.all(findings),
                sectors(losses),
                apart(losses),
                own(losses),
                companies(losses),
                more(losses.companies().size(), LARGEST, "company", "companies", "losses.csv"),
                missing(losses),
                more(losses.notEstimated().size(), LONGEST_LIST, "entry", "entries", "report.json"));
    }

    private static List<PopulationLoss> filtered(Losses losses, Predicate<PopulationLoss> which) {
        return losses.populations().stream().filter(which).toList();
    }

    private static HtmlTable populations(Findings findings) {
        return range(HtmlTable.of(
                                "Estimated loss by population, published figures beside",
                                filtered(findings.losses(), population -> population.isHeadline()))
                        .text("Population", PopulationLoss::label)
                        .number("Estimated", population -> population.companies() + ""))
                .prose("Published", population -> published(findings, population))
                .marked(
                        "Basis",
                        population -> population.reconstructed() == 0 ? "estimated" : "",
                        population -> population.reconstructed() == 0 ? "" : basis(population))
                .build();
    }

    private static HtmlTable.Builder<PopulationLoss> range(HtmlTable.Builder<PopulationLoss> table) {
        return table.number("Gross, median, USD", population -> LossText.median(population, population.gross()))
                .number("Gross, 90 % range, USD", population -> LossText.range(population, population.gross()))
                .number("Net, median, USD", population -> LossText.median(population, population.net()))
                .number("Net, 90 % range, USD", population -> LossText.range(population, population.net()))
                .number("flat8760", population -> MoneyText.of(population.flat8760Usd()));
    }

    private static String range(LossDistribution loss) {
        return MoneyText.range(loss.p05(), loss.p95());
    }

    private static String published(Findings findings, PopulationLoss population) {
        String figures = PublishedText.losses(findings, population.scope()).stream()
                .map(CostSection::published)
                .collect(Collectors.joining("; "));
        return figures.isEmpty() ? "none" : figures;
    }

    private static String published(PublishedFigure figure) {
        String note = figure.note().isEmpty() ? "" : " (" + figure.note() + ")";
        return MoneyText.of(figure.value()) + " " + PublishedText.origin(figure) + note;
    }

    private static String basis(PopulationLoss population) {
        return population.reconstructed() + " of " + population.companies() + " reconstructed";
    }

    private static String chartTitle(Findings findings) {
        List<PopulationLoss> all =
                filtered(findings.losses(), population -> population.isHeadline() && population.isEstimated());
        Optional<PopulationLoss> compared = all.stream()
                .filter(population ->
                        !PublishedText.losses(findings, population.scope()).isEmpty())
                .findFirst();
        return compared.or(() -> all.stream().findFirst())
                .map(population -> chartTitle(findings, population))
                .orElse("No loss could be estimated");
    }

    private static String chartTitle(Findings findings, PopulationLoss population) {
        String published = PublishedText.losses(findings, population.scope()).stream()
                .map(figure -> ", beside " + MoneyText.of(figure.value()) + " " + PublishedText.origin(figure))
                .collect(Collectors.joining());
        return population.label() + ": estimated gross loss "
                + MoneyText.of(population.gross().p50()) + " (90 % range " + range(population.gross()) + ")"
                + published;
    }

    private static String n(Losses losses) {
        return filtered(losses, population -> population.isHeadline()).stream()
                .map(population -> population.label() + " n = " + population.companies())
                .collect(Collectors.joining(", "));
    }

    /** One cost of one population. */
    private record Apart(PopulationLoss population, ApartCost cost) {}

    private static HtmlTable apart(Losses losses) {
        List<Apart> costs = filtered(losses, population -> population.isHeadline() && population.isEstimated()).stream()
                .flatMap(population -> population.apart().stream().map(cost -> new Apart(population, cost)))
                .toList();
        return HtmlTable.of("Kept apart from lost sales, as assumed", costs)
                .text("Population", apart -> apart.population().label())
                .text("What", apart -> words(apart.cost().kind()))
                .number(
                        "Median, USD",
                        apart -> MoneyText.bare(apart.cost().usd().p50()))
                .number("90 % range, USD", apart -> range(apart.cost().usd()))
                .build();
    }

    private static String words(ApartCost.Kind kind) {
        return switch (kind) {
            case EXTRA_COST -> "extra cost";
            case CREDITS -> "credits to customers";
            case LOST_PROFIT -> "lost profit";
        };
    }

    private static HtmlTable own(Losses losses) {
        return range(HtmlTable.of(
                                "Estimated loss by the values of further columns",
                                filtered(losses, population -> !population.isHeadline() && !population.isSector()))
                        .text("Column and value", PopulationLoss::scope)
                        .number("Estimated", population -> population.companies() + "")
                        .number("Not estimated", population -> population.notEstimated() + ""))
                .build();
    }

    private static HtmlTable sectors(Losses losses) {
        return range(HtmlTable.of("Estimated loss by sector", filtered(losses, PopulationLoss::isSector))
                        .text("Sector", PopulationLoss::label)
                        .number("Estimated", population -> population.companies() + "")
                        .number("Not estimated", population -> population.notEstimated() + ""))
                .build();
    }

    private static HtmlTable companies(Losses losses) {
        List<CompanyLoss> largest = losses.companies().stream()
                .sorted(Comparator.comparing(
                                (CompanyLoss company) -> -company.gross().mean())
                        .thenComparing(CompanyLoss::id))
                .limit(LARGEST)
                .toList();
        return HtmlTable.of("Companies and retailers with the largest mean gross loss", largest)
                .text("Company", CompanyLoss::name)
                .text("Sector", CompanyLoss::sector)
                .text("Approach", company -> approach(company))
                .number("Gross, mean", company -> MoneyText.of(company.gross().mean()))
                .number("Gross, median", company -> MoneyText.of(company.gross().p50()))
                .number("Gross, 90 % range, USD", company -> range(company.gross()))
                .number("Net, median", company -> MoneyText.of(company.net().p50()))
                .number("Net, 90 % range, USD", company -> range(company.net()))
                .marked(
                        "Basis",
                        company -> company.reconstructed() ? "" : "estimated",
                        company -> company.reconstructed() ? "reconstructed" : "")
                .build();
    }

    private static String approach(CompanyLoss company) {
        return company.approach() == Approach.MONITORED ? "monitored" : "sector belief only";
    }

    private static HtmlTable missing(Losses losses) {
        return HtmlTable.of(
                        "Not estimated, adding nothing to the totals",
                        losses.notEstimated().stream().limit(LONGEST_LIST).toList())
                .text("Company", NotEstimated::name)
                .text("Population", NotEstimated::scope)
                .prose("Reason", NotEstimated::why)
                .build();
    }

    private static String more(int all, int shown, String one, String many, String file) {
        String rest = all > shown ? shown + " of " + Counted.of(all, one, many) + " shown. " : "";
        return all == 0 ? "None." : rest + "All of them are in " + file + ".";
    }
}
