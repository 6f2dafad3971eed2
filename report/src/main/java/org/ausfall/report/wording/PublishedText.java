package org.ausfall.report.wording;

import java.util.List;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.PublishedFigure;
import org.ausfall.core.loss.PopulationLoss;

/** How figures of others are said: never without who gave them and how they came about. */
public final class PublishedText {
    private PublishedText() {}

    /** {@code modelled by Cyence}. */
    public static String origin(PublishedFigure figure) {
        return figure.kind() + " by " + figure.who();
    }

    /** What the figure is about, as the findings call it; its scope where they have no such population. */
    public static String population(Findings findings, PublishedFigure figure) {
        return findings.losses().populations().stream()
                .filter(population -> population.scope().equals(figure.scope()))
                .map(PopulationLoss::label)
                .findFirst()
                .orElse(figure.scope());
    }

    /** The published amounts of money about a population, in input order. */
    public static List<PublishedFigure> losses(Findings findings, String scope) {
        return findings.evidence().published().stream()
                .filter(figure -> isMoney(figure) && figure.scope().equals(scope))
                .toList();
    }

    /** Whether the figure is an amount of money. */
    public static boolean isMoney(PublishedFigure figure) {
        return figure.unit().equals("USD");
    }

    /** The value with its unit: {@code USD 150 m}, {@code 54 %}, {@code 42700 ms}, {@code 54}. */
    public static String value(PublishedFigure figure) {
        return switch (figure.unit()) {
            case "USD" -> MoneyText.of(figure.value());
            case "fraction" -> PercentText.share(figure.value());
            case "count" -> SixDigits.format(figure.value());
            default -> SixDigits.format(figure.value()) + " " + figure.unit();
        };
    }
}
