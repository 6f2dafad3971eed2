package org.ausfall.cli;

import org.ausfall.ingest.BadRowLimit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How many rows of a file may be bad; the same option for every command that goes on without them. */
final class BadRowsOption implements Takes {
    private final Given<BadRowLimit> given = Given.of(
            BadRowLimit.class,
            OptionSpec.builder("--max-bad-rows")
                    .paramLabel("PERCENT")
                    .defaultValue("5%")
                    .converters(new FromText<>(BadRowLimit::parse))
                    .description(
                            "Refuse a file with more bad rows than that (one is always allowed). Default: ${DEFAULT-VALUE}"));

    @Override
    public void addTo(CommandSpec command) {
        given.addTo(command);
    }

    BadRowLimit limit() {
        return given.value();
    }
}
