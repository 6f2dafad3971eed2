package org.ausfall.report.wording;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ausfall.core.exposure.CountRange;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.MeasuredExposure;
import org.ausfall.core.exposure.PlaceboCounts;
import org.ausfall.core.exposure.SiteCertainty;
import org.ausfall.core.precision.Slowness;

/** What only raw measurements tell, in sentences. */
public final class MeasuredText {
    /** Median and mean that lie this far apart, as ratios, tell different stories. */
    private static final double APART = 0.1;

    private static final int MOST_NAMED = 3;

    private MeasuredText() {}

    /** {@code P5-P95 50-58}; empty where no range may be quoted. */
    public static Optional<String> range(Exposure exposure) {
        return exposure.measured().flatMap(MeasuredExposure::range).map(MeasuredText::range);
    }

    /** {@code P5-P95 50-58}. */
    public static String range(CountRange range) {
        return "P5-P95 " + range.p05() + "-" + range.p95();
    }

    /** Why no range is given, with the consequence for the count; empty where one is. */
    public static String noise(MeasuredExposure measured) {
        if (measured.isTooShort()) {
            return "No range is given: at half of the sites or more, fewer than " + SiteCertainty.FEWEST_DURATIONS
                    + " answers during the outage were timed at any one location, too few to tell by how much luck could have "
                    + "moved the count.";
        }
        return measured.isQuotable()
                ? ""
                : "No range is given: the typical standard error of a site's slowdown is "
                        + points(measured.typicalError().orElse(0.0))
                        + ", above 5, and noise lifts sites that were not affected over the threshold, so the count itself is "
                        + "likely too high.";
    }

    /** {@code 1.3 points}. */
    public static String points(double ratio) {
        return PercentText.share(ratio).replace(" %", "") + " points";
    }

    /** What the same method says of normal days, and what that leaves for the outage. */
    public static String placebo(Exposure exposure, PlaceboCounts placebo) {
        int n = placebo.windows().size();
        String profile = " (profile " + exposure.profile().code() + ")";
        if (n == 0) {
            return "The placebo (how many this method calls affected on a normal day) cannot be known: no window of the same length "
                    + "in the days before could be compared with others at 90 % of the sites that are measurable in the outage"
                    + profile + ".";
        }
        return "On " + Counted.of(n, "window", "windows")
                + " of the same length in the days before (the placebo), this method calls " + counts(placebo)
                + " affected" + profile + left(exposure.affected(), placebo) + ".";
    }

    /** A count that normal days reach too is not set against their middle: the difference would be chance. */
    private static String left(int affected, PlaceboCounts placebo) {
        if (affected == 0) {
            return "";
        }
        if (affected <= placebo.p95().or(placebo::highest).orElse(0)) {
            return "; so the count is no more than normal days show";
        }
        int excess = placebo.excess(affected).orElse(affected);
        return "; so " + (excess == affected ? "" : "about ") + Counted.of(excess, "is", "are")
                + " more than a normal day explains";
    }

    private static String counts(PlaceboCounts placebo) {
        if (placebo.highest().equals(Optional.of(0))) {
            return "no site";
        }
        String span = placebo.lowest().equals(placebo.highest())
                ? number(placebo.lowest())
                : number(placebo.lowest()) + " to " + number(placebo.highest());
        return placebo.p95()
                        .map(p95 -> span + " (median " + number(placebo.median()) + ", P95 " + p95
                                + (placebo.sameWeekday().isEmpty()
                                        ? ""
                                        : "; same weekday and hours: " + weekdays(placebo))
                                + ")")
                        .orElseGet(() -> list(placebo.windows()) + " (too few windows for a P95)")
                + (span.equals("1") ? " site" : " sites");
    }

    private static String weekdays(PlaceboCounts placebo) {
        return list(placebo.sameWeekday());
    }

    private static String list(List<PlaceboCounts.Count> counts) {
        return counts.stream().map(count -> count.affected() + "").collect(Collectors.joining(", "));
    }

    private static String number(Optional<Integer> count) {
        return count.map(String::valueOf).orElse("");
    }

    /** The sites of which median and mean tell different stories, worst first. */
    public static List<SiteCertainty> disagreeing(MeasuredExposure measured) {
        return measured.sites().stream()
                .filter(site -> site.evidence()
                        .slowness()
                        .filter(slowness -> gap(slowness) >= APART)
                        .isPresent())
                .sorted(Comparator.comparingDouble(site ->
                        -site.evidence().slowness().map(MeasuredText::gap).orElse(0.0)))
                .toList();
    }

    private static double gap(Slowness slowness) {
        return Math.abs(slowness.mean() - slowness.median());
    }

    /** Says where median and mean lie 10 points or more apart, and which of them was used; empty where they nowhere do. */
    public static String disagreement(MeasuredExposure measured) {
        List<SiteCertainty> sites = disagreeing(measured);
        if (sites.isEmpty()) {
            return "";
        }
        return "At " + Counted.of(sites.size(), "site", "sites")
                + " median and mean lie 10 points or more apart: the typical page and the slow ones fared differently. States are judged "
                + "by the median. "
                + sites.stream().limit(MOST_NAMED).map(MeasuredText::both).collect(Collectors.joining("; "))
                + (sites.size() > MOST_NAMED ? "; the others stand in the table." : ".");
    }

    private static String both(SiteCertainty site) {
        Slowness slowness = site.evidence().slowness().orElseThrow();
        return site.finding().retailer().name() + ": median " + PercentText.change(slowness.median()) + ", mean "
                + PercentText.change(slowness.mean());
    }
}
