package org.ausfall.ingest.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * How the characters of a file are written, as far as its first bytes tell: a byte order mark; UTF-16 by its zero bytes; UTF-8 if the
 * bytes are that; else Windows-1252, the usual encoding of what is neither.
 *
 * @param charset the encoding
 * @param markBytes the length of the byte order mark
 */
public record TextEncoding(Charset charset, int markBytes) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Looks at the first bytes of a file. */
    public static TextEncoding of(byte[] head) {
        if (startsWith(head, 0xef, 0xbb, 0xbf)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xff, 0xfe)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 0xfe, 0xff)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        int zerosAtOdd = zeros(head, 1);
        int zerosAtEven = zeros(head, 0);
        int most = head.length / 2;
        if (head.length > 3 && zerosAtOdd > most * 0.7 && zerosAtEven < most * 0.1) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0);
        }
        if (head.length > 3 && zerosAtEven > most * 0.7 && zerosAtOdd < most * 0.1) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0);
        }
        return new TextEncoding(isUtf8(head) ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] head, int from) {
        int zeros = 0;
        for (int i = from; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** Not asking for more at the end: the head may end in the middle of a character. */
    private static boolean isUtf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false)
                .isError();
    }

    /** Whether content can be read as it is, but for a byte order mark. */
    public boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** The head as text, without byte order mark and without a last character that is cut off. */
    public String text(byte[] head) {
        int length = isUtf8() ? wholeCharacters(head) : head.length;
        return new String(head, markBytes, Math.max(0, length - markBytes), charset);
    }

    private static int wholeCharacters(byte[] head) {
        int end = head.length;
        while (end > 0 && head.length - end < 3 && (head[end - 1] & 0xc0) == 0x80) {
            end--;
        }
        boolean cutOff = end > 0 && (head[end - 1] & 0xc0) == 0xc0;
        return cutOff ? end - 1 : head.length;
    }

    /** The content in UTF-8, without byte order mark; what cannot be decoded becomes U+FFFD. */
    public InputStream utf8(InputStream content) throws IOException {
        byte[] mark = content.readNBytes(markBytes);
        if (mark.length < markBytes) {
            throw new IOException("the file ends in its byte order mark");
        }
        return isUtf8() ? content : new Transcoded(content, charset);
    }

    /** The byte that ends lines: a carriage return in files that know nothing else, else the line feed. */
    static byte lineEnd(byte[] utf8Head) {
        boolean feeds = contains(utf8Head, '\n');
        return (byte) (!feeds && contains(utf8Head, '\r') ? '\r' : '\n');
    }

    private static boolean contains(byte[] bytes, char wanted) {
        for (byte one : bytes) {
            if (one == wanted) {
                return true;
            }
        }
        return false;
    }
}
