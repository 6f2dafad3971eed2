package org.ausfall.ingest.text;

/**
 * How large input may be. The caps stand far above any honest file; they turn an unclosed quote or an endless line into a problem
 * with a line number, where it would otherwise fill the memory.
 *
 * @param fileBytes bytes of one file
 * @param recordCharacters characters of one record, and so of one field; held to within one read buffer of 8,192 characters
 * @param fieldsPerRecord fields of one record
 * @param lines physical lines of one file
 * @param problems problems that are collected from one file
 */
public record Caps(int fileBytes, int recordCharacters, int fieldsPerRecord, long lines, int problems) {
    /** The caps for event and reference files: 64 MiB, 1 Mi characters, 1,000 fields, 1,000,000 lines, 10,000 problems. */
    public static final Caps DEFAULT = new Caps(64 << 20, 1 << 20, 1_000, 1_000_000, 10_000);

    /** Checks that every cap is positive and that a file can be held in one array. */
    public Caps {
        if (fileBytes <= 0 || fileBytes > 1 << 30) {
            throw new IllegalArgumentException("the cap on bytes must be between 1 and 1073741824, was " + fileBytes);
        }
        if (recordCharacters <= 0 || fieldsPerRecord <= 0 || lines <= 0 || problems <= 0) {
            throw new IllegalArgumentException("caps must be positive, were " + recordCharacters + " characters, "
                    + fieldsPerRecord + " fields, " + lines + " lines and " + problems + " problems");
        }
    }
}
