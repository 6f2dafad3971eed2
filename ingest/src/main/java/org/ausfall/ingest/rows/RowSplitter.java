package org.ausfall.ingest.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits delimited text in UTF-8 into rows and their fields by RFC 4180, with any delimiter, in constant memory. Fields become text
 * only when asked for. A row whose quotes do not work out within the limits is faulty and ends with its first physical line: a stray
 * quote must not swallow the good rows behind it. Lines end in LF or CR LF, or in CR where the file knows no LF.
 */
public final class RowSplitter {
    /** As delimiter: lines are single fields, in which quotes mean nothing. */
    public static final char NO_DELIMITER = 0;

    private static final int FIRST_BUFFER = 1 << 16;
    private static final int NEEDS_MORE = -1;
    private static final int FAULTY = -2;

    private final InputStream content;
    private final RowLimits limits;
    private final byte delimiter;
    private byte lineEnd = '\n';
    private byte[] bytes = new byte[FIRST_BUFFER];
    private int next;
    private int limit;
    private boolean atEnd;

    private int start;
    private int firstLineEnd;
    private long line;
    private int lines;
    private int size;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] doubled = new boolean[64];
    private Optional<RowFault> fault = Optional.empty();
    private int unclosed;
    private boolean cutOff;

    private RowSplitter(InputStream content, char delimiter, RowLimits limits) {
        this.content = content;
        this.delimiter = (byte) delimiter;
        this.limits = limits;
    }

    /** Rows of UTF-8 content without byte order mark; the delimiter is an ASCII character. Reads ahead to find out how lines end. */
    public static RowSplitter of(InputStream utf8, char delimiter, RowLimits limits) throws IOException {
        RowSplitter rows = new RowSplitter(utf8, delimiter, limits);
        while (!rows.atEnd && rows.limit < FIRST_BUFFER) {
            rows.fill();
        }
        rows.lineEnd = TextEncoding.lineEnd(Arrays.copyOf(rows.bytes, rows.limit));
        return rows;
    }

    /** Moves to the next row, blank ones included; false if there is none. */
    public boolean next() throws IOException {
        line += lines;
        lines = 0;
        start = next;
        while (true) {
            int end = split();
            if (end != NEEDS_MORE) {
                next = end;
                return size > 0 || fault.isPresent();
            }
            if (limit - start > limits.rowBytes()) {
                skipLongLine();
                return true;
            }
            fill();
        }
    }

    /** The physical line the row starts on, counted from 1. */
    public long line() {
        return line + 1;
    }

    /** The physical lines the row spans. */
    public int lines() {
        return lines;
    }

    /** How many fields the row has. */
    public int size() {
        return size;
    }

    /** What is wrong with the row, if anything; it then has no fields. */
    public Optional<RowFault> fault() {
        return fault;
    }

    /** How many rows so far had quotes that do not close. */
    public int unclosed() {
        return unclosed;
    }

    /** Whether the row is the last one and its line was not ended. */
    public boolean isCutOff() {
        return cutOff;
    }

    /** A field, unquoted, without blanks around it. */
    public String text(int i) {
        int from = from(i);
        int to = to(i, from);
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return doubled[i] ? text.replace("\"\"", "\"") : text;
    }

    private int from(int i) {
        int from = starts[i];
        while (from < ends[i] && bytes[from] <= ' ' && bytes[from] >= 0) {
            from++;
        }
        return from;
    }

    private int to(int i, int from) {
        int to = ends[i];
        while (from < to && bytes[to - 1] <= ' ' && bytes[to - 1] >= 0) {
            to--;
        }
        return to;
    }

    /** Whether a field, without blanks around it, is these bytes of UTF-8; the same as comparing its text, without making one. */
    public boolean holds(int i, byte[] utf8) {
        if (doubled[i]) {
            return text(i).equals(new String(utf8, StandardCharsets.UTF_8));
        }
        int from = from(i);
        return Arrays.equals(bytes, from, to(i, from), utf8, 0, utf8.length);
    }

    /** Whether there is nothing but blanks on the line. */
    public boolean isBlank() {
        return size == 1 && text(0).isEmpty();
    }

    /** The first physical line as text, for the reader of a problem. */
    public String firstLine() {
        int to = Math.min(firstLineEnd, start + 200);
        return new String(bytes, start, Math.max(0, to - start), StandardCharsets.UTF_8).stripTrailing();
    }

    /** Takes back that the row spans several lines, because it makes no sense: it becomes faulty, and ends with its first line. */
    public void rejectLineBreaks() {
        next = firstLineOnly(RowFault.UNCLOSED);
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, limit - start);
            limit -= start;
            next -= start;
            start = 0;
        }
        if (limit == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = content.read(bytes, limit, bytes.length - limit);
        atEnd = read < 0;
        limit += Math.max(0, read);
    }

    /** Finds the fields of the row; returns where the next row starts. */
    private int split() {
        size = 0;
        lines = 1;
        cutOff = false;
        fault = Optional.empty();
        if (start == limit) {
            lines = 0;
            return atEnd ? start : NEEDS_MORE;
        }
        int p = start;
        while (true) {
            int stop = p < limit && bytes[p] == '"' && delimiter != NO_DELIMITER ? quoted(p) : plain(p);
            if (stop == NEEDS_MORE) {
                return NEEDS_MORE;
            }
            if (stop == FAULTY) {
                return next;
            }
            if (size > limits.columns()) {
                return firstLineOnly(RowFault.TOO_WIDE);
            }
            if (stop == limit || bytes[stop] == lineEnd) {
                cutOff = stop == limit;
                firstLineEnd = lines == 1 ? stop : firstLineEnd;
                return stop - start > limits.rowBytes() ? firstLineOnly(RowFault.TOO_LONG) : Math.min(limit, stop + 1);
            }
            p = stop + 1;
        }
    }

    private int plain(int from) {
        byte[] b = bytes;
        byte comma = delimiter;
        byte end = lineEnd;
        int p = from;
        int stop = limit;
        while (p < stop && b[p] != comma && b[p] != end) {
            p++;
        }
        if (p == stop && !atEnd) {
            return NEEDS_MORE;
        }
        boolean returned = p > from && (p == stop || b[p] == '\n') && b[p - 1] == '\r';
        add(from, returned ? p - 1 : p, false);
        return p;
    }

    private int quoted(int from) {
        boolean twice = false;
        int p = from + 1;
        while (true) {
            if (p >= limit) {
                return ranOut();
            }
            if (bytes[p] == lineEnd) {
                firstLineEnd = lines == 1 ? p : firstLineEnd;
                if (++lines > limits.rowLines() || p - start > limits.rowBytes()) {
                    return faulty(RowFault.UNCLOSED);
                }
            }
            if (bytes[p] == '"') {
                if (p + 1 == limit && !atEnd) {
                    return NEEDS_MORE;
                }
                if (p + 1 == limit || bytes[p + 1] != '"') {
                    break;
                }
                twice = true;
                p++;
            }
            p++;
        }
        add(from + 1, p, twice);
        return afterQuote(p + 1);
    }

    private int afterQuote(int from) {
        int p = from;
        if (p < limit && bytes[p] == '\r' && lineEnd == '\n') {
            p++;
        }
        if (p == limit) {
            return atEnd ? p : NEEDS_MORE;
        }
        boolean ends = bytes[p] == lineEnd || (p == from && bytes[p] == delimiter);
        return ends ? p : faulty(lines > 1 ? RowFault.UNCLOSED : RowFault.AFTER_QUOTE);
    }

    private int ranOut() {
        return atEnd || limit - start > limits.rowBytes() ? faulty(RowFault.UNCLOSED) : NEEDS_MORE;
    }

    private int faulty(RowFault found) {
        int end = firstLineOnly(found);
        if (end == NEEDS_MORE) {
            return NEEDS_MORE;
        }
        next = end;
        return FAULTY;
    }

    /** Turns to the first physical line, because the row as a whole makes no sense. */
    private int firstLineOnly(RowFault found) {
        int p = start;
        while (p < limit && bytes[p] != lineEnd) {
            p++;
        }
        if (p == limit && !atEnd) {
            return NEEDS_MORE;
        }
        firstLineEnd = p;
        fault = Optional.of(found);
        unclosed += found.equals(RowFault.UNCLOSED) ? 1 : 0;
        size = 0;
        lines = 1;
        return Math.min(limit, p + 1);
    }

    private void add(int from, int to, boolean twice) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            doubled = Arrays.copyOf(doubled, 2 * size);
        }
        starts[size] = from;
        ends[size] = to;
        doubled[size++] = twice;
    }

    /** Passes over the rest of a line that is too long to be a row, without keeping it. */
    private void skipLongLine() throws IOException {
        firstLineEnd = limit;
        byte[] kept = Arrays.copyOfRange(bytes, start, start + 200);
        int p = start;
        while (true) {
            while (p < limit && bytes[p] != lineEnd) {
                p++;
            }
            if (p < limit || atEnd) {
                break;
            }
            int read = content.read(bytes, 0, bytes.length);
            atEnd = read < 0;
            limit = Math.max(0, read);
            p = 0;
        }
        next = Math.min(limit, p + 1);
        keepForShowing(kept);
        fault = Optional.of(RowFault.TOO_LONG);
        size = 0;
        lines = 1;
    }

    /** Makes room for the beginning of the line in front of what comes next. */
    private void keepForShowing(byte[] kept) {
        byte[] rest = Arrays.copyOfRange(bytes, next, limit);
        if (bytes.length < kept.length + rest.length) {
            bytes = new byte[kept.length + rest.length];
        }
        System.arraycopy(kept, 0, bytes, 0, kept.length);
        System.arraycopy(rest, 0, bytes, kept.length, rest.length);
        start = 0;
        firstLineEnd = kept.length;
        next = kept.length;
        limit = kept.length + rest.length;
    }
}
