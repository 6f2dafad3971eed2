package org.ausfall.report.wording;

/** Counts with their noun. */
public final class Counted {
    private Counted() {}

    /** {@code 1 row}, {@code 0 rows}. */
    public static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** The noun or verb alone. */
    public static String word(long count, String one, String many) {
        return count == 1 ? one : many;
    }
}
