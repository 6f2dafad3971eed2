package org.ausfall.ingest.probe;

import java.util.Locale;

/** The columns of the own CSV that mean something; all others are passed over. */
enum Column {
    TIMESTAMP,
    SITE,
    LOCATION,
    DURATION_MS,
    STATUS,
    OTHER;

    /** The name in the header. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}
