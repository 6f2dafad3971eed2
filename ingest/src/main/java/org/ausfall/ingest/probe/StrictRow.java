package org.ausfall.ingest.probe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.problem.Reason;

/**
 * Splits one row into fields by RFC 4180, however odd. A row whose quotes do not work out within the limits is bad, and ends with
 * its first physical line: a stray quote must not swallow the good rows behind it.
 */
final class StrictRow {
    static final Fault UNCLOSED = new Fault("", "", Reason.MALFORMED, "a quoted field is not closed properly");
    private static final Fault AFTER_QUOTE =
            new Fault("", "", Reason.MALFORMED, "text stands between a closing quote and the next comma");
    private static final Fault TOO_LONG = new Fault("", "", Reason.TOO_LARGE, "the row is longer than a row may be");

    private static final int NOT_CLOSED = -1;
    private static final int TEXT_AFTER = -2;

    private final Header header;
    private final ScanLimits limits;
    private final List<String> fields = new ArrayList<>();
    private byte[] bytes = new byte[0];
    private int start;
    private int limit;
    private int end;
    private int lines;
    private boolean cutOff;

    StrictRow(Header header, ScanLimits limits) {
        this.header = header;
        this.limits = limits;
    }

    /** The fields of a row without fault, unquoted. */
    List<String> fields() {
        return fields;
    }

    /** Where the next row starts. */
    int end() {
        return end;
    }

    /** The physical lines the row spans. */
    int lines() {
        return lines;
    }

    /** Whether the fault may be owed to the end of the buffer: with more bytes the row might be good. */
    boolean cutOff() {
        return cutOff;
    }

    /** Whether there is nothing but blanks on the row's line. */
    boolean isBlank() {
        for (int p = start; p < lineEnd(); p++) {
            if (bytes[p] != ' ' && bytes[p] != '\t' && bytes[p] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The first physical line as text, for the reader of a problem; no more of it than every way of reading it has. */
    String firstLine() {
        int stop = Math.min(lineEnd(), start + Math.min(1000, limits.rowBytes()));
        return new String(bytes, start, stop - start, StandardCharsets.UTF_8).stripTrailing();
    }

    /** Reads the row that starts here; its first line ends before the limit. Says what is wrong with the row, if anything. */
    Optional<Fault> read(byte[] buffer, int from, int to) {
        bytes = buffer;
        start = from;
        limit = to;
        cutOff = false;
        fields.clear();
        lines = 1;
        if (lineEnd() - start > limits.rowBytes()) {
            return firstLineOnly(TOO_LONG);
        }
        int p = start;
        while (true) {
            int stop = p < limit && bytes[p] == '"' ? quoted(p) : plain(p);
            if (stop < 0) {
                return firstLineOnly(stop == NOT_CLOSED || lines > 1 ? UNCLOSED : AFTER_QUOTE);
            }
            if (bytes[stop] == '\n') {
                end = stop + 1;
                boolean odd = lines > 1 && (stop - start > limits.rowBytes() || !header.allowsLineBreaks(fields));
                return odd ? firstLineOnly(UNCLOSED) : Optional.empty();
            }
            p = stop + 1;
        }
    }

    /** Turns to the first physical line, because the row as a whole makes no sense. */
    private Optional<Fault> firstLineOnly(Fault fault) {
        lines = 1;
        end = lineEnd() + 1;
        return Optional.of(fault);
    }

    private int lineEnd() {
        int p = start;
        while (p < limit && bytes[p] != '\n') {
            p++;
        }
        return p;
    }

    private int plain(int from) {
        int p = from;
        while (p < limit && bytes[p] != ',' && bytes[p] != '\n') {
            p++;
        }
        if (p == limit) {
            return ranOut(p);
        }
        int stop = bytes[p] == '\n' && p > from && bytes[p - 1] == '\r' ? p - 1 : p;
        fields.add(text(from, stop));
        return p;
    }

    private int quoted(int from) {
        int p = from + 1;
        boolean doubled = false;
        while (true) {
            if (p >= limit) {
                return ranOut(p);
            }
            byte b = bytes[p];
            if (b == '\n' && (++lines > limits.rowLines() || p - start > limits.rowBytes())) {
                return NOT_CLOSED;
            }
            if (b == '"') {
                if (p + 1 >= limit || bytes[p + 1] != '"') {
                    break;
                }
                doubled = true;
                p++;
            }
            p++;
        }
        if (p - start > limits.rowBytes()) {
            return NOT_CLOSED;
        }
        String content = text(from + 1, p);
        fields.add(doubled ? content.replace("\"\"", "\"") : content);
        return afterQuote(p + 1);
    }

    /** More bytes could only help a row that may still grow. */
    private int ranOut(int p) {
        cutOff = p - start <= limits.rowBytes();
        return NOT_CLOSED;
    }

    private int afterQuote(int p) {
        if (p >= limit || (bytes[p] == '\r' && p + 1 == limit)) {
            return ranOut(p);
        }
        if (bytes[p] == '\r' && bytes[p + 1] == '\n') {
            return p + 1;
        }
        return bytes[p] == ',' || bytes[p] == '\n' ? p : TEXT_AFTER;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
