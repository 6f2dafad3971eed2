package org.ausfall.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.exposure.SiteFinding;
import org.ausfall.core.exposure.SiteState;
import org.ausfall.core.loss.Approach;
import org.ausfall.core.loss.CompanyLoss;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.report.chart.WaterfallChart;
import org.ausfall.report.wording.MoneyText;

/**
 * The parts of a population's mean loss.
 *
 * @param title the chart's finding
 * @param chart the parts
 */
public record WaterfallFigure(String title, WaterfallChart chart) {
    /** One figure for each population that is estimated and is not a single sector. */
    static List<WaterfallFigure> all(Findings findings) {
        List<WaterfallFigure> figures = new ArrayList<>();
        for (PopulationLoss population : findings.losses().populations()) {
            if (population.isHeadline() && population.isEstimated()) {
                figures.add(of(findings, population, "waterfall-" + (figures.size() + 1)));
            }
        }
        return figures;
    }

    private static WaterfallFigure of(Findings findings, PopulationLoss population, String id) {
        double gross = population.gross().mean();
        double net = population.net().mean();
        List<WaterfallChart.Part> parts = new ArrayList<>(losses(findings, population));
        parts.add(new WaterfallChart.Part("gross", gross, true));
        parts.add(new WaterfallChart.Part(gross < net ? "lost again later" : "came back later", net - gross, false));
        parts.add(new WaterfallChart.Part("net", net, true));
        String title = population.label() + ": mean gross loss " + MoneyText.of(gross) + ", mean net loss "
                + MoneyText.of(net);
        return new WaterfallFigure(title, WaterfallChart.of(parts, id, population.label()));
    }

    private static List<WaterfallChart.Part> losses(Findings findings, PopulationLoss population) {
        Set<String> down = findings.exposure().sites().stream()
                .filter(site -> site.state() == SiteState.DOWN)
                .map(SiteFinding::retailer)
                .flatMap(retailer -> Stream.concat(Stream.of(retailer.id()), retailer.ticker().stream()))
                .collect(Collectors.toSet());
        Predicate<CompanyLoss> monitored = company -> company.approach() == Approach.MONITORED;
        Predicate<CompanyLoss> isDown = company -> down.contains(company.id());
        List<CompanyLoss> members = findings.losses().companies().stream()
                .filter(company -> company.scopes().contains(population.scope()))
                .toList();
        return Stream.of(
                        part("sites slower", members, monitored.and(isDown.negate())),
                        part("sites down", members, monitored.and(isDown)),
                        part("companies nobody monitored", members, monitored.negate()))
                .filter(part -> part.usd() > 0)
                .toList();
    }

    private static WaterfallChart.Part part(String label, List<CompanyLoss> members, Predicate<CompanyLoss> which) {
        double usd = members.stream()
                .filter(which)
                .mapToDouble(company -> company.gross().mean())
                .sum();
        return new WaterfallChart.Part(label, usd, false);
    }
}
