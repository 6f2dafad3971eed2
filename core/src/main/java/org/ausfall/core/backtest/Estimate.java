package org.ausfall.core.backtest;

/**
 * What the method says of one past event, made without looking at what it cost.
 *
 * @param event what was known of it
 * @param flatUsd the naive figure: annual revenue / 8760 x hours
 * @param hitUsd the same for the part known to be hit
 * @param gross lost revenue before sales came back, USD
 * @param net after
 */
public record Estimate(PastEvent event, double flatUsd, double hitUsd, Prediction gross, Prediction net) {
    /** The one that a figure is to be compared with. */
    public Prediction comparedWith(LossFigure figure) {
        return figure.isNet() ? net : gross;
    }
}
