package org.ausfall.ingest.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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

    private static final List<Column> USUAL =
            List.of(Column.TIMESTAMP, Column.SITE, Column.LOCATION, Column.DURATION_MS, Column.STATUS);
    /** So many columns are read in a straight line, whatever their order. */
    private static final int STRAIGHT = 6;
    /** Columns as plain numbers, because looking up those of an enumeration took 2 ns of 54 a row. */
    private static final int TIME = 0;

    private static final int SITE = 1;
    private static final int LOCATION = 2;
    private static final int DURATION = 3;
    private static final int STATUS = 4;
    private static final int OTHER = 5;

    private static final byte COMMA = ',';
    private static final byte QUOTE = '"';
    /** The status that most rows have, as text in the lowest of eight bytes. */
    private static final long OK = '0' << 16 | '0' << 8 | '2';

    private static final long OK_MASK = 0xFFFFFF;
    /** A closing quote and a comma. */
    private static final long CLOSED = COMMA << 8 | QUOTE;

    private static final long CLOSED_MASK = 0xFFFF;
    private static final int[] RESULTS = results();

    private final int mostBytes;
    private final Column[] columns;
    private final boolean usual;
    /** What stands at the first places. */
    private final int first;

    private final int second;
    private final int third;
    private final int fourth;
    private final int fifth;
    private final int sixth;
    private final byte lastTerminator;
    /** What most rows end in, from the comma before the status on, and its place in the eight bytes there. */
    private final long usualEnd;

    private final long usualEndMask;
    private final int usualEndBytes;
    private final byte fifthTerminator;
    private final byte sixthTerminator;
    private final FastName sites;
    private final FastName locations;
    private final FastTime time = new FastTime();
    private final FastDuration duration = new FastDuration();

    private int status;
    private int result;
    private int rows;
    private int roundings;

    FastRow(Header header, ScanLimits limits, NameTable sites, NameTable locations) {
        this.mostBytes = limits.rowBytes();
        this.columns = header.columns();
        this.usual = Arrays.asList(columns).equals(USUAL);
        this.first = number(0);
        this.second = number(1);
        this.third = number(2);
        this.fourth = number(3);
        this.fifth = number(4);
        this.sixth = number(5);
        this.lastTerminator = (byte) (header.crlf() ? '\r' : '\n');
        this.usualEndBytes = header.crlf() ? 6 : 5;
        this.usualEndMask = (1L << (8 * usualEndBytes)) - 1;
        byte[] usualEndAndMore = (header.crlf() ? ",200\r\n  " : ",200\n   ").getBytes(StandardCharsets.US_ASCII);
        this.usualEnd = EightBytes.at(usualEndAndMore, 0) & usualEndMask;
        this.fifthTerminator = columns.length == 5 ? lastTerminator : COMMA;
        this.sixthTerminator = columns.length == 6 ? lastTerminator : COMMA;
        this.sites = new FastName(sites);
        this.locations = new FastName(locations);
    }

    private int number(int place) {
        return switch (place < columns.length ? columns[place] : Column.OTHER) {
            case TIMESTAMP -> TIME;
            case SITE -> SITE;
            case LOCATION -> LOCATION;
            case DURATION_MS -> DURATION;
            case STATUS -> STATUS;
            case OTHER -> OTHER;
        };
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

    /** How many rows were read into samples since this was asked last. */
    int takeRows() {
        int taken = rows;
        rows = 0;
        return taken;
    }

    /** How many of their durations were rounded. */
    int takeRoundings() {
        int taken = roundings;
        roundings = 0;
        return taken;
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
        return result == 0 ? duration.micros() : result;
    }

    /** 1 if the row has a duration that was rounded to the microsecond, else 0. */
    int oneIfRounded() {
        return result == 0 ? duration.oneIfRounded() : 0;
    }

    /** Reads rows into the batch of samples until one is refused, the batch is full or all are read, and returns where it stopped. */
    int read(byte[] b, int from, int end, SampleCollector samples) {
        int p = from;
        int next = from;
        while (next >= 0) {
            p = next;
            next = p < end && !samples.isBatchFull() ? readInto(b, p, samples) : REFUSED;
        }
        return p;
    }

    private int readInto(byte[] b, int from, SampleCollector samples) {
        int next = read(b, from);
        if (next >= 0) {
            samples.addToBatch(site(), location(), millis(), result());
            roundings += oneIfRounded();
            rows++;
        }
        return next;
    }

    /** Reads the row that starts here. Returns where the next one starts, or {@link #REFUSED}. */
    int read(byte[] b, int from) {
        int next = usual ? readUsual(b, from) : REFUSED;
        return next >= 0 ? next : readAny(b, from);
    }

    /** The columns as they mostly come, none quoted: to look at each for a quote and for its place takes an eighth of the time. */
    private int readUsual(byte[] b, int from) {
        int p = time.read(b, from);
        if (p < 0 || b[p] != COMMA) {
            return REFUSED;
        }
        p = sites.read(b, p + 1, COMMA);
        if (p < 0) {
            return REFUSED;
        }
        p = locations.read(b, p + 1, COMMA);
        if (p < 0) {
            return REFUSED;
        }
        p = duration.read(b, p + 1);
        if (p < 0) {
            return REFUSED;
        }
        if ((EightBytes.at(b, p) & usualEndMask) == usualEnd && duration.isGiven()) {
            result = 0;
            return accepted(b, from, p + usualEndBytes);
        }
        return b[p] == COMMA ? endAt(b, from, bareStatus(b, p + 1)) : REFUSED;
    }

    /**
     * Columns in any order, quoted or not. The first six are no loop: so the compiler sees which column stands at which place in the
     * files at hand, and whether it is quoted, leaves out what never happens, and makes one straight line of the rest. Names are
     * looked at for quotes in place: in a method of its own, which sites and locations share, both ways happen, and it took the
     * compiler 60 ms before it came to the row itself.
     */
    private int readAny(byte[] b, int from) {
        int p = from - 1;
        p = switch (first) {
            case TIME -> b[p + 1] == QUOTE ? closed(b, time.read(b, p + 2)) : comma(b, time.read(b, p + 1));
            case SITE -> b[p + 1] == QUOTE ? closed(b, sites.read(b, p + 2, QUOTE)) : sites.read(b, p + 1, COMMA);
            case LOCATION ->
                b[p + 1] == QUOTE ? closed(b, locations.read(b, p + 2, QUOTE)) : locations.read(b, p + 1, COMMA);
            case DURATION -> b[p + 1] == QUOTE ? closed(b, duration.read(b, p + 2)) : comma(b, duration.read(b, p + 1));
            case STATUS -> b[p + 1] == QUOTE ? closed(b, bareStatus(b, p + 2)) : comma(b, bareStatus(b, p + 1));
            default -> b[p + 1] == QUOTE ? closed(b, skip(b, p + 2, QUOTE)) : comma(b, skip(b, p + 1, COMMA));
        };
        if (p < 0) {
            return REFUSED;
        }
        p = switch (second) {
            case TIME -> b[p + 1] == QUOTE ? closed(b, time.read(b, p + 2)) : comma(b, time.read(b, p + 1));
            case SITE -> b[p + 1] == QUOTE ? closed(b, sites.read(b, p + 2, QUOTE)) : sites.read(b, p + 1, COMMA);
            case LOCATION ->
                b[p + 1] == QUOTE ? closed(b, locations.read(b, p + 2, QUOTE)) : locations.read(b, p + 1, COMMA);
            case DURATION -> b[p + 1] == QUOTE ? closed(b, duration.read(b, p + 2)) : comma(b, duration.read(b, p + 1));
            case STATUS -> b[p + 1] == QUOTE ? closed(b, bareStatus(b, p + 2)) : comma(b, bareStatus(b, p + 1));
            default -> b[p + 1] == QUOTE ? closed(b, skip(b, p + 2, QUOTE)) : comma(b, skip(b, p + 1, COMMA));
        };
        if (p < 0) {
            return REFUSED;
        }
        p = switch (third) {
            case TIME -> b[p + 1] == QUOTE ? closed(b, time.read(b, p + 2)) : comma(b, time.read(b, p + 1));
            case SITE -> b[p + 1] == QUOTE ? closed(b, sites.read(b, p + 2, QUOTE)) : sites.read(b, p + 1, COMMA);
            case LOCATION ->
                b[p + 1] == QUOTE ? closed(b, locations.read(b, p + 2, QUOTE)) : locations.read(b, p + 1, COMMA);
            case DURATION -> b[p + 1] == QUOTE ? closed(b, duration.read(b, p + 2)) : comma(b, duration.read(b, p + 1));
            case STATUS -> b[p + 1] == QUOTE ? closed(b, bareStatus(b, p + 2)) : comma(b, bareStatus(b, p + 1));
            default -> b[p + 1] == QUOTE ? closed(b, skip(b, p + 2, QUOTE)) : comma(b, skip(b, p + 1, COMMA));
        };
        if (p < 0) {
            return REFUSED;
        }
        p = switch (fourth) {
            case TIME -> b[p + 1] == QUOTE ? closed(b, time.read(b, p + 2)) : comma(b, time.read(b, p + 1));
            case SITE -> b[p + 1] == QUOTE ? closed(b, sites.read(b, p + 2, QUOTE)) : sites.read(b, p + 1, COMMA);
            case LOCATION ->
                b[p + 1] == QUOTE ? closed(b, locations.read(b, p + 2, QUOTE)) : locations.read(b, p + 1, COMMA);
            case DURATION -> b[p + 1] == QUOTE ? closed(b, duration.read(b, p + 2)) : comma(b, duration.read(b, p + 1));
            case STATUS -> b[p + 1] == QUOTE ? closed(b, bareStatus(b, p + 2)) : comma(b, bareStatus(b, p + 1));
            default -> b[p + 1] == QUOTE ? closed(b, skip(b, p + 2, QUOTE)) : comma(b, skip(b, p + 1, COMMA));
        };
        if (p < 0) {
            return REFUSED;
        }
        p = switch (fifth) {
            case TIME -> time(b, p + 1);
            case SITE ->
                b[p + 1] == QUOTE ? unquoted(b, sites.read(b, p + 2, QUOTE)) : sites.read(b, p + 1, fifthTerminator);
            case LOCATION ->
                b[p + 1] == QUOTE
                        ? unquoted(b, locations.read(b, p + 2, QUOTE))
                        : locations.read(b, p + 1, fifthTerminator);
            case DURATION -> duration(b, p + 1);
            case STATUS -> status(b, p + 1);
            default -> other(b, p + 1);
        };
        if (columns.length == 5) {
            return endAt(b, from, p);
        }
        if (p < 0 || b[p] != COMMA) {
            return REFUSED;
        }
        p = switch (sixth) {
            case TIME -> time(b, p + 1);
            case SITE ->
                b[p + 1] == QUOTE ? unquoted(b, sites.read(b, p + 2, QUOTE)) : sites.read(b, p + 1, sixthTerminator);
            case LOCATION ->
                b[p + 1] == QUOTE
                        ? unquoted(b, locations.read(b, p + 2, QUOTE))
                        : locations.read(b, p + 1, sixthTerminator);
            case DURATION -> duration(b, p + 1);
            case STATUS -> status(b, p + 1);
            default -> other(b, p + 1);
        };
        for (int i = STRAIGHT; i < columns.length; i++) {
            if (p < 0 || b[p] != COMMA) {
                return REFUSED;
            }
            p = field(columns[i], b, p + 1, i == columns.length - 1 ? lastTerminator : COMMA);
        }
        return endAt(b, from, p);
    }

    /** The comma behind a closing quote, or behind a plain field. */
    private static int closed(byte[] b, int p) {
        return p >= 0 && (EightBytes.at(b, p) & CLOSED_MASK) == CLOSED ? p + 1 : REFUSED;
    }

    private static int comma(byte[] b, int p) {
        return p >= 0 && b[p] == COMMA ? p : REFUSED;
    }

    private int field(Column column, byte[] b, int p, byte terminator) {
        return switch (column) {
            case TIMESTAMP -> time(b, p);
            case SITE -> name(sites, b, p, terminator);
            case LOCATION -> name(locations, b, p, terminator);
            case DURATION_MS -> duration(b, p);
            case STATUS -> status(b, p);
            case OTHER -> other(b, p);
        };
    }

    private int time(byte[] b, int p) {
        return b[p] == QUOTE ? unquoted(b, time.read(b, p + 1)) : time.read(b, p);
    }

    private int duration(byte[] b, int p) {
        return b[p] == QUOTE ? unquoted(b, duration.read(b, p + 1)) : duration.read(b, p);
    }

    private int status(byte[] b, int p) {
        return b[p] == QUOTE ? unquoted(b, bareStatus(b, p + 1)) : bareStatus(b, p);
    }

    private static int name(FastName name, byte[] b, int p, byte terminator) {
        return b[p] == QUOTE ? unquoted(b, name.read(b, p + 1, QUOTE)) : name.read(b, p, terminator);
    }

    private static int other(byte[] b, int p) {
        return b[p] == QUOTE ? unquoted(b, skip(b, p + 1, QUOTE)) : skip(b, p, COMMA);
    }

    private static int unquoted(byte[] b, int p) {
        return p >= 0 && b[p] == QUOTE ? p + 1 : REFUSED;
    }

    private static int skip(byte[] b, int from, byte end) {
        int p = from;
        long hits = hits(b, p, end);
        while (hits == 0) {
            p += Long.BYTES;
            hits = hits(b, p, end);
        }
        return p + EightBytes.before(hits);
    }

    /** Of the end, and of the line feed that is at the end of every block. */
    private static long hits(byte[] b, int p, byte end) {
        long word = EightBytes.at(b, p);
        return EightBytes.hits(word, end) | EightBytes.hits(word, (byte) '\n');
    }

    private int bareStatus(byte[] b, int p) {
        if ((EightBytes.at(b, p) & OK_MASK) == OK) {
            status = 200;
            return p + 3;
        }
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

    /** The end of the row behind its last field, if that was read. */
    private int endAt(byte[] b, int from, int stop) {
        if (stop < 0) {
            return REFUSED;
        }
        int p = stop + (b[stop] == '\r' ? 1 : 0);
        result = RESULTS[status];
        return b[p] != '\n' || result < 0 || (result == 0 && !duration.isGiven()) ? REFUSED : accepted(b, from, p + 1);
    }

    /** Only a row that is good in all its parts makes a name known. */
    private int accepted(byte[] b, int from, int next) {
        if (next - 1 - from > mostBytes) {
            return REFUSED;
        }
        if ((sites.id() | locations.id()) < 0) {
            sites.addIfNew(b);
            locations.addIfNew(b);
        }
        return next;
    }
}
