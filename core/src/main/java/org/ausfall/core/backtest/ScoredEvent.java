package org.ausfall.core.backtest;

import org.ausfall.core.quantity.Interval;

/**
 * An estimate beside a figure that somebody gave later.
 *
 * @param estimate what was foretold
 * @param figure what was said to have been lost, with an amount above 0
 */
public record ScoredEvent(Estimate estimate, LossFigure figure) {
    /** What was lost, USD. */
    public double actualUsd() {
        return figure.usd().orElseThrow();
    }

    /** The prediction that the figure is to be compared with. */
    public Prediction prediction() {
        return estimate.comparedWith(figure);
    }

    /** The printed interval. */
    public Interval interval() {
        return prediction().interval(Scores.PRINTED);
    }

    /** Whether the interval of that level holds the figure. */
    public boolean isInside(double level) {
        return Scores.holds(prediction().interval(level), actualUsd());
    }

    /** What was lost for each dollar that flowed through the part known to be hit. */
    public double lostPerUsdHit() {
        return actualUsd() / estimate.hitUsd();
    }

    /** What was believed to be lost for each such dollar: the printed interval. */
    public Interval believedPerUsdHit() {
        Interval usd = interval();
        return new Interval(usd.lower() / estimate.hitUsd(), usd.upper() / estimate.hitUsd(), usd.level());
    }

    Scores.Case asCase() {
        return new Scores.Case(prediction(), actualUsd(), estimate.flatUsd());
    }
}
