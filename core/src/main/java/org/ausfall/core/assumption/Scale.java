package org.ausfall.core.assumption;

/** The scale on which a three-point belief is a (two-piece) normal distribution. */
public enum Scale {
    /** The value itself. */
    LINEAR,
    /** The natural logarithm: for positive quantities. */
    LOG,
    /** The log-odds: for shares. */
    LOGIT;

    double to(double value) {
        return switch (this) {
            case LINEAR -> value;
            case LOG -> Math.log(value);
            case LOGIT -> Math.log(value / (1 - value));
        };
    }

    boolean admits(double value) {
        return switch (this) {
            case LINEAR -> Double.isFinite(value);
            case LOG -> value > 0 && Double.isFinite(value);
            case LOGIT -> value > 0 && value < 1;
        };
    }
}
