package org.ausfall.ingest.probe;

import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.measurement.Sample;

/**
 * Reads rows as almost all rows are: one line, plain or quoted fields, names in ASCII or already known. Works on bytes, makes no
 * objects, and refuses whatever it does not recognize, which leaves the decision to the strict reader. It must never accept what
 * that one refuses, nor read it otherwise.
 */
final class FastRow {
    /** The row is not one for this reader. */
    static final int REFUSED = -1;

    private static final int[] RESULTS = results();

    private final int mostBytes;
    private final Column[] columns;
    private final byte lastTerminator;
    private final FastName sites;
    private final FastName locations;
    private final FastTime time = new FastTime();
    private final FastDuration duration = new FastDuration();

    private int status;

    FastRow(Header header, ScanLimits limits, NameTable sites, NameTable locations) {
        this.mostBytes = limits.rowBytes();
        this.columns = header.columns();
        this.lastTerminator = (byte) (header.crlf() ? '\r' : '\n');
        this.sites = new FastName(sites);
        this.locations = new FastName(locations);
    }

    private static int[] results() {
        int[] results = new int[600];
        for (int status = 0; status < results.length; status++) {
            boolean known = Outcome.isStatus(status);
            Outcome outcome = known ? Outcome.ofStatus(status) : Outcome.UNKNOWN;
            results[status] = !known ? REFUSED : outcome == Outcome.OK ? 0 : Sample.of(outcome);
        }
        return results;
    }

    long millis() {
        return time.millis();
    }

    int site() {
        return sites.id();
    }

    int location() {
        return locations.id();
    }

    /** The row's {@link Sample} result. */
    int result() {
        int result = RESULTS[status];
        return result == 0 ? duration.micros() : result;
    }

    /** 1 if the row has a duration that was rounded to the microsecond, else 0. */
    int oneIfRounded() {
        return RESULTS[status] == 0 ? duration.oneIfRounded() : 0;
    }

    /** Reads the row that starts here. Returns where the next one starts, or {@link #REFUSED}. */
    int read(byte[] b, int from) {
        int p = from;
        int last = columns.length - 1;
        for (int i = 0; i <= last; i++) {
            int quote = b[p] == '"' ? 1 : 0;
            byte terminator = quote == 1 ? (byte) '"' : i == last ? lastTerminator : (byte) ',';
            p = field(columns[i], b, p + quote, terminator);
            if (p < 0 || (quote == 1 && b[p] != '"')) {
                return REFUSED;
            }
            p += quote;
            if (i < last && b[p++] != ',') {
                return REFUSED;
            }
        }
        p += b[p] == '\r' ? 1 : 0;
        int result = RESULTS[status];
        if (b[p] != '\n' || result < 0 || (result == 0 && !duration.isGiven()) || p - from > mostBytes) {
            return REFUSED;
        }
        if ((sites.id() | locations.id()) < 0) {
            // Only a row that is good in all its parts makes a name known.
            sites.addIfNew(b);
            locations.addIfNew(b);
        }
        return p + 1;
    }

    private int field(Column column, byte[] b, int p, byte terminator) {
        return switch (column) {
            case TIMESTAMP -> time.read(b, p);
            case SITE -> sites.read(b, p, terminator);
            case LOCATION -> locations.read(b, p, terminator);
            case DURATION_MS -> duration.read(b, p);
            case STATUS -> status(b, p);
            case OTHER -> skip(b, p, terminator);
        };
    }

    private static int skip(byte[] b, int from, byte terminator) {
        int p = from;
        while (b[p] != terminator && b[p] != '\n') {
            p++;
        }
        return p;
    }

    private int status(byte[] b, int p) {
        int hundreds = b[p] - '0';
        int tens = b[p + 1] - '0';
        if (hundreds == 0 && (tens < 0 || tens > 9)) {
            status = 0;
            return p + 1;
        }
        int ones = b[p + 2] - '0';
        if (hundreds < 0 || hundreds > 5 || tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            return REFUSED;
        }
        status = hundreds * 100 + tens * 10 + ones;
        return p + 3;
    }
}
