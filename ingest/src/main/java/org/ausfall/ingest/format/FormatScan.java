package org.ausfall.ingest.format;

import java.util.List;
import java.util.Optional;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.ingest.probe.ProbeScan;
import org.ausfall.ingest.probe.ScannedFile;

/**
 * What was read from files of whatever formats.
 *
 * @param scan the measurements; to be closed by whoever has this
 * @param files the files in input order
 * @param readAs as what those files were read that are not plain own CSV
 * @param kind what all durations are the durations of; empty if nobody says
 */
public record FormatScan(ProbeScan scan, List<ScannedFile> files, List<ReadAs> readAs, Optional<MetricKind> kind) {
    /** Copies the lists. */
    public FormatScan {
        files = List.copyOf(files);
        readAs = List.copyOf(readAs);
    }
}
