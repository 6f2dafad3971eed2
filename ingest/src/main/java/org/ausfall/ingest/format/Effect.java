package org.ausfall.ingest.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.ingest.probe.Measurement;

/** What a rule makes of a row. */
enum Effect {
    /** The row is none of ours. */
    SKIP,
    /** By its status if it has one, else a success. */
    OK,
    /** By its status if that is an error; an answer of another kind than expected; without a status, no response. */
    FAILED,
    /** Up, whatever the duration. */
    REACHABLE,
    /** An error of HTTP. */
    HTTP_ERROR,
    /** No answer. */
    NO_RESPONSE,
    /** No answer in time. */
    TIMEOUT,
    /** An answer, but not the one expected. */
    CONTENT_FAIL,
    /** Announced maintenance. */
    MAINTENANCE,
    /** The monitor does not know. */
    UNKNOWN,
    /** The row is bad: its word means nothing that is known. */
    BAD;

    /** The name in descriptors: {@code no_response}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Effect> find(String code) {
        return Arrays.stream(values())
                .filter(effect -> effect.code().equals(code))
                .findFirst();
    }

    /** The outcome of a row with this status, or {@link Measurement#NONE}; not for {@link #SKIP} and {@link #BAD}. */
    Outcome outcome(int status) {
        boolean known = status != Measurement.NONE;
        return switch (this) {
            case SKIP, BAD -> throw new IllegalStateException("a row that is left out has no outcome");
            case OK -> known ? Outcome.ofStatus(status) : Outcome.OK;
            case FAILED -> failed(known ? Outcome.ofStatus(status) : Outcome.NO_RESPONSE);
            case REACHABLE -> Outcome.REACHABLE;
            case HTTP_ERROR -> Outcome.HTTP_ERROR;
            case NO_RESPONSE -> Outcome.NO_RESPONSE;
            case TIMEOUT -> Outcome.TIMEOUT;
            case CONTENT_FAIL -> Outcome.CONTENT_FAIL;
            case MAINTENANCE -> Outcome.MAINTENANCE;
            case UNKNOWN -> Outcome.UNKNOWN;
        };
    }

    private static Outcome failed(Outcome byStatus) {
        return byStatus == Outcome.OK ? Outcome.CONTENT_FAIL : byStatus;
    }
}
