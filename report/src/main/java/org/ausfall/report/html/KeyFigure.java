package org.ausfall.report.html;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.SiteState;
import org.ausfall.core.loss.LossDistribution;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.report.wording.Counted;
import org.ausfall.report.wording.Headline;
import org.ausfall.report.wording.MeasuredText;
import org.ausfall.report.wording.MoneyText;
import org.ausfall.report.wording.PercentText;

/**
 * One of the figures at the top of the page.
 *
 * @param label what it is
 * @param value the figure
 * @param unit its unit, and its range where it has one
 * @param n how many it rests on, and how many could not be measured or estimated
 */
public record KeyFigure(String label, String value, String unit, String n) {
    private static final String UNKNOWN = "not known";

    static List<KeyFigure> all(Findings findings) {
        Exposure exposure = findings.exposure();
        String measurable = "n = " + exposure.measurable() + " measurable, "
                + (exposure.listed() - exposure.measurable()) + " not measurable"
                + ofThemReconstructed(exposure.reconstructed());
        String label = Headline.label(findings);
        String share = exposure.share()
                .map(part -> PercentText.share(part.fraction()) + " of them")
                .orElse("no share can be given");
        return List.of(
                new KeyFigure(
                        "Affected, down ones included",
                        count(exposure, exposure.affected()),
                        label + ", " + share
                                + MeasuredText.range(exposure)
                                        .map(range -> "; " + range)
                                        .orElse(""),
                        measurable),
                new KeyFigure("Down", count(exposure, exposure.down()), label, measurable),
                weighted(exposure),
                loss("Lost sales, gross", findings, PopulationLoss::gross),
                loss("Lost sales, net of what came back", findings, PopulationLoss::net));
    }

    private static String count(Exposure exposure, int count) {
        return exposure.measurable() == 0 ? UNKNOWN : count + "";
    }

    private static KeyFigure weighted(Exposure exposure) {
        long known = exposure.sites().stream()
                .filter(site -> site.state() != SiteState.NOT_MEASURABLE)
                .filter(site -> site.retailer().webSales().isPresent())
                .count();
        return new KeyFigure(
                "Affected, weighted by web sales",
                exposure.salesWeightedShare()
                        .map(share -> PercentText.share(share.fraction()))
                        .orElse(UNKNOWN),
                "of web sales",
                "n = " + known + " measurable with known web sales, " + (exposure.listed() - exposure.measurable())
                        + " not measurable" + ofThemReconstructed(exposure.reconstructed()));
    }

    private static String ofThemReconstructed(int count) {
        return count == 0 ? "" : "; " + count + " reconstructed";
    }

    private static KeyFigure loss(String label, Findings findings, Function<PopulationLoss, LossDistribution> which) {
        Optional<PopulationLoss> monitored =
                Headline.monitored(findings).filter(population -> population.companies() > 0);
        return monitored
                .map(population -> loss(label, population, which.apply(population)))
                .orElse(new KeyFigure(label, UNKNOWN, "USD", "n = 0"));
    }

    private static KeyFigure loss(String label, PopulationLoss population, LossDistribution loss) {
        return new KeyFigure(
                label,
                MoneyText.of(loss.p50()),
                "median; 90 % range " + MoneyText.range(loss.p05(), loss.p95()),
                "n = " + Counted.of(population.companies(), "estimate", "estimates") + " of " + population.label()
                        + ", " + population.notEstimated() + " not estimated"
                        + ofThemReconstructed(population.reconstructed()));
    }
}
