package org.ausfall.ingest.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How measurements are laid out in a file. */
public enum Shape {
    /** A header, then a measurement a row. */
    TABLE,
    /** A header, then a row a time, with a column a series: read as the columns {@code series} and {@code value}. */
    WIDE,
    /** A measurement a line, taken apart by a regular expression with named groups, which act as columns. */
    LINES,
    /** The JSON answer to a Prometheus range query; labels act as columns. */
    PROMETHEUS;

    /** The name in descriptors: {@code table}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The shape with that code. */
    static Optional<Shape> find(String code) {
        return Arrays.stream(values())
                .filter(shape -> shape.code().equals(code))
                .findFirst();
    }
}
