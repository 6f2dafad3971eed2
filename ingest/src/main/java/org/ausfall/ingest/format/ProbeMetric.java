package org.ausfall.ingest.format;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.problem.Reason;

/** The metrics of blackbox_exporter that make a measurement. */
enum ProbeMetric {
    /** 1 if the probe succeeded, else 0. */
    SUCCESS("probe_success"),
    /** How long it took, in seconds. */
    DURATION("probe_duration_seconds"),
    /** The HTTP status, 0 if there was none. */
    STATUS("probe_http_status_code");

    private static final double LONGEST_SECONDS = 1_000;

    private final String metric;

    ProbeMetric(String metric) {
        this.metric = metric;
    }

    /** The name that Prometheus knows it by. */
    String metric() {
        return metric;
    }

    static Optional<ProbeMetric> find(String name) {
        return Arrays.stream(values()).filter(one -> one.metric.equals(name)).findFirst();
    }

    /** A value as Prometheus writes it: a number, NaN, +Inf or -Inf. */
    double value(String text) throws Misfit {
        double value;
        try {
            value = text.length() > 40 ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            throw new Misfit(metric, text, Reason.WRONG_TYPE, "not a number");
        }
        boolean possible = switch (this) {
            case SUCCESS -> value == 0 || value == 1;
            case DURATION -> value >= 0 && value <= LONGEST_SECONDS;
            case STATUS -> value == Math.rint(value) && value >= 0 && Outcome.isStatus((int) value);
        };
        if (!possible) {
            throw new Misfit(metric, text, Reason.OUT_OF_RANGE, range());
        }
        return value;
    }

    private String range() {
        return switch (this) {
            case SUCCESS -> "a success is 0 or 1";
            case DURATION -> "a duration is a number between 0 and " + (int) LONGEST_SECONDS + " s";
            case STATUS -> "a status is 0 or a whole number from 200 to 599";
        };
    }

    /** A duration in seconds exactly as it was written, which is how a double prints. */
    static BigDecimal seconds(double value) {
        return BigDecimal.valueOf(value);
    }
}
