package org.ausfall.core.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.measurement.SampleSeries;

/** How often a location measures a site: the median, over series, of each series' median time from one sample to the next. */
public final class PollingInterval {
    private static final Duration SHORTEST_BIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_BIN = Duration.ofHours(1);
    private static final long MOST_BITS = 1L << 31;
    private static final Duration SPAN = Duration.ofDays(99);

    private final List<Long> gaps = new ArrayList<>();

    /** The median gap of each series that has one, in milliseconds; samples at one time are one. */
    public static List<Long> gaps(List<SampleSeries> locations) {
        return locations.stream().flatMap(series -> gap(series).stream()).toList();
    }

    private static Optional<Long> gap(SampleSeries series) {
        long[] gaps = new long[series.size()];
        int size = 0;
        for (int i = 1; i < series.size(); i++) {
            gaps[size] = series.epochMillis(i) - series.epochMillis(i - 1);
            size += gaps[size] > 0 ? 1 : 0;
        }
        Arrays.sort(gaps, 0, size);
        return size == 0 ? Optional.empty() : Optional.of(gaps[(size - 1) / 2]);
    }

    /** Takes the gaps of more series. */
    public void add(List<Long> more) {
        gaps.addAll(more);
    }

    /** The interval in whole seconds, at least one; a minute where no location measured a site twice. */
    public Duration median() {
        List<Long> sorted = gaps.stream().sorted().toList();
        long millis = sorted.isEmpty() ? SHORTEST_BIN.toMillis() : sorted.get((sorted.size() - 1) / 2);
        return Duration.ofSeconds(Math.max(1, Math.round(millis / 1000.0)));
    }

    /**
     * The length of bins that fits an interval: the same in whole minutes, between a minute and an hour; twice that, or more, for so
     * many sites that their marks would take more than a quarter of a gigabyte.
     */
    public static Duration bin(Duration interval, int sites) {
        Duration bin = Duration.ofMinutes(Math.round(interval.toSeconds() / 60.0));
        bin = bin.compareTo(SHORTEST_BIN) < 0 ? SHORTEST_BIN : bin;
        bin = bin.compareTo(LONGEST_BIN) > 0 ? LONGEST_BIN : bin;
        while (bin.compareTo(LONGEST_BIN) < 0 && 2L * sites * SPAN.dividedBy(bin) > MOST_BITS) {
            bin = bin.multipliedBy(2);
        }
        return bin;
    }
}
