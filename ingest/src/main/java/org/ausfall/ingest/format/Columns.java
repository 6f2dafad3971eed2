package org.ausfall.ingest.format;

import java.util.List;
import java.util.Set;
import org.ausfall.core.problem.Reason;

/** The columns of one file, found by name. */
final class Columns {
    static final int NONE = -1;

    private final List<String> header;
    private final Set<String> twice;

    /** The columns of a header; those in {@code twice} may stand there more than once, and the first counts. */
    Columns(List<String> header, Set<String> twice) {
        this.header = List.copyOf(header);
        this.twice = twice;
    }

    List<String> header() {
        return header;
    }

    /** Where the first of these names stands that the header has; {@link #NONE} if it has none of them. */
    int find(List<String> names) throws Misfit {
        for (String name : names) {
            int at = header.indexOf(name);
            if (at >= 0) {
                if (header.lastIndexOf(name) != at && !twice.contains(name)) {
                    throw new Misfit(
                            name,
                            String.join(",", header),
                            Reason.MALFORMED,
                            "the header names this column twice; rename one of them");
                }
                return at;
            }
        }
        return NONE;
    }

    /** Where the first of these names stands; the header must have one. */
    int need(List<String> names) throws Misfit {
        int found = find(names);
        if (found < 0) {
            throw new Misfit(
                    names.isEmpty() ? "" : names.get(0),
                    String.join(",", header),
                    Reason.MISSING_COLUMN,
                    "the header must name " + String.join(" or ", names));
        }
        return found;
    }

    /** Refuses a header that names a column twice, where each is a series of its own. */
    void checkDistinct() throws Misfit {
        for (String name : header) {
            find(List.of(name));
        }
    }

    String name(int column) {
        return column < 0 ? "" : header.get(column);
    }
}
