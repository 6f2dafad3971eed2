package org.ausfall.ingest.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of another encoding as bytes of UTF-8, a piece at a time. */
final class Transcoded extends InputStream {
    private static final int PIECE = 1 << 13;

    private final Reader reader;
    private final char[] characters = new char[PIECE];
    private byte[] bytes = new byte[0];
    private int position;
    private int kept;

    Transcoded(InputStream content, Charset charset) {
        this.reader = new InputStreamReader(content, charset);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == bytes.length) {
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, into, from, count);
        position += count;
        return count;
    }

    /** A surrogate at the end of a piece waits for its other half. */
    private boolean fill() throws IOException {
        int read = reader.read(characters, kept, characters.length - kept);
        int length = kept + Math.max(0, read);
        boolean split = read >= 0 && length > 0 && Character.isHighSurrogate(characters[length - 1]);
        int whole = split ? length - 1 : length;
        bytes = new String(characters, 0, whole).getBytes(StandardCharsets.UTF_8);
        position = 0;
        kept = length - whole;
        if (kept == 1) {
            characters[0] = characters[whole];
        }
        return read >= 0 || length > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
