package org.ausfall.ingest.probe;

import org.ausfall.core.problem.Problem;

/** Takes what a reader finds in files, in their order, on one thread. */
public interface MeasurementSink {
    /** Takes a good row. */
    void take(Measurement measurement);

    /** Takes a bad row. */
    void reject(Problem problem);

    /** Hears how many bytes were read since it was last told, as stored. */
    void advance(long bytes);
}
