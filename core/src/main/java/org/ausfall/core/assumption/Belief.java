package org.ausfall.core.assumption;

import java.util.function.DoubleUnaryOperator;
import org.ausfall.core.simulation.Exponential;

/**
 * What is believed of one number. A belief maps a standard normal score to a value, so that one score moves it from its low end
 * to its high end whatever its shape.
 */
public sealed interface Belief {
    /** The standard normal score of the 95th percentile. */
    double Z95 = 1.6448536269514722;

    /** The value at a standard normal score: 0 gives the median, {@link #Z95} the 95th percentile. Never falls as z rises. */
    double at(double z);

    /** The same as {@link #at}, prepared for millions of calls. */
    default DoubleUnaryOperator prepared() {
        return this::at;
    }

    /** The log-odds ln(x / (1 - x)) of the value x, prepared for millions of calls; values beyond 0 and 1 count as these. */
    default DoubleUnaryOperator preparedLogOdds() {
        DoubleUnaryOperator value = prepared();
        return z -> Scale.LOGIT.to(Math.min(1, Math.max(0, value.applyAsDouble(z))));
    }

    /** The 5th percentile. */
    default double p05() {
        return at(-Z95);
    }

    /** The median. */
    default double p50() {
        return at(0);
    }

    /** The 95th percentile. */
    default double p95() {
        return at(Z95);
    }

    /**
     * A number taken as known.
     *
     * @param value the number, finite
     */
    record Known(double value) implements Belief {
        /** Checks that the number is finite. */
        public Known {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a known value must be finite, was " + value);
            }
        }

        @Override
        public double at(double z) {
            return value;
        }
    }

    /**
     * A belief held at one standard normal score, to see what it moves. Unlike a known number it is still learned about: where a model
     * learns of it from data, it is held at that score of what is believed after that.
     *
     * @param belief what is believed
     * @param z the score
     */
    record Held(Belief belief, double z) implements Belief {
        @Override
        public double at(double any) {
            return belief.at(z);
        }

        @Override
        public DoubleUnaryOperator prepared() {
            double value = belief.at(z);
            return any -> value;
        }
    }

    /**
     * A number known by its 5th, 50th and 95th percentile: on its scale two half-normal pieces that meet in the median, so that
     * all three percentiles hold exactly. Values beyond the limits are set to the limit.
     *
     * @param scale the scale on which the pieces are normal
     * @param low 5th percentile
     * @param median 50th percentile
     * @param high 95th percentile
     * @param lowest smallest value allowed (may be negative infinity), not above {@code low}
     * @param highest largest value allowed (may be infinite), not below {@code high}
     */
    record ThreePoint(Scale scale, double low, double median, double high, double lowest, double highest)
            implements Belief {
        /** Checks order, scale and limits. */
        public ThreePoint {
            if (!(low < median && median < high)) {
                throw new IllegalArgumentException(
                        "percentiles must rise: p05 " + low + ", p50 " + median + ", p95 " + high);
            }
            if (!scale.admits(low) || !scale.admits(high)) {
                throw new IllegalArgumentException("on the " + scale + " scale p05 and p95 must lie inside "
                        + (scale == Scale.LOGIT ? "(0, 1)" : "(0, infinity)") + ", were " + low + " and " + high);
            }
            if (!(lowest <= low && high <= highest)) {
                throw new IllegalArgumentException(
                        "limits [" + lowest + ", " + highest + "] must enclose [" + low + ", " + high + "]");
            }
        }

        @Override
        public double at(double z) {
            return prepared().applyAsDouble(z);
        }

        /** x(z) = g^-1(g(p50) + z s), where s = (g(p50) - g(p05)) / z95 for z below 0 and (g(p95) - g(p50)) / z95 above. */
        @Override
        public DoubleUnaryOperator prepared() {
            DoubleUnaryOperator pieces = pieces();
            return switch (scale) {
                case LINEAR -> z -> limited(pieces.applyAsDouble(z));
                case LOG -> z -> limited(Exponential.exp(pieces.applyAsDouble(z)));
                case LOGIT -> z -> limited(1 / (1 + Exponential.exp(-pieces.applyAsDouble(z))));
            };
        }

        /** On the logit scale the pieces themselves, between the log-odds of the limits. */
        @Override
        public DoubleUnaryOperator preparedLogOdds() {
            if (scale != Scale.LOGIT) {
                return Belief.super.preparedLogOdds();
            }
            DoubleUnaryOperator pieces = pieces();
            double least = Scale.LOGIT.to(Math.max(0, lowest));
            double most = Scale.LOGIT.to(Math.min(1, highest));
            return z -> Math.min(most, Math.max(least, pieces.applyAsDouble(z)));
        }

        private DoubleUnaryOperator pieces() {
            double center = scale.to(median);
            double sdBelow = (center - scale.to(low)) / Z95;
            double sdAbove = (scale.to(high) - center) / Z95;
            return z -> center + z * (z < 0 ? sdBelow : sdAbove);
        }

        private double limited(double value) {
            return value < lowest ? lowest : value > highest ? highest : value;
        }
    }
}
