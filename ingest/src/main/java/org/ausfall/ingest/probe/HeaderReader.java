package org.ausfall.ingest.probe;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/** The first line of a file, and the bytes that were read along with it. */
final class HeaderReader {
    private static final int CHUNK = 1 << 12;
    private static final Fault EMPTY =
            new Fault("", "", Reason.MALFORMED, "the file is empty; a header line is needed");

    private final Header header;
    private final int lines;
    private final byte[] rest;

    private HeaderReader(Header header, int lines, byte[] rest) {
        this.header = header;
        this.lines = lines;
        this.rest = rest;
    }

    Header header() {
        return header;
    }

    /** The physical lines up to and with the header. */
    int lines() {
        return lines;
    }

    /** What was read behind the header line; the caller's from now on. */
    byte[] rest() {
        return rest;
    }

    /**
     * Reads the header line; blank lines before it are passed over.
     *
     * @throws ScanRefusal if there is none, or if rows under it could not be used
     */
    static HeaderReader read(InputStream content, String name, ScanLimits limits) throws IOException {
        byte[] bytes = content.readNBytes(CHUNK);
        refuseUtf16(bytes, name);
        int start = startsWithBom(bytes) ? 3 : 0;
        int lines = 1;
        while (true) {
            int end = lineFeed(bytes, start);
            if (end < bytes.length && isBlank(bytes, start, end)) {
                start = end + 1;
                lines++;
                continue;
            }
            byte[] more = end < bytes.length ? new byte[0] : content.readNBytes(Math.max(CHUNK, bytes.length));
            if (more.length == 0 || bytes.length - start > limits.rowBytes()) {
                return of(bytes, start, end, lines, name, limits);
            }
            bytes = Arrays.copyOf(bytes, bytes.length + more.length);
            System.arraycopy(more, 0, bytes, bytes.length - more.length, more.length);
        }
    }

    private static HeaderReader of(byte[] bytes, int start, int end, int lines, String name, ScanLimits limits) {
        byte[] line = Arrays.copyOfRange(bytes, start, end + 1);
        line[line.length - 1] = '\n';
        boolean crlf = line.length > 1 && line[line.length - 2] == '\r';
        StrictRow row = new StrictRow(Header.of(List.of(), crlf), limits);
        Optional<Fault> fault = bytes.length == start ? Optional.of(EMPTY) : row.read(line, 0, line.length);
        Header header = Header.of(row.fields(), crlf);
        fault = fault.or(() -> bareReturn(header)).or(() -> header.fault(limits));
        if (fault.isPresent()) {
            Fault found = fault.get();
            throw new ScanRefusal(Problem.file(
                    new Place(name, lines, found.column()), found.value(), found.reason(), found.detail()));
        }
        return new HeaderReader(
                header, lines, Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length));
    }

    private static Optional<Fault> bareReturn(Header header) {
        boolean bare = header.names().stream().anyMatch(field -> field.indexOf('\r') >= 0);
        return bare
                ? Optional.of(new Fault(
                        "", "", Reason.MALFORMED, "lines end in carriage returns alone; end them in LF or CR LF"))
                : Optional.empty();
    }

    private static void refuseUtf16(byte[] bytes, String name) {
        int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        if (mark == 0xfffe || mark == 0xfeff) {
            throw new ScanRefusal(Problem.file(
                    Place.of(name), "", Reason.UNREADABLE_FILE, "the file is in UTF-16; convert it to UTF-8"));
        }
    }

    private static boolean startsWithBom(byte[] b) {
        return b.length > 2 && (b[0] & 0xff) == 0xef && (b[1] & 0xff) == 0xbb && (b[2] & 0xff) == 0xbf;
    }

    private static int lineFeed(byte[] bytes, int from) {
        int p = from;
        while (p < bytes.length && bytes[p] != '\n') {
            p++;
        }
        return p;
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
