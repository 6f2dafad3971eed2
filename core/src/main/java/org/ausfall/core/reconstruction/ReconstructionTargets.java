package org.ausfall.core.reconstruction;

import java.math.BigDecimal;
import java.util.List;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Slowdown;

/**
 * The published totals that reconstructed rows must meet, together with the known ones.
 *
 * @param retailers how many retailers the population has
 * @param affected how many were affected, down ones included
 * @param down how many were down; all of them must be known by name
 * @param meanBeforeMs mean load time before, over the slowed sites whose times are known or reconstructed, ms
 * @param meanDuringMs the same during the outage, ms
 * @param highestSlowdown no reconstructed site is slower than this
 * @param totalWebSales web sales of the population without {@code totalExcludes}
 * @param totalExcludes retailers the total leaves out
 * @param lowestWebSales no reconstructed retailer sells less
 * @param highestWebSales no reconstructed retailer sells more
 * @param webSalesYear the year the total speaks of
 */
public record ReconstructionTargets(
        int retailers,
        int affected,
        int down,
        BigDecimal meanBeforeMs,
        BigDecimal meanDuringMs,
        Slowdown highestSlowdown,
        Money totalWebSales,
        List<String> totalExcludes,
        Money lowestWebSales,
        Money highestWebSales,
        int webSalesYear) {
    /** Checks the order of the counts and limits. */
    public ReconstructionTargets {
        totalExcludes = List.copyOf(totalExcludes);
        if (!(0 <= down && down <= affected && affected <= retailers)) {
            throw new IllegalArgumentException(
                    "counts must rise: " + down + " down, " + affected + " affected, " + retailers + " retailers");
        }
        if (meanBeforeMs.signum() <= 0 || meanDuringMs.compareTo(meanBeforeMs) < 0) {
            throw new IllegalArgumentException(
                    "mean load times must be positive and rise: " + meanBeforeMs + " to " + meanDuringMs + " ms");
        }
        if (lowestWebSales.usd() <= 0 || lowestWebSales.compareTo(highestWebSales) >= 0) {
            throw new IllegalArgumentException("web sales limits must be positive and rise: "
                    + lowestWebSales.usdMillions() + " to " + highestWebSales.usdMillions() + " m");
        }
    }
}
