package org.ausfall.ingest;

import java.util.function.Consumer;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.simulation.Seed;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.ingest.probe.ScanProgress;

/**
 * How raw measurements of an event are read.
 *
 * @param threads on how many threads, at least one
 * @param progress who hears how far it is
 * @param quarantine takes every row that cannot be used, in input order; the evidence holds only counts and a sample
 * @param limits what they may cost; the share of bad rows is judged after the scan, by another limit
 * @param dedupe whether of several measurements of a site and location at one time only one counts
 * @param seed where the streams start from which probes are drawn anew
 */
public record Scanning(
        int threads,
        ScanProgress progress,
        Consumer<Problem> quarantine,
        ScanLimits limits,
        boolean dedupe,
        Seed seed) {
    /** On all cores, without telling anybody, every measurement within the usual limits. */
    public static final Scanning DEFAULT = new Scanning(
            Runtime.getRuntime().availableProcessors(),
            ScanProgress.NONE,
            problem -> {},
            ScanLimits.DEFAULT.withBadShare(1),
            false,
            new Seed(1));

    /** Checks the number of threads. */
    public Scanning {
        if (threads < 1) {
            throw new IllegalArgumentException("there must be at least one thread, was " + threads);
        }
    }
}
