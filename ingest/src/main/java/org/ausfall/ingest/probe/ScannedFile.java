package org.ausfall.ingest.probe;

import java.util.Locale;
import java.util.Optional;
import org.ausfall.core.evidence.InputFile;

/**
 * A file of raw measurements as it was read.
 *
 * @param name its name as given
 * @param bytes its size as stored
 * @param crc32c the CRC32C of its bytes as stored
 * @param rows rows met, good and bad, the header not counted
 * @param badRows rows that could not be used
 * @param blankLines lines with nothing on them, which are no rows
 * @param roundings durations with decimals beyond the microsecond, which were rounded to it (half up)
 */
public record ScannedFile(
        String name, long bytes, long crc32c, long rows, long badRows, long blankLines, long roundings) {
    /** Checks the counts. */
    public ScannedFile {
        if (badRows < 0 || badRows > rows) {
            throw new IllegalArgumentException(name + ": " + badRows + " bad rows of " + rows);
        }
    }

    /** The rows that were used. */
    public long goodRows() {
        return rows - badRows;
    }

    /** The CRC32C as eight hexadecimal digits. */
    public String crc32cText() {
        return String.format(Locale.ROOT, "%08x", crc32c);
    }

    /** The file as evidence lists it; with its SHA-256 if that was asked for. */
    public InputFile listed(Optional<String> sha256) {
        return new InputFile(name, sha256, Optional.of(crc32cText()), bytes, rows, goodRows(), roundings);
    }
}
