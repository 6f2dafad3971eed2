package org.ausfall.ingest.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;

/** Passes bytes through and keeps their number and CRC32C. */
final class Fingerprint extends FilterInputStream {
    private final CRC32C crc = new CRC32C();
    private long bytes;

    Fingerprint(InputStream stored) {
        super(stored);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read > 0) {
            crc.update(into, from, read);
            bytes += read;
        }
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    long bytes() {
        return bytes;
    }

    long crc32c() {
        return crc.getValue();
    }
}
