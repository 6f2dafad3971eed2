package org.ausfall.ingest.probe;

import io.airlift.compress.MalformedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Problem.Effect;
import org.ausfall.core.problem.Reason;

/** One input while it is read: cuts its content into blocks that end where a row ends. Used under the lock of its source. */
final class OpenFile {
    /** Small content may expand as it likes: a thousand equal rows are no attack. */
    private static final long FREE_EXPANSION = 64L << 20;

    private static final int SMALLEST_GROWTH = 16;

    private final ProbeInput input;
    private final ScanLimits limits;
    private final Fingerprint fingerprint;
    private final InputStream content;
    private final FileProgress progress;
    private final RowBorder border;
    private byte[] ahead;
    private int aheadLength;
    private long contentBytes;
    private boolean atEnd;
    private Optional<Problem> damage = Optional.empty();

    private OpenFile(
            ProbeInput input, ScanLimits limits, Fingerprint fingerprint, InputStream content, HeaderReader read) {
        this.input = input;
        this.limits = limits;
        this.fingerprint = fingerprint;
        this.content = content;
        this.progress = new FileProgress(input.name(), read.header(), read.lines() + 1L);
        this.border = new RowBorder(read.header(), limits);
        this.ahead = read.rest();
        this.aheadLength = ahead.length;
    }

    /**
     * Opens an input and reads its header.
     *
     * @throws ScanRefusal if the header cannot be used
     */
    static OpenFile open(ProbeInput input, ScanLimits limits) throws IOException {
        Fingerprint fingerprint = new Fingerprint(input.openStored());
        try {
            InputStream content = input.content(fingerprint);
            return new OpenFile(input, limits, fingerprint, content, HeaderReader.read(content, input.name(), limits));
        } catch (IOException | RuntimeException failed) {
            fingerprint.close();
            throw failed;
        }
    }

    FileProgress progress() {
        return progress;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    /** What is wrong with the file itself, if reading it had to stop. */
    Optional<Problem> damage() {
        return damage;
    }

    /** Reads what lies behind the end of the content, so that the fingerprint covers the whole file, and closes it. */
    void close() throws IOException {
        fingerprint.transferTo(OutputStream.nullOutputStream());
        content.close();
    }

    /** Fills the block with whole rows, about as many bytes as asked for. Returns where they end, 0 if there are none. */
    int fill(Block block, int size) {
        block.reserve(Math.max(size, aheadLength));
        System.arraycopy(ahead, 0, block.bytes(), 0, aheadLength);
        int length = aheadLength;
        int target = Math.max(size, aheadLength);
        aheadLength = 0;
        while (true) {
            length = read(block, length, target);
            if (atEnd) {
                return lastRows(block, length);
            }
            int end = border.last(block.bytes(), length);
            if (end > 0) {
                keepAhead(block.bytes(), end, length);
                return end;
            }
            if (length > limits.rowBytes()) {
                return cutLongLine(block);
            }
            target = Math.max(2 * length, SMALLEST_GROWTH);
        }
    }

    private int read(Block block, int from, int target) {
        block.reserve(target + 1);
        int length = from;
        while (length < target && !atEnd) {
            int read = readSome(block.bytes(), length, target - length);
            atEnd = read < 0;
            length += Math.max(read, 0);
        }
        return length;
    }

    private int readSome(byte[] into, int from, int length) {
        try {
            int read = content.read(into, from, length);
            contentBytes += Math.max(read, 0);
            checkExpansion();
            return read;
        } catch (IOException | MalformedInputException broken) {
            damage = Optional.of(new Problem(
                    Place.of(input.name()),
                    "",
                    "",
                    Reason.UNREADABLE_FILE,
                    "the file is damaged or cut off; what came before was used, the rest is missing: "
                            + broken.getMessage(),
                    Effect.NOTED));
            return -1;
        }
    }

    private void checkExpansion() {
        boolean expands = input.isCompressed() && contentBytes > FREE_EXPANSION;
        if (expands && contentBytes / limits.expansion() > fingerprint.bytes()) {
            throw new ScanRefusal(Problem.file(
                    Place.of(input.name()),
                    "",
                    Reason.TOO_LARGE,
                    "the file expands to more than " + limits.expansion()
                            + " times its size; raise the limit if that is right"));
        }
    }

    /** The end of the file; a last line without line feed gets one, unless it is known to be cut off. */
    private int lastRows(Block block, int length) {
        byte[] bytes = block.bytes();
        int end = length;
        while (damage.isPresent() && end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end > 0 && bytes[end - 1] != '\n') {
            bytes[end++] = '\n';
        }
        return end;
    }

    private void keepAhead(byte[] bytes, int from, int to) {
        aheadLength = to - from;
        if (ahead.length < aheadLength) {
            ahead = new byte[aheadLength + (aheadLength >> 1)];
        }
        System.arraycopy(bytes, from, ahead, 0, aheadLength);
    }

    /** Passes over the rest of a line that is too long to be a row, and leaves one that is just too long in its place. */
    private int cutLongLine(Block block) {
        int kept = limits.rowBytes() + 1;
        byte[] chunk = Arrays.copyOfRange(block.bytes(), kept, Math.max(kept, kept + (1 << 13)));
        int length = -1;
        int lineFeed = -1;
        while (lineFeed < 0 && !atEnd) {
            length = readSome(chunk, 0, chunk.length);
            atEnd = length < 0;
            lineFeed = indexOfLineFeed(chunk, length);
        }
        if (lineFeed >= 0) {
            keepAhead(chunk, lineFeed + 1, length);
        }
        block.bytes()[kept] = '\n';
        return kept + 1;
    }

    private static int indexOfLineFeed(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
