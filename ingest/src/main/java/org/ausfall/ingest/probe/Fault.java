package org.ausfall.ingest.probe;

import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/** What is wrong with one row, before its line number is known. */
record Fault(String column, String value, Reason reason, String detail) {
    private static final int LONGEST_VALUE = 200;

    /** Cuts the value, so that many bad rows waiting for their line numbers cost little. */
    Fault {
        value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
    }

    Fault withValue(String shown) {
        return new Fault(column, shown, reason, detail);
    }

    Problem at(String file, long line) {
        return Problem.row(new Place(file, line, column), "", value, reason, detail);
    }
}
