package org.ausfall.core.backtest;

import java.util.Optional;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Share;

/**
 * What was known of one company in a past outage. What is not known is believed with a range, but for revenue, without which there
 * is no estimate.
 *
 * @param event the outage; all companies it struck share it and are left out together
 * @param title what failed
 * @param company the company's name; unique within the event
 * @param kindOfBusiness the kind of business, as in {@code airlines}
 * @param start day or local time of the start as the source gives it; for reading only
 * @param durationHours how long the business was disrupted, positive
 * @param affectedShare the share of the business that stood still
 * @param digitalShare the share of revenue that comes through the channel that was out
 * @param annualRevenue revenue of a year near the event
 * @param revenueQuality how well it is known
 * @param revenueAgeYears years between the figure and the event, not negative
 * @param note what else is known, and limits the comparison
 */
public record PastEvent(
        String event,
        String title,
        String company,
        String kindOfBusiness,
        String start,
        Optional<Double> durationHours,
        Optional<Share> affectedShare,
        Optional<Share> digitalShare,
        Optional<Money> annualRevenue,
        RevenueQuality revenueQuality,
        int revenueAgeYears,
        String note) {
    /** Checks hours, shares and age. */
    public PastEvent {
        durationHours.ifPresent(hours -> {
            if (!(hours > 0 && hours <= 87_600)) {
                throw new IllegalArgumentException(
                        "a duration must be above 0 and at most 87600 hours (10 years), was " + hours);
            }
        });
        affectedShare.ifPresent(share -> checkPositive("share of the business hit", share));
        digitalShare.ifPresent(share -> checkPositive("digital share", share));
        annualRevenue.ifPresent(revenue -> {
            if (revenue.usd() == 0) {
                throw new IllegalArgumentException("a year's revenue must be above 0, was 0");
            }
        });
        if (revenueAgeYears < 0) {
            throw new IllegalArgumentException("the age of a revenue must not be negative, was " + revenueAgeYears);
        }
    }

    private static void checkPositive(String what, Share share) {
        if (share.fraction() == 0) {
            throw new IllegalArgumentException("a " + what + " must be above 0, was 0; without it nothing is lost");
        }
    }

    /** The name under which figures refer to it: {@code notpetya-2017-06/Mondelez}. */
    public String key() {
        return event + "/" + company;
    }

    /** Whether at least one of the two shares is known that say how much of the business was hit. */
    public boolean knowsShareHit() {
        return affectedShare.isPresent() || digitalShare.isPresent();
    }

    /** The known part of the business that was hit: the product of the shares that are known, 1 where none is. */
    public double knownShareHit() {
        return affectedShare.map(Share::fraction).orElse(1.0)
                * digitalShare.map(Share::fraction).orElse(1.0);
    }
}
