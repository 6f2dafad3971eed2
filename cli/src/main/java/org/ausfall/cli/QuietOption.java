package org.ausfall.cli;

import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Whether more than errors is told; the same option for every command that tells of its work. */
final class QuietOption implements Takes {
    private final Given<Boolean> given =
            Given.flag(OptionSpec.builder("-q", "--quiet").description("Print nothing but errors."));

    @Override
    public void addTo(CommandSpec command) {
        given.addTo(command);
    }

    boolean given() {
        return given.value();
    }

    /** Where progress is shown, if it is. */
    Optional<PrintStream> terminal(Surroundings surroundings) {
        return surroundings.talksToTerminal() && !given() ? Optional.of(surroundings.err()) : Optional.empty();
    }
}
