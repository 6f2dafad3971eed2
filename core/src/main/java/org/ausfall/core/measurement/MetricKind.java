package org.ausfall.core.measurement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a duration is the duration of. Kinds are never mixed inside one baseline: a page takes longer than its first byte. */
public enum MetricKind {
    /** From the first request to the page being loaded, with all that belongs to it. */
    PAGE_LOAD,
    /** From the request to the last byte of its answer. */
    FULL_RESPONSE,
    /** From the request to the first byte of its answer. */
    TTFB,
    /** As long as the monitor's check took, whatever it consists of. */
    CHECK;

    /** The name in files and options: {@code page_load}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with that code. */
    public static Optional<MetricKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
