package org.ausfall.ingest.format;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that a cell may be.
 *
 * @param columns the column's possible names; the first one the file has is meant
 * @param test how the cell is looked at
 * @param text what it is compared with
 */
record Condition(List<String> columns, Test test, String text) {
    /** How a cell is looked at. */
    enum Test {
        /** It is exactly the text. */
        IS,
        /** It is anything but the text. */
        IS_NOT,
        /** It begins with the text. */
        STARTS,
        /** It contains the text. */
        CONTAINS,
        /** The text, a regular expression, matches it as a whole. */
        MATCHES
    }

    Condition {
        columns = List.copyOf(columns);
        if (test == Test.MATCHES) {
            Pattern.compile(text);
        }
    }

    /** The condition in words, for the pages about formats. */
    String words() {
        String how = switch (test) {
            case IS -> "is";
            case IS_NOT -> "is not";
            case STARTS -> "starts with";
            case CONTAINS -> "contains";
            case MATCHES -> "matches";
        };
        return "`" + String.join("` or `", columns) + "` " + how + (text.isEmpty() ? " blank" : " `" + text + "`");
    }
}
