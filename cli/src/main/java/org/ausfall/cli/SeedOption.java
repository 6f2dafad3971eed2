package org.ausfall.cli;

import org.ausfall.core.simulation.Seed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where random streams start; the same option for every command that simulates. */
final class SeedOption implements Takes {
    private final Given<Long> given = Given.of(
            long.class,
            OptionSpec.builder("--seed")
                    .paramLabel("N")
                    .defaultValue("1")
                    .description("Where the random streams start; same seed, same bytes. Default: ${DEFAULT-VALUE}"));

    @Override
    public void addTo(CommandSpec command) {
        given.addTo(command);
    }

    Seed seed() {
        return new Seed(given.value());
    }

    /** The seed as it stands in the record of a run. */
    String recorded() {
        return String.valueOf(given.value());
    }
}
