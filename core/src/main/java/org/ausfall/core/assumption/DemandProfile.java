package org.ausfall.core.assumption;

import java.util.List;

/**
 * When revenue comes in, in local time. Weights are relative; only their ratios matter.
 *
 * @param name the profile's name
 * @param hourWeights 24 positive weights, hour 0 first
 * @param weekdayWeights 7 positive weights, Monday first
 * @param basis where the weights come from
 */
public record DemandProfile(String name, List<Double> hourWeights, List<Double> weekdayWeights, String basis) {
    /** Checks numbers and signs. */
    public DemandProfile {
        hourWeights = List.copyOf(hourWeights);
        weekdayWeights = List.copyOf(weekdayWeights);
        if (hourWeights.size() != 24 || weekdayWeights.size() != 7) {
            throw new IllegalArgumentException("profile " + name + " needs 24 hours and 7 weekdays, has "
                    + hourWeights.size() + " and " + weekdayWeights.size());
        }
        if (!hourWeights.stream().allMatch(DemandProfile::usable)
                || !weekdayWeights.stream().allMatch(DemandProfile::usable)) {
            throw new IllegalArgumentException("the weights of profile " + name + " must be positive and finite");
        }
    }

    private static boolean usable(double weight) {
        return weight > 0 && Double.isFinite(weight);
    }

    /** The share of a day's revenue that comes in each hour; sums to 1. */
    public List<Double> hourShares() {
        double sum = hourWeights.stream().mapToDouble(Double::doubleValue).sum();
        return hourWeights.stream().map(weight -> weight / sum).toList();
    }

    /** The weight of each weekday relative to the mean day; has mean 1. */
    public List<Double> weekdayFactors() {
        double mean = weekdayWeights.stream().mapToDouble(Double::doubleValue).sum() / 7;
        return weekdayWeights.stream().map(weight -> weight / mean).toList();
    }
}
