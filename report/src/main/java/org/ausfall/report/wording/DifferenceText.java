package org.ausfall.report.wording;

import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.PublishedFigure;
import org.ausfall.core.loss.LossDistribution;
import org.ausfall.core.loss.PopulationLoss;

/** Why an estimate and a published figure differ: population and meaning, not only size. */
public final class DifferenceText {
    private DifferenceText() {}

    /** One paragraph; empty where nobody published an amount about a population that is estimated. */
    public static String paragraph(Findings findings) {
        List<String> sentences = new ArrayList<>();
        for (PopulationLoss population : findings.losses().populations()) {
            if (population.isEstimated()) {
                PublishedText.losses(findings, population.scope())
                        .forEach(figure -> sentences.add(compared(population, figure)));
            }
        }
        if (sentences.isEmpty()) {
            return "";
        }
        return "How to read the difference to the published figures. An estimate here is the lost sales of the companies on its list, "
                + "of which only those that were hit lose anything, and of those only the share of sales that needed the failed service; "
                + "gross before and net after customers come back. It holds no credits, no extra cost and no profit, and no company that is "
                + "not on the list. "
                + String.join(" ", sentences)
                + " Two numbers that agree do not prove each other right, and two that differ may both be right about different things.";
    }

    private static String compared(PopulationLoss population, PublishedFigure figure) {
        return population.label() + ": " + Counted.of(population.companies(), "company", "companies")
                + " estimated, gross "
                + MoneyText.bare(population.gross().p50()) + ", net "
                + MoneyText.bare(population.net().p50()) + "; the " + MoneyText.bare(figure.value()) + " "
                + PublishedText.origin(figure) + " " + place(population.gross(), population.net(), figure.value())
                + meaning(figure) + ".";
    }

    private static String place(LossDistribution gross, LossDistribution net, double value) {
        String ofGross = place(gross, value);
        String ofNet = place(net, value);
        return ofGross.equals(ofNet)
                ? ofGross + " the 90 % ranges of both"
                : ofGross + " the 90 % range of gross and " + ofNet + " that of net";
    }

    private static String place(LossDistribution loss, double value) {
        if (value > loss.p95()) {
            return "lies above";
        }
        return value < loss.p05() ? "lies below" : "lies inside";
    }

    private static String meaning(PublishedFigure figure) {
        return figure.note().isEmpty() ? "; what it counts is not said" : " (" + figure.note() + ")";
    }
}
