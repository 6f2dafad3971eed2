package org.ausfall.ingest.rows;

import org.ausfall.core.problem.Reason;

/**
 * What is wrong with a row as a whole.
 *
 * @param reason which kind of problem
 * @param detail one sentence: what was expected, and what to do
 */
public record RowFault(Reason reason, String detail) {
    static final RowFault UNCLOSED =
            new RowFault(Reason.MALFORMED, "a quoted field is not closed properly; double quotes inside a field");
    static final RowFault AFTER_QUOTE =
            new RowFault(Reason.MALFORMED, "text stands between a closing quote and the next delimiter");
    static final RowFault TOO_LONG = new RowFault(Reason.TOO_LARGE, "the row is longer than a row may be");
    static final RowFault TOO_WIDE = new RowFault(Reason.TOO_LARGE, "the row has more columns than a row may have");
}
