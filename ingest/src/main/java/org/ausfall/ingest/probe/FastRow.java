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

    static final byte COMMA = ',';
    static final byte QUOTE = '"';
    /** A closing quote and a comma. */
    private static final long CLOSED = COMMA << 8 | QUOTE;

    private static final long CLOSED_MASK = 0xFFFF;
    /** The status that most rows have, as text in the lowest of eight bytes. */
    private static final long OK = '0' << 16 | '0' << 8 | '2';

    private static final long OK_MASK = 0xFFFFFF;
    private static final int[] RESULTS = results();

    private final int mostBytes;
    private final boolean usual;
    private final int[] columns;
    private final int count;
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
    /** What rows end in, and its place in the eight bytes there. */
    private final long rowEnd;

    private final long rowEndMask;
    private final int rowEndBytes;
    private final FastOther[] others;
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
        List<Column> order = List.of(header.columns());
        this.usual = order.equals(USUAL);
        this.columns = order.stream().mapToInt(FastRow::number).toArray();
        this.count = columns.length;
        this.first = at(0);
        this.second = at(1);
        this.third = at(2);
        this.fourth = at(3);
        this.fifth = at(4);
        this.sixth = at(5);
        this.lastTerminator = (byte) (header.crlf() ? '\r' : '\n');
        this.usualEndBytes = header.crlf() ? 6 : 5;
        this.usualEndMask = (1L << (8 * usualEndBytes)) - 1;
        byte[] usualEndAndMore = (header.crlf() ? ",200\r\n  " : ",200\n   ").getBytes(StandardCharsets.US_ASCII);
        this.usualEnd = EightBytes.at(usualEndAndMore, 0) & usualEndMask;
        this.rowEndBytes = header.crlf() ? 2 : 1;
        this.rowEnd = header.crlf() ? '\n' << 8 | '\r' : '\n';
        this.rowEndMask = (1L << (8 * rowEndBytes)) - 1;
        this.others = new FastOther[count];
        Arrays.setAll(others, i -> new FastOther());
        this.sites = new FastName(sites);
        this.locations = new FastName(locations);
    }

    private int at(int place) {
        return place < count ? columns[place] : OTHER;
    }

    private static int number(Column column) {
        return switch (column) {
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
     * files at hand, and whether it is quoted, leaves out what never happens, and makes one straight line of the rest. Each is looked
     * at for quotes in place: methods for that, even one for each column, are first compiled by themselves, and the row 50 ms later.
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
            default -> others[0].read(b, p + 1);
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
            default -> others[1].read(b, p + 1);
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
            default -> others[2].read(b, p + 1);
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
            default -> others[3].read(b, p + 1);
        };
        if (p < 0) {
            return REFUSED;
        }
        if (count == 5) {
            return endAt(b, from, last(fifth, b, p + 1));
        }
        p = switch (fifth) {
            case TIME -> b[p + 1] == QUOTE ? closed(b, time.read(b, p + 2)) : comma(b, time.read(b, p + 1));
            case SITE -> b[p + 1] == QUOTE ? closed(b, sites.read(b, p + 2, QUOTE)) : sites.read(b, p + 1, COMMA);
            case LOCATION ->
                b[p + 1] == QUOTE ? closed(b, locations.read(b, p + 2, QUOTE)) : locations.read(b, p + 1, COMMA);
            case DURATION -> b[p + 1] == QUOTE ? closed(b, duration.read(b, p + 2)) : comma(b, duration.read(b, p + 1));
            case STATUS -> b[p + 1] == QUOTE ? closed(b, bareStatus(b, p + 2)) : comma(b, bareStatus(b, p + 1));
            default -> others[4].read(b, p + 1);
        };
        if (p < 0) {
            return REFUSED;
        }
        if (count == 6) {
            return endAt(b, from, last(sixth, b, p + 1));
        }
        p = switch (sixth) {
            case TIME -> b[p + 1] == QUOTE ? closed(b, time.read(b, p + 2)) : comma(b, time.read(b, p + 1));
            case SITE -> b[p + 1] == QUOTE ? closed(b, sites.read(b, p + 2, QUOTE)) : sites.read(b, p + 1, COMMA);
            case LOCATION ->
                b[p + 1] == QUOTE ? closed(b, locations.read(b, p + 2, QUOTE)) : locations.read(b, p + 1, COMMA);
            case DURATION -> b[p + 1] == QUOTE ? closed(b, duration.read(b, p + 2)) : comma(b, duration.read(b, p + 1));
            case STATUS -> b[p + 1] == QUOTE ? closed(b, bareStatus(b, p + 2)) : comma(b, bareStatus(b, p + 1));
            default -> others[5].read(b, p + 1);
        };
        if (p < 0) {
            return REFUSED;
        }
        for (int i = STRAIGHT; i < count - 1; i++) {
            p = switch (columns[i]) {
                case TIME -> b[p + 1] == QUOTE ? closed(b, time.read(b, p + 2)) : comma(b, time.read(b, p + 1));
                case SITE -> b[p + 1] == QUOTE ? closed(b, sites.read(b, p + 2, QUOTE)) : sites.read(b, p + 1, COMMA);
                case LOCATION ->
                    b[p + 1] == QUOTE ? closed(b, locations.read(b, p + 2, QUOTE)) : locations.read(b, p + 1, COMMA);
                case DURATION ->
                    b[p + 1] == QUOTE ? closed(b, duration.read(b, p + 2)) : comma(b, duration.read(b, p + 1));
                case STATUS -> b[p + 1] == QUOTE ? closed(b, bareStatus(b, p + 2)) : comma(b, bareStatus(b, p + 1));
                default -> others[i].read(b, p + 1);
            };
            if (p < 0) {
                return REFUSED;
            }
        }
        return endAt(b, from, last(columns[count - 1], b, p + 1));
    }

    /** The comma behind a closing quote. */
    static int closed(byte[] b, int p) {
        return p >= 0 && (EightBytes.at(b, p) & CLOSED_MASK) == CLOSED ? p + 1 : REFUSED;
    }

    /** The comma behind a plain field. */
    static int comma(byte[] b, int p) {
        return p >= 0 && b[p] == COMMA ? p : REFUSED;
    }

    /** The field that ends the row: returns what is behind it. */
    private int last(int column, byte[] b, int p) {
        return switch (column) {
            case TIME -> b[p] == QUOTE ? unquoted(b, time.read(b, p + 1)) : time.read(b, p);
            case SITE -> b[p] == QUOTE ? unquoted(b, sites.read(b, p + 1, QUOTE)) : sites.read(b, p, lastTerminator);
            case LOCATION ->
                b[p] == QUOTE ? unquoted(b, locations.read(b, p + 1, QUOTE)) : locations.read(b, p, lastTerminator);
            case DURATION -> b[p] == QUOTE ? unquoted(b, duration.read(b, p + 1)) : duration.read(b, p);
            case STATUS -> b[p] == QUOTE ? unquoted(b, bareStatus(b, p + 1)) : bareStatus(b, p);
            default -> FastOther.last(b, p);
        };
    }

    /** What is behind a closing quote. */
    static int unquoted(byte[] b, int p) {
        return p >= 0 && b[p] == QUOTE ? p + 1 : REFUSED;
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
        // As most rows end, in one comparison; what is below would say the same.
        if ((EightBytes.at(b, stop) & rowEndMask) == rowEnd && status == 200 && duration.isGiven()) {
            result = 0;
            return accepted(b, from, stop + rowEndBytes);
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
