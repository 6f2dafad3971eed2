package org.ausfall.core.evidence;

import java.util.Optional;

/**
 * A file that was read.
 *
 * @param name its path, relative to the event folder's or data folder's parent, with forward slashes
 * @param sha256 its SHA-256, 64 hexadecimal digits; of raw measurements only on request, because it costs as much as reading them
 * @param crc32c its CRC32C, 8 hexadecimal digits; of raw measurements only
 * @param bytes its size
 * @param rowsRead data rows met (0 for a file without rows)
 * @param rowsUsed rows that became evidence or assumptions
 * @param roundings values that had more decimals than are kept, and were rounded
 */
public record InputFile(
        String name,
        Optional<String> sha256,
        Optional<String> crc32c,
        long bytes,
        long rowsRead,
        long rowsUsed,
        long roundings) {
    /** Checks the counts, and that there is something to recognize the file by. */
    public InputFile {
        if (rowsUsed < 0 || rowsUsed > rowsRead) {
            throw new IllegalArgumentException(name + ": " + rowsUsed + " of " + rowsRead + " rows used");
        }
        if (sha256.isEmpty() && crc32c.isEmpty()) {
            throw new IllegalArgumentException(name + " has neither SHA-256 nor CRC32C");
        }
    }

    /** A file of which nothing was rounded, known by its SHA-256. */
    public InputFile(String name, String sha256, long bytes, long rowsRead, long rowsUsed) {
        this(name, Optional.of(sha256), Optional.empty(), bytes, rowsRead, rowsUsed, 0);
    }

    /** Rows that could not be used. */
    public long rowsRejected() {
        return rowsRead - rowsUsed;
    }
}
