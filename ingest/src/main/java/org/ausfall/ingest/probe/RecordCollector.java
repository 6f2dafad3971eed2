package org.ausfall.ingest.probe;

import java.util.HashMap;
import java.util.Map;
import org.ausfall.core.problem.Problem;

/** Collects measurements one by one, where {@link Worker} reads them from bytes. */
final class RecordCollector implements Collected, MeasurementSink {
    /** Memory is looked after once in so many records. */
    private static final int ROUND = 1 << 12;

    private final ScanLimits limits;
    private final Quarantine quarantine;
    private final ScanProgress progress;
    private final boolean deduped;
    private final long totalBytes;
    private final NameTable sites = new NameTable();
    private final NameTable locations = new NameTable();
    private final Map<String, Integer> siteIds = new HashMap<>();
    private final Map<String, Integer> locationIds = new HashMap<>();
    private final SampleCollector samples;
    private long bytes;
    private int sinceLook;

    RecordCollector(
            ScanLimits limits,
            Quarantine quarantine,
            ScanProgress progress,
            boolean deduped,
            long totalBytes,
            SampleCollector samples) {
        this.limits = limits;
        this.quarantine = quarantine;
        this.progress = progress;
        this.deduped = deduped;
        this.totalBytes = totalBytes;
        this.samples = samples;
    }

    @Override
    public void take(Measurement measurement) {
        int site = siteIds.computeIfAbsent(measurement.site(), sites::add);
        int location = locationIds.computeIfAbsent(measurement.location(), locations::add);
        int result = measurement.result();
        for (int i = 0; i < measurement.weight(); i++) {
            samples.add(site, location, measurement.epochMillis() + i, result);
        }
        if (++sinceLook >= ROUND) {
            lookAfterMemory();
        }
    }

    private void lookAfterMemory() {
        sinceLook = 0;
        samples.putAway();
        samples.spillIfFull();
        limits.checkNames(sites.size(), locations.size());
        if (samples.series() > Worker.SERIES_PER_SITE * (long) limits.sites()) {
            throw limits.tooManyNames();
        }
    }

    @Override
    public void reject(Problem problem) {
        quarantine.take(problem);
    }

    @Override
    public void advance(long more) {
        bytes += more;
        progress.read(bytes, totalBytes);
    }

    void finish() {
        lookAfterMemory();
        samples.finish();
    }

    @Override
    public NameTable sites() {
        return sites;
    }

    @Override
    public NameTable locations() {
        return locations;
    }

    @Override
    public SampleCollector samples() {
        return samples;
    }

    @Override
    public boolean deduped() {
        return deduped;
    }
}
