package org.ausfall.cli;

import org.ausfall.core.simulation.Seed;
import picocli.CommandLine.Option;

/** Where random streams start; the same option for every command that simulates. */
final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Where the random streams start; same seed, same bytes. Default: ${DEFAULT-VALUE}")
    private long given = 1;

    Seed seed() {
        return new Seed(given);
    }

    /** The seed as it stands in the record of a run. */
    String recorded() {
        return String.valueOf(given);
    }
}
