package org.ausfall.ingest.format;

import org.ausfall.core.problem.Reason;

/** A value that does not fit; carries no stack because it is an ordinary outcome. */
final class Misfit extends Exception {
    private static final long serialVersionUID = 1;

    private final String column;
    private final String value;
    private final Reason reason;
    private final String detail;

    Misfit(String column, String value, Reason reason, String detail) {
        super(detail, null, false, false);
        this.column = column;
        this.value = value;
        this.reason = reason;
        this.detail = detail;
    }

    String column() {
        return column;
    }

    String value() {
        return value;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return detail;
    }
}
