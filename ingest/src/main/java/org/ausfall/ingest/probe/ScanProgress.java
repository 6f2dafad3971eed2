package org.ausfall.ingest.probe;

/** Hears how far a scan is. Called often, from any worker but never from two at once; should return at once. */
@FunctionalInterface
public interface ScanProgress {
    /** Does not listen. */
    ScanProgress NONE = (bytes, total) -> {};

    /**
     * Says how far the scan is.
     *
     * @param bytes bytes read so far, as stored
     * @param total all bytes to read, or {@link ProbeInput#UNKNOWN_SIZE}
     */
    void read(long bytes, long total);
}
