package org.ausfall.ingest.probe;

import io.airlift.compress.MalformedInputException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/** The content of an input while it is read, unpacked; keeps the fingerprint of what is stored and watches how it expands. */
public final class FileContent extends FilterInputStream {
    private static final long FREE_EXPANSION = 64L << 20;

    private final ProbeInput input;
    private final ScanLimits limits;
    private final Fingerprint fingerprint;
    private long contentBytes;
    private long told;

    private FileContent(ProbeInput input, ScanLimits limits, Fingerprint fingerprint, InputStream content) {
        super(content);
        this.input = input;
        this.limits = limits;
        this.fingerprint = fingerprint;
    }

    /**
     * Opens an input.
     *
     * @throws ScanRefusal if it does not exist or cannot be opened
     */
    public static FileContent open(ProbeInput input, ScanLimits limits) {
        try {
            Fingerprint fingerprint = new Fingerprint(input.openStored());
            return new FileContent(input, limits, fingerprint, input.content(fingerprint));
        } catch (NoSuchFileException missing) {
            throw refused(input, Reason.MISSING_FILE, "there is no such file");
        } catch (IOException | MalformedInputException broken) {
            throw refused(input, Reason.UNREADABLE_FILE, "cannot be read: " + broken.getMessage());
        }
    }

    private static ScanRefusal refused(ProbeInput input, Reason reason, String detail) {
        return new ScanRefusal(Problem.file(Place.of(input.name()), "", reason, detail));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Reads as any stream; what is damaged is an {@link IOException}, whatever the compression. */
    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            int read = in.read(into, from, length);
            contentBytes += Math.max(0, read);
            checkExpansion();
            return read;
        } catch (MalformedInputException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }

    private void checkExpansion() {
        boolean expands = input.isCompressed() && contentBytes > FREE_EXPANSION;
        if (expands && contentBytes / limits.expansion() > fingerprint.bytes()) {
            throw refused(
                    input,
                    Reason.TOO_LARGE,
                    "the file expands to more than " + limits.expansion()
                            + " times its size; raise the limit if that is right");
        }
    }

    /** How many stored bytes were read since this was last asked. */
    public long newBytes() {
        long news = fingerprint.bytes() - told;
        told += news;
        return news;
    }

    /** Reads what lies behind the end of the content, closes it, and says what was read. */
    public ScannedFile finish(long rows, long badRows, long blankLines, long roundings) throws IOException {
        fingerprint.transferTo(OutputStream.nullOutputStream());
        close();
        return new ScannedFile(
                input.name(), fingerprint.bytes(), fingerprint.crc32c(), rows, badRows, blankLines, roundings);
    }
}
