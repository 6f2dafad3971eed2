package org.ausfall.ingest.probe;

/** What one worker collected: names by their numbers, and samples by the numbers of names. */
interface Collected {
    NameTable sites();

    NameTable locations();

    SampleCollector samples();

    /** Whether of several samples of a series at one time only the first in the order of samples counts. */
    default boolean deduped() {
        return false;
    }
}
