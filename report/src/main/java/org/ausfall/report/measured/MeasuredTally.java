package org.ausfall.report.measured;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.ausfall.core.exposure.MeasuredState;
import org.ausfall.core.exposure.SiteState;
import org.ausfall.core.measurement.LocationMeasurement;
import org.ausfall.core.measurement.SiteMeasurement;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.report.json.JsonText;
import org.ausfall.report.wording.Counted;

/** Counts sites by state, and pairs of site and location by the baseline they were compared with. */
public final class MeasuredTally {
    private final Threshold threshold;
    private final Map<SiteState, Long> states = new EnumMap<>(SiteState.class);
    private final Map<String, Long> levels = new TreeMap<>();

    /**
     * Nothing counted yet.
     *
     * @param threshold from which slowdown on a site counts as affected
     */
    public MeasuredTally(Threshold threshold) {
        this.threshold = threshold;
    }

    /** Counts a site with the verdict on it. */
    public void add(SiteMeasurement site, MeasuredState verdict) {
        states.merge(verdict.state(), 1L, Long::sum);
        // Most locations of a site are compared with the same baseline.
        String level = "";
        long pairs = 0;
        for (LocationMeasurement location : site.locations()) {
            if (!location.baselineLevel().equals(level)) {
                count(level, pairs);
                level = location.baselineLevel();
                pairs = 0;
            }
            pairs++;
        }
        count(level, pairs);
    }

    private void count(String level, long pairs) {
        if (pairs > 0) {
            levels.merge(level, pairs, Long::sum);
        }
    }

    void write(JsonText json) {
        json.object("sites", sites -> {
            for (SiteState state : SiteState.values()) {
                sites.count(state.code(), count(state));
            }
        });
        json.object("baseline_levels", counts -> levels.forEach(counts::count));
    }

    private long count(SiteState state) {
        return states.getOrDefault(state, 0L);
    }

    /** The count as a sentence: {@code 54 of 98 measurable sites were at least 20 % slower or down (3 down); 2 not measurable.} */
    public String sentence() {
        long affected = count(SiteState.AFFECTED) + count(SiteState.DOWN);
        long measurable = affected + count(SiteState.NOT_AFFECTED);
        return affected + " of " + Counted.of(measurable, "measurable site", "measurable sites")
                + Counted.word(affected, " was", " were") + " at least " + threshold.percent() + " % slower or down ("
                + count(SiteState.DOWN) + " down); " + count(SiteState.NOT_MEASURABLE) + " not measurable.";
    }

    /** Which baselines were used: {@code Compared with: same weekday and hours, 3 weeks (2000 of 2000 site-location pairs).} */
    public String baselines() {
        long all = levels.values().stream().mapToLong(Long::longValue).sum();
        StringBuilder text = new StringBuilder("Compared with: ");
        levels.forEach((level, count) -> text.append(text.toString().endsWith(": ") ? "" : "; ")
                .append(level)
                .append(" (")
                .append(count)
                .append(" of ")
                .append(all)
                .append(" site-location pairs)"));
        return text.append('.').toString();
    }
}
