package org.ausfall.cli;

import org.ausfall.ingest.BadRowLimit;
import picocli.CommandLine.Option;

/** How many rows of a file may be bad; the same option for every command that goes on without them. */
final class BadRowsOption {
    @Option(
            names = "--max-bad-rows",
            paramLabel = "PERCENT",
            defaultValue = "5%",
            converter = FromText.ToBadRowLimit.class,
            description =
                    "Refuse a file with more bad rows than that (one is always allowed). Default: ${DEFAULT-VALUE}")
    private BadRowLimit given = BadRowLimit.DEFAULT;

    BadRowLimit limit() {
        return given;
    }
}
