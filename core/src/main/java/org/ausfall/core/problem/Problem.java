package org.ausfall.core.problem;

/**
 * Something wrong with the input. A problem is a value: it is collected, counted and shown, never thrown.
 *
 * @param place where it was found
 * @param rowKey the key (retailer id, ticker) of the row it was found in; empty where the row has none that could be read
 * @param value the offending value as it stood there, cut to a readable length; may be empty
 * @param reason which kind of problem it is
 * @param detail one sentence: what was expected, and what to do
 * @param effect what the run did about it
 */
public record Problem(Place place, String rowKey, String value, Reason reason, String detail, Effect effect) {
    private static final int LONGEST_VALUE = 200;

    /** What a problem led to. */
    public enum Effect {
        /** The run used the row or value all the same; the reader should know. */
        NOTED,
        /** The row was left out, the rest of its file was used. */
        ROW_REJECTED,
        /** The whole file was left out. */
        FILE_REFUSED
    }

    /** Cuts the value to a readable length. */
    public Problem {
        if (value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "... (" + value.length() + " characters)";
        }
    }

    /** A problem that cost one row. */
    public static Problem row(Place place, String rowKey, String value, Reason reason, String detail) {
        return new Problem(place, rowKey, value, reason, detail, Effect.ROW_REJECTED);
    }

    /** A problem that cost a whole file. */
    public static Problem file(Place place, String value, Reason reason, String detail) {
        return new Problem(place, "", value, reason, detail, Effect.FILE_REFUSED);
    }

    /** A problem that cost nothing but should be known. */
    public static Problem note(Place place, String value, Reason reason, String detail) {
        return new Problem(place, "", value, reason, detail, Effect.NOTED);
    }

    /** {@code slowdowns.csv:12: before_ms: 'abc': wrong_type: not a number; ...}. */
    @Override
    public String toString() {
        return place + ": " + (value.isEmpty() ? "" : "'" + value + "': ") + reason.code() + ": " + detail;
    }
}
