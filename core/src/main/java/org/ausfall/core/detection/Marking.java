package org.ausfall.core.detection;

import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.quantity.Threshold;

/**
 * Marks the bins in which a site was slower than usual by the threshold, or failing. Has no state: sites can be marked on many
 * threads.
 *
 * <p>A sample speaks for "above" if it failed or took at least 1 + threshold times the {@link UsualTimes usual} of its site and
 * location; one without a duration that is no failure says nothing. A sample is above if most of itself and its neighbors before and
 * after (no farther than 2.5 polling intervals) speak so: a running median of three, which takes out single outliers and leaves what
 * lasts two samples or longer where it is. A location is above in a bin if more than half of its samples there are.
 *
 * @param bins the bins
 * @param interval how often a location measures a site
 * @param threshold from which slowdown on a sample speaks for "above"
 */
public record Marking(Bins bins, Duration interval, Threshold threshold) {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Marks a site, from the samples of its locations. */
    public SiteMarks site(String site, Map<String, SampleSeries> locations) {
        SortedMap<String, Marks> marked = new TreeMap<>();
        locations.forEach((location, series) -> location(series).ifPresent(marks -> marked.put(location, marks)));
        return SiteMarks.of(site, marked, Math.max(4, bins.in(HOUR)));
    }

    private Optional<Marks> location(SampleSeries series) {
        return UsualTimes.of(series).map(usual -> new Voices(series, usual).marks());
    }

    /** What the samples of one series say. */
    private final class Voices {
        private final long[] at;
        private final boolean[] above;
        private final long near = interval.toMillis() * 5 / 2;
        private final long origin = bins.origin().toEpochMilli();
        private final long length = bins.length().toMillis();
        private int size;

        Voices(SampleSeries series, UsualTimes usual) {
            this.at = new long[series.size()];
            this.above = new boolean[series.size()];
            double factor = threshold.factor().doubleValue();
            for (int i = 0; i < series.size(); i++) {
                boolean ok = Sample.isOk(series.packed(i));
                Outcome outcome = ok ? Outcome.OK : series.outcome(i);
                if (ok || outcome.isFailure()) {
                    at[size] = series.epochMillis(i);
                    above[size] = !ok || Sample.micros(series.packed(i)) >= factor * usual.micros(at[size]);
                    size++;
                }
            }
        }

        Marks marks() {
            BitSet measured = new BitSet();
            BitSet slow = new BitSet();
            int i = 0;
            while (i < size) {
                int bin = (int) Math.floorDiv(at[i] - origin, length);
                long end = origin + (bin + 1L) * length;
                int n = 0;
                int up = 0;
                for (; i < size && at[i] < end; i++) {
                    n++;
                    up += isAbove(i) ? 1 : 0;
                }
                measured.set(bin);
                slow.set(bin, 2 * up > n);
            }
            return new Marks(measured, slow);
        }

        private boolean isAbove(int i) {
            boolean before = i > 0 && at[i] - at[i - 1] <= near;
            boolean after = i + 1 < size && at[i + 1] - at[i] <= near;
            int voices = 1 + (before ? 1 : 0) + (after ? 1 : 0);
            int speaking = (above[i] ? 1 : 0) + (before && above[i - 1] ? 1 : 0) + (after && above[i + 1] ? 1 : 0);
            return 2 * speaking > voices;
        }
    }
}
