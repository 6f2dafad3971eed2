package org.ausfall.ingest.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a name comes from; the first of a list of these that yields something names the site or location.
 *
 * @param columns the column's possible names; the column {@code preamble} stands for the cells before the header, one after the other
 * @param part what of the cell is the name
 * @param key which label, tag or group, where the part needs one
 */
record NamePart(List<String> columns, Part part, String key) {
    static final String PREAMBLE = "preamble";

    /** What of a cell is a name. */
    enum Part {
        /** All of it. */
        TEXT,
        /** The host of an address, in small letters, without port. */
        HOST,
        /** The value of one {@code key=value} pair, pairs being separated by ampersands. */
        TAG,
        /** The host of one label of {@code metric{label="value"}}; the text itself where it has no labels. */
        SERIES,
        /** The first group of a regular expression. */
        GROUP;

        static Optional<Part> find(String code) {
            return Arrays.stream(values())
                    .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(code))
                    .findFirst();
        }
    }

    NamePart {
        columns = List.copyOf(columns);
    }
}
