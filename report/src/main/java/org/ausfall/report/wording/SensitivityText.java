package org.ausfall.report.wording;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.core.sensitivity.Bar;
import org.ausfall.core.sensitivity.Driver;
import org.ausfall.core.sensitivity.Estimate;
import org.ausfall.core.sensitivity.Measure;
import org.ausfall.core.sensitivity.PopulationSensitivity;
import org.ausfall.core.sensitivity.SobolIndex;
import org.ausfall.core.sensitivity.VarianceSplit;

/** What moves the losses, in sentences. */
public final class SensitivityText {
    private SensitivityText() {}

    /** The name of a population with its measure: {@code S&P 500, gross}. */
    public static String name(Findings findings, PopulationSensitivity population) {
        return label(findings, population.scope()) + ", " + population.measure().code();
    }

    private static String label(Findings findings, String scope) {
        return findings.losses().populations().stream()
                .filter(population -> population.scope().equals(scope))
                .map(PopulationLoss::label)
                .findFirst()
                .orElse(scope);
    }

    /** Which belief moves a median most and is worth learning more about; empty where none moves it. */
    public static Optional<String> worthLearning(Findings findings, PopulationSensitivity population) {
        return population
                .worthLearning()
                .flatMap(driver -> bar(population, driver)
                        .map(bar -> name(findings, population) + ": most worth learning more about is "
                                + DriverText.label(driver) + "; held at either end it moves the median from "
                                + ends(bar.low().p50(), bar.high().p50()) + share(population, driver) + "."));
    }

    private static Optional<Bar> bar(PopulationSensitivity population, Driver driver) {
        return population.bars().stream()
                .filter(bar -> bar.driver().equals(driver))
                .findFirst();
    }

    private static String ends(double one, double other) {
        return MoneyText.bare(Math.min(one, other)) + " to " + MoneyText.bare(Math.max(one, other));
    }

    private static String share(PopulationSensitivity population, Driver driver) {
        return population.indices().stream()
                .filter(index -> index.driver().equals(driver) && index.hasConverged())
                .findFirst()
                .map(index -> ", and knowing it would take " + percent(index.first()) + " off the variance")
                .orElse("");
    }

    /** The beliefs worth learning about, one sentence a gross loss. */
    public static List<String> worthLearning(Findings findings) {
        return findings.sensitivity().stream()
                .flatMap(sensitivity -> sensitivity.populations().stream())
                .filter(population -> population.measure() == Measure.GROSS)
                .flatMap(population -> worthLearning(findings, population).stream())
                .toList();
    }

    /** Where the variance comes from, in one sentence; empty where nothing varies. */
    public static String split(VarianceSplit split) {
        double sum = split.beliefs().value()
                + split.all().value()
                + split.sectors().value()
                + split.companies().value();
        return sum == 0
                ? ""
                : "Of the variance, " + quoted(split.beliefs()) + " comes from what is believed, " + quoted(split.all())
                        + " from luck that all companies share, " + quoted(split.sectors())
                        + " from luck that a sector shares, " + quoted(split.companies())
                        + " from the luck of single companies.";
    }

    private static String quoted(Estimate share) {
        return share.hasConverged() ? percent(share) : "an unknown part (not converged)";
    }

    /** A share with its interval: {@code 26 % (18-31)}. */
    public static String percent(Estimate estimate) {
        return whole(estimate.value()) + " % (" + whole(estimate.lower()) + "-" + whole(estimate.upper()) + ")";
    }

    /** Shares cannot be negative; estimates of shares near zero can. */
    private static long whole(double share) {
        return Math.round(100 * Math.max(0, Math.min(1, share)));
    }

    /** Which shares are not sure enough to be quoted; empty where all are. */
    public static String notConverged(List<SobolIndex> indices) {
        String names = indices.stream()
                .filter(index -> !index.hasConverged())
                .map(index -> DriverText.label(index.driver()))
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? ""
                : "Not converged, so not to be quoted (a 90 % interval wider than " + whole(Estimate.WIDEST)
                        + " points; use more draws): " + names + ".";
    }
}
