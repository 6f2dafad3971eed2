package org.ausfall.ingest.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a format is recognized.
 *
 * @param header columns the header must have, each under one of several names
 * @param firstRow what the first line matches if there is no header
 * @param names the columns then
 * @param cells what all cells of the first row under the header but the time match, for formats whose header says little
 * @param delimiters what may stand between fields
 * @param preamble the most lines before the header
 * @param twice columns that may stand in the header twice; the first counts
 */
record Recognition(
        List<List<String>> header,
        Optional<Pattern> firstRow,
        List<String> names,
        Optional<Pattern> cells,
        List<Character> delimiters,
        int preamble,
        Set<String> twice) {
    /** The most lines that may stand before a header: so far the beginning of a file is looked at. */
    static final int MOST_PREAMBLE = 50;

    Recognition {
        header = header.stream().map(List::copyOf).toList();
        names = List.copyOf(names);
        delimiters = List.copyOf(delimiters);
        twice = Set.copyOf(twice);
    }
}
