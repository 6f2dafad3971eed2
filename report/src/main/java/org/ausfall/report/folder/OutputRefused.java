package org.ausfall.report.folder;

/** The output cannot go where it was asked to go, for a reason the analyst can remove; the message says how. */
public final class OutputRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A refusal with what to do about it. */
    public OutputRefused(String message) {
        super(message);
    }
}
