package org.ausfall.core.problem;

/**
 * Where in the input something was found.
 *
 * @param file the file's name as the analyst gave it, relative where possible
 * @param line the physical line, counted from 1; 0 where the whole file is meant
 * @param column the column's header or the key's path; empty where the whole line is meant
 */
public record Place(String file, long line, String column) {
    /** Checks that the line is not negative. */
    public Place {
        if (line < 0) {
            throw new IllegalArgumentException("a line number must not be negative, was " + line);
        }
    }

    /** The file as a whole. */
    public static Place of(String file) {
        return new Place(file, 0, "");
    }

    /** A whole line. */
    public static Place of(String file, long line) {
        return new Place(file, line, "");
    }

    /** The same line, one of its columns. */
    public Place withColumn(String name) {
        return new Place(file, line, name);
    }

    /** {@code file:line: column}, leaving out what is not known. */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + (column.isEmpty() ? "" : ": " + column);
    }
}
