package org.ausfall.core.measurement;

/** How one probe ended. */
public enum Outcome {
    /** Answered in full; the duration counts. */
    OK,
    /** Answered with a refusal (401, 403, 404): the site is up, but the duration says nothing about the page. */
    REACHABLE,
    /** Answered with another error of the client or the server. */
    HTTP_ERROR,
    /** No answer at all. */
    NO_RESPONSE,
    /** No answer within the monitor's patience. */
    TIMEOUT,
    /** Answered, but not with what was expected. */
    CONTENT_FAIL,
    /** Not probed in earnest: announced maintenance. */
    MAINTENANCE,
    /** The monitor does not know. */
    UNKNOWN;

    private static final Outcome[] ALL = values();

    /** The number of outcomes. */
    static final int COUNT = ALL.length;

    /** The outcome with this {@link #index}. */
    static Outcome at(int index) {
        return ALL[index];
    }

    /** The place of this outcome in arrays of this package; never written anywhere, so it may change. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    /** Whether a status is one that {@link #ofStatus} knows: 0 or 200 to 599. */
    public static boolean isStatus(int status) {
        return status == 0 || (status >= 200 && status <= 599);
    }

    /**
     * The outcome of a probe by its HTTP status: 2xx and 3xx are ok, 401, 403 and 404 reachable, other 4xx and 5xx errors, 0
     * stands for no response.
     *
     * @throws IllegalArgumentException if the status is neither 0 nor in [200, 599]
     */
    public static Outcome ofStatus(int status) {
        if (!isStatus(status)) {
            throw new IllegalArgumentException("a status must be 0 or between 200 and 599, was " + status);
        }
        return switch (status) {
            case 0 -> NO_RESPONSE;
            case 401, 403, 404 -> REACHABLE;
            default -> status < 400 ? OK : HTTP_ERROR;
        };
    }

    /** Whether the site answered as a living site does. */
    public boolean isUp() {
        return this == OK || this == REACHABLE;
    }

    /** Whether the probe failed; maintenance and unknown are neither up nor failures. */
    public boolean isFailure() {
        return !isUp() && this != MAINTENANCE && this != UNKNOWN;
    }
}
