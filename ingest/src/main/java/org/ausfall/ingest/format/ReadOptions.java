package org.ausfall.ingest.format;

import java.time.ZoneId;
import java.util.Optional;
import org.ausfall.core.measurement.MetricKind;

/**
 * What the analyst says about files, where they do not say it themselves.
 *
 * @param format the format of all files; empty to find out file by file
 * @param zone the zone of local times
 * @param kind the kind of duration to read
 * @param unit the unit of durations that have none
 * @param decimal how numbers are written
 */
public record ReadOptions(
        Optional<Descriptor> format,
        Optional<ZoneId> zone,
        Optional<MetricKind> kind,
        Optional<Unit> unit,
        Optional<DecimalMark> decimal) {
    /** Nothing is said. */
    public static final ReadOptions NONE =
            new ReadOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
