package org.ausfall.ingest.probe;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;
import java.util.zip.GZIPInputStream;

/** Something that holds raw measurements: a file, plain or compressed as its name says (.gz, .zst), or standard input. */
public final class ProbeInput {
    /** The size of an input that has none before it was read. */
    public static final long UNKNOWN_SIZE = -1;

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_HEAD = 1 << 16;

    /** Opens the bytes of an input as they are stored. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    private final String name;
    private final long bytes;
    private final Opening opening;
    /** Opens the same bytes without anybody listening; of a stream, leaves them to be read once more. */
    private final Opening glance;

    private ProbeInput(String name, long bytes, Opening opening, Opening glance) {
        this.name = name;
        this.bytes = bytes;
        this.opening = opening;
        this.glance = glance;
    }

    /** A file; whether it exists turns out when it is read. */
    public static ProbeInput of(Path file) {
        String name = file.toString().replace('\\', '/');
        Opening opening = () -> Files.newInputStream(file);
        return new ProbeInput(name, file.toFile().length(), opening, opening);
    }

    /** A stream that is read once, uncompressed, under a name for messages. */
    public static ProbeInput of(String name, InputStream stream) {
        BufferedInputStream again = new BufferedInputStream(stream, 1 << 17);
        return new ProbeInput(name, UNKNOWN_SIZE, () -> again, () -> glance(again));
    }

    /**
     * The files that a pattern names, in the order of their names: a path, or a path whose last part has {@code *} or {@code ?}.
     * A pattern that matches nothing stands for itself, so that the scan can say that it does not exist.
     */
    public static List<ProbeInput> matching(String pattern) {
        Path path = Path.of(pattern.replaceAll("[*?]", "_"));
        if (path.getFileName() == null) {
            return List.of(of(path));
        }
        String last = pattern.substring(
                pattern.length() - path.getFileName().toString().length());
        if (last.equals(path.getFileName().toString())) {
            return List.of(of(Path.of(pattern)));
        }
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, last)) {
            files.forEach(found::add);
        } catch (PatternSyntaxException none) {
            return List.of(of(path));
        } catch (IOException noFolder) {
            throw new UncheckedIOException("cannot list " + folder, noFolder);
        }
        return found.isEmpty()
                ? List.of(of(path))
                : found.stream().sorted().map(ProbeInput::of).toList();
    }

    /** The same input, whose stored bytes also update the digest while they are read. */
    public ProbeInput through(MessageDigest digest) {
        return new ProbeInput(name, bytes, () -> new DigestInputStream(opening.open(), digest), glance);
    }

    /** The same input under another name for messages, which must end as the stored form does (.gz, .zst). */
    public ProbeInput named(String other) {
        return new ProbeInput(other, bytes, opening, glance);
    }

    private static InputStream glance(BufferedInputStream stream) throws IOException {
        stream.mark(LONGEST_HEAD);
        byte[] head = stream.readNBytes(LONGEST_HEAD);
        stream.reset();
        return new ByteArrayInputStream(head);
    }

    /** Whether reading it does not use it up. */
    public boolean canBeReadAgain() {
        return bytes != UNKNOWN_SIZE;
    }

    /** The first bytes of the content, unpacked, at most 64 KiB; reading the input afterwards starts at its beginning. */
    public byte[] head() throws IOException {
        byte[] head = new byte[LONGEST_HEAD];
        int length = 0;
        try (InputStream stored = glance.open()) {
            InputStream content = content(stored);
            int read = content.read(head, 0, head.length);
            while (read > 0) {
                length += read;
                read = content.read(head, length, head.length - length);
            }
        } catch (NoSuchFileException missing) {
            throw missing;
        } catch (IOException | MalformedInputException damaged) {
            // What lies before the damage is worth reading; whoever reads it will say so.
            if (length == 0) {
                throw new IOException(damaged.getMessage(), damaged);
            }
        }
        return Arrays.copyOf(head, length);
    }

    /** The name for messages. */
    public String name() {
        return name;
    }

    /** The size as stored, or {@link #UNKNOWN_SIZE}. */
    public long bytes() {
        return bytes;
    }

    boolean isCompressed() {
        return hasEnding(".gz") || hasEnding(".zst");
    }

    private boolean hasEnding(String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    InputStream openStored() throws IOException {
        return opening.open();
    }

    /** The content, from the bytes as they are stored. */
    InputStream content(InputStream stored) throws IOException {
        if (hasEnding(".gz")) {
            return new GZIPInputStream(stored, BUFFER);
        }
        return hasEnding(".zst") ? new ZstdInputStream(stored) : stored;
    }
}
