package org.ausfall.core.problem;

import java.util.Locale;

/** The closed list of what can be wrong with input. */
public enum Reason {
    /** A file that is needed does not exist. */
    MISSING_FILE,
    /** A file exists but cannot be read, or is not text in UTF-8. */
    UNREADABLE_FILE,
    /** A file, line or field is larger than the cap for it. */
    TOO_LARGE,
    /** The file's structure cannot be understood. */
    MALFORMED,
    /** The header lacks a column, or a document lacks a key. */
    MISSING_COLUMN,
    /** A column, key or value appears that is not known. */
    UNKNOWN_NAME,
    /** A row has another number of fields than the header. */
    WRONG_FIELD_COUNT,
    /** A value that is needed is blank. */
    MISSING_VALUE,
    /** A value is not of the type its column has. */
    WRONG_TYPE,
    /** A value lies outside the range its column allows. */
    OUT_OF_RANGE,
    /** A time is given without a zone, and zones are not guessed. */
    NO_ZONE,
    /** A row refers to a retailer that the reference does not list. */
    UNKNOWN_RETAILER,
    /** A row refers to a company that the reference does not list. */
    UNKNOWN_COMPANY,
    /** A row with the same key stood further up. */
    DUPLICATE,
    /** Values of one row, or of two files, contradict each other. */
    CONTRADICTION,
    /** Two outage windows share time, so their losses must not be added. */
    OVERLAPPING_WINDOW,
    /** More rows of a file are bad than the run allows. */
    TOO_MANY_BAD_ROWS,
    /** A file was read as another format than the own one; says as which, why, and which rows were passed over. */
    READ_AS;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name as it is written in reports: {@code out_of_range}. */
    public String code() {
        return code;
    }
}
