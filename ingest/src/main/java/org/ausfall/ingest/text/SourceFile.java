package org.ausfall.ingest.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/**
 * A text file, read once: the text that is parsed is decoded from the very bytes that were hashed.
 *
 * @param name its name in problems and reports, relative, with forward slashes
 * @param text its text, without a byte order mark
 * @param sha256 SHA-256 of its bytes, 64 hexadecimal digits
 * @param bytes its size
 */
public record SourceFile(String name, String text, String sha256, long bytes) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Reads a file; symbolic links are followed. Refused with {@link Reason#MISSING_FILE} if there is none, {@link
     * Reason#UNREADABLE_FILE} if it is no regular file, cannot be opened or is not UTF-8, {@link Reason#TOO_LARGE} if it is
     * above the cap.
     */
    public static Checked<SourceFile> read(Path path, String name, Caps caps) {
        if (Files.notExists(path)) {
            return refused(Place.of(name), "", Reason.MISSING_FILE, "there is no such file; it is needed");
        }
        if (!Files.isRegularFile(path)) {
            return refused(
                    Place.of(name),
                    "",
                    Reason.UNREADABLE_FILE,
                    "not a file that can be read; put a text file in its place");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(caps.fileBytes() + 1);
            return bytes.length > caps.fileBytes() ? tooLarge(name, caps) : decode(name, bytes);
        } catch (IOException e) {
            return refused(
                    Place.of(name),
                    "",
                    Reason.UNREADABLE_FILE,
                    "cannot be read (" + e.getClass().getSimpleName() + "); check its permissions");
        }
    }

    private static Checked<SourceFile> tooLarge(String name, Caps caps) {
        return refused(
                Place.of(name),
                "",
                Reason.TOO_LARGE,
                "larger than " + caps.fileBytes() + " bytes, the most that is read");
    }

    private static Checked<SourceFile> decode(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            return notUtf8(name, bytes, in.position());
        }
        String text = out.flip().toString();
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return Checked.of(
                new SourceFile(name, marked ? text.substring(1) : text, sha256(bytes), bytes.length), List.of());
    }

    private static Checked<SourceFile> notUtf8(String name, byte[] bytes, int position) {
        return refused(
                Place.of(name, lineOf(bytes, position)),
                String.format(Locale.ROOT, "0x%02X", bytes[position]),
                Reason.UNREADABLE_FILE,
                "byte " + (position + 1L) + " is not UTF-8; save the file as UTF-8");
    }

    private static long lineOf(byte[] bytes, int position) {
        long line = 1;
        for (int i = 0; i < position; i++) {
            boolean lineFeed = bytes[i] == '\n';
            boolean loneReturn = bytes[i] == '\r' && bytes[i + 1] != '\n';
            line += lineFeed || loneReturn ? 1 : 0;
        }
        return line;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Checked<SourceFile> refused(Place place, String value, Reason reason, String detail) {
        return Checked.refused(List.of(Problem.file(place, value, reason, detail)));
    }
}
