package org.ausfall.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ausfall.core.detection.Bins;
import org.ausfall.core.detection.Detection;
import org.ausfall.core.detection.Detector;
import org.ausfall.core.detection.Marking;
import org.ausfall.core.detection.PollingInterval;
import org.ausfall.core.detection.SiteMarks;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.ingest.probe.ProbeScan;
import org.ausfall.ingest.probe.SiteSamples;

/** Looks for outages in scanned measurements, a few sites in memory at a time. */
public final class OutageSearch {
    /** The polling interval is taken from this many sites, spread over their names. */
    private static final int ASKED_FOR_INTERVAL = 32;

    private OutageSearch() {}

    /**
     * Looks for outages.
     *
     * @param dedupe whether of several samples of a site and location at one time only one counts
     * @param bin the length of the bins; empty, or shorter than the polling interval, for one that fits it: in shorter ones most
     *     locations would be silent
     * @param threshold from which slowdown on a sample is slow
     */
    public static Detection in(ProbeScan scan, boolean dedupe, Optional<Duration> bin, Threshold threshold) {
        Duration interval = interval(scan);
        Duration length = bin.filter(asked -> asked.compareTo(interval) >= 0)
                .orElseGet(() -> PollingInterval.bin(interval, scan.sites().size()));
        Marking marking = new Marking(Bins.containing(scan.origin(), length), interval, threshold);
        Detector detector = new Detector(marking);
        scan.forEachSite(samples -> marks(marking, dedupe ? samples.withoutRepeats() : samples), detector::add);
        return detector.detect();
    }

    private static Duration interval(ProbeScan scan) {
        List<String> sites = scan.sites();
        int step = Math.max(1, sites.size() / ASKED_FOR_INTERVAL);
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < sites.size(); i += step) {
            asked.add(sites.get(i));
        }
        PollingInterval interval = new PollingInterval();
        scan.forEachSite(asked, samples -> PollingInterval.gaps(samples.series()), interval::add);
        return interval.median();
    }

    private static SiteMarks marks(Marking marking, SiteSamples samples) {
        SortedMap<String, SampleSeries> locations = new TreeMap<>();
        samples.locations().forEach(one -> locations.put(one.location(), one.series()));
        return marking.site(samples.site(), locations);
    }
}
