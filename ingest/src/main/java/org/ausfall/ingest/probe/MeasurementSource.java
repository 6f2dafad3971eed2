package org.ausfall.ingest.probe;

import java.util.List;

/** Files that are read into measurements by somebody else than {@link ProbeScanner}; mostly one, several if they must be joined. */
public interface MeasurementSource {
    /** The files, in input order. */
    List<ProbeInput> inputs();

    /** Whether of several measurements of a site and location at one time only one counts (a success first). */
    boolean deduped();

    /**
     * Reads all files.
     *
     * @return the files as they were read
     * @throws ScanRefusal if one of them cannot be used
     */
    List<ScannedFile> read(MeasurementSink sink);
}
