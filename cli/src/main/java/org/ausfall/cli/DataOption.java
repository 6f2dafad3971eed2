package org.ausfall.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where the reference data lie; the same option for every command that reads them. */
final class DataOption implements Takes {
    private final Given<Path> given = Given.of(
            Path.class,
            OptionSpec.builder("--data")
                    .paramLabel("DIR")
                    .description(
                            "Folder with reference/ and backtest/ (and events/, where the founding case is looked for).",
                            "Default: the data folder of the program."));

    @Override
    public void addTo(CommandSpec command) {
        given.addTo(command);
    }

    /** The folder as given, else the program's own. */
    Path folder(Surroundings surroundings) {
        return given.find().orElse(surroundings.home().resolve("data"));
    }

    /** The folder as it stands in the record of a run. */
    String recorded() {
        return given.find().map(Path::toString).orElse("(the program's own)");
    }
}
