package org.ausfall.ingest.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/** Reads rows block by block into names and samples of its own, which are brought together at the end. */
final class Worker implements Collected {
    /** So many bad rows of a block are held back before they are passed on. */
    private static final int MOST_FAULTS = 1_000;

    /** As many series as this many locations a site would make are refused. */
    static final int SERIES_PER_SITE = 20;

    /** What a series takes in memory: twice its first page, with all that is kept about it. */
    private static final int BYTES_PER_SERIES = 200;

    private static final long FEWEST_SERIES = 10_000;

    private final BlockSource source;
    private final Quarantine quarantine;
    private final ScanLimits limits;
    private final NameTable sites = new NameTable();
    private final NameTable locations = new NameTable();
    private final SampleCollector samples;
    private final long mostSeries;

    private RowReaders readers;
    private final List<Quarantine.Located> faults = new ArrayList<>();
    private long lines;
    private long rows;
    private long badRows;
    private long blankLines;
    private long roundings;

    Worker(BlockSource source, Quarantine quarantine, ScanLimits limits, KeptTimes kept, long mostBytes, Spill spill) {
        this.source = source;
        this.quarantine = quarantine;
        this.limits = limits;
        this.mostSeries = Math.max(FEWEST_SERIES, 3 * mostBytes / BYTES_PER_SERIES);
        this.samples = new SampleCollector(kept, mostBytes, spill);
        this.readers = new RowReaders(new FileProgress("", Header.of(List.of(), false), 1));
    }

    /** What reads the rows of one file. */
    private final class RowReaders {
        private final FileProgress file;
        private final FastRow fast;
        private final StrictRow strict;
        private final StrictValues values;

        RowReaders(FileProgress file) {
            this.file = file;
            this.fast = new FastRow(file.header, limits, sites, locations);
            this.strict = new StrictRow(file.header, limits);
            this.values = new StrictValues(file.header);
        }
    }

    /** Reads until the source has nothing more. */
    void run() {
        Block block = new Block(readers.file);
        while (source.next(block)) {
            if (block.file() != readers.file) {
                readers = new RowReaders(block.file());
            }
            read(block);
            quarantine.finish(block.number(), part());
        }
        samples.finish();
    }

    private void read(Block block) {
        int end = block.end();
        int p = 0;
        while (p < end) {
            p = readFast(block, p);
            if (samples.isBatchFull()) {
                samples.putAway();
            } else if (p < end) {
                p = readStrictly(block, p);
            }
        }
        samples.putAway();
        samples.spillIfFull();
        refuseTooMany();
    }

    private int readFast(Block block, int from) {
        FastRow fast = readers.fast;
        int stop = fast.read(block.bytes(), from, block.end(), samples);
        int read = fast.takeRows();
        lines += read;
        rows += read;
        roundings += fast.takeRoundings();
        return stop;
    }

    private int readStrictly(Block block, int from) {
        StrictRow row = readers.strict;
        Optional<Fault> fault = row.read(block.bytes(), from, block.end());
        if (row.isBlank()) {
            blankLines++;
        } else {
            rows++;
            fault = fault.or(() -> countFault(row)).or(() -> readers.values.read(row.fields()));
            fault.ifPresentOrElse(found -> reject(block, found, row), this::addStrict);
        }
        lines += row.lines();
        return row.end();
    }

    private Optional<Fault> countFault(StrictRow row) {
        int expected = readers.file.header.names().size();
        int found = row.fields().size();
        return found == expected
                ? Optional.empty()
                : Optional.of(new Fault(
                        "",
                        "",
                        Reason.WRONG_FIELD_COUNT,
                        "the header names " + expected + " columns, the row has " + found));
    }

    private void addStrict() {
        StrictValues values = readers.values;
        int site = sites.add(values.site());
        int location = locations.add(values.location());
        roundings += values.rounded() ? 1 : 0;
        samples.add(site, location, values.millis(), values.result());
    }

    private void refuseTooMany() {
        refuseIf(sites.size() > limits.sites(), "sites");
        refuseIf(locations.size() > limits.sites(), "locations");
        refuseIf(samples.series() > SERIES_PER_SITE * (long) limits.sites(), "pairs of site and location");
        if (samples.series() > mostSeries) {
            throw tooLarge("there are too many different pairs of site and location for the memory there is, more than "
                    + mostSeries + " on each thread; use fewer threads, or give the program more memory");
        }
    }

    private void refuseIf(boolean tooMany, String what) {
        if (tooMany) {
            throw tooLarge("there are too many different " + what + "; raise the limit of " + limits.sites()
                    + " sites if that is right");
        }
    }

    private ScanRefusal tooLarge(String detail) {
        return new ScanRefusal(Problem.file(Place.of(readers.file.name), "", Reason.TOO_LARGE, detail));
    }

    private void reject(Block block, Fault fault, StrictRow row) {
        Fault shown = fault.column().isEmpty() && fault.value().isEmpty() ? fault.withValue(row.firstLine()) : fault;
        faults.add(new Quarantine.Located(lines, shown));
        badRows++;
        if (faults.size() == MOST_FAULTS) {
            quarantine.pass(block.number(), part());
        }
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

    private Quarantine.Part part() {
        Quarantine.Part part = new Quarantine.Part(
                readers.file, new BlockTally(lines, rows, badRows, blankLines, roundings), List.copyOf(faults));
        faults.clear();
        lines = 0;
        rows = 0;
        badRows = 0;
        blankLines = 0;
        roundings = 0;
        return part;
    }
}
