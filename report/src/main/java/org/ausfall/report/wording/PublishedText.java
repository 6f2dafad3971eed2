package org.ausfall.report.wording;

import java.util.List;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.PublishedFigure;

/** How figures of others are said: never without who gave them and how they came about. */
public final class PublishedText {
    private PublishedText() {}

    /** {@code modelled by Cyence}. */
    public static String origin(PublishedFigure figure) {
        return figure.kind() + " by " + figure.who();
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
