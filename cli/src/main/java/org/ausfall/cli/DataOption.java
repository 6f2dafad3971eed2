package org.ausfall.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the reference data lie; the same option for every command that reads them. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "Folder with reference/ and backtest/ (and events/, where the founding case is looked for).",
                "Default: the data folder of the program."
            })
    private Optional<Path> given = Optional.empty();

    /** The folder as given, else the program's own. */
    Path folder(Surroundings surroundings) {
        return given.orElse(surroundings.home().resolve("data"));
    }

    /** The folder as it stands in the record of a run. */
    String recorded() {
        return given.map(Path::toString).orElse("(the program's own)");
    }
}
