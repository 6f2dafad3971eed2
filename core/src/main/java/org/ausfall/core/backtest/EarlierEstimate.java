package org.ausfall.core.backtest;

/**
 * An estimate that was made before, as it stands; nothing that is reported later can move it.
 *
 * @param event the outage
 * @param company the name under which figures refer to it
 * @param madeIn where it stands: a file of a report, or the back-test
 * @param gross lost revenue before sales came back
 * @param net after
 */
public record EarlierEstimate(String event, String company, String madeIn, Range gross, Range net) {
    /**
     * A loss in US dollars.
     *
     * @param p05 5th percentile
     * @param p50 median
     * @param p95 95th percentile
     */
    public record Range(double p05, double p50, double p95) {
        /** Checks the order. */
        public Range {
            if (!(p05 <= p50 && p50 <= p95)) {
                throw new IllegalArgumentException("percentiles must not fall: " + p05 + ", " + p50 + ", " + p95);
            }
        }

        /** Whether it holds the amount, its ends included. */
        public boolean holds(double usd) {
            return p05 <= usd && usd <= p95;
        }

        private static Range of(Prediction prediction) {
            return new Range(prediction.quantile(0.05), prediction.median(), prediction.quantile(0.95));
        }
    }

    /** The estimate of a past event. */
    public static EarlierEstimate of(Estimate estimate) {
        return new EarlierEstimate(
                estimate.event().event(),
                estimate.event().company(),
                "back-test",
                Range.of(estimate.gross()),
                Range.of(estimate.net()));
    }

    /** The name under which figures refer to it. */
    public String key() {
        return event + "/" + company;
    }

    /** The range that a figure is to be compared with. */
    public Range comparedWith(LossFigure figure) {
        return figure.isNet() ? net : gross;
    }
}
