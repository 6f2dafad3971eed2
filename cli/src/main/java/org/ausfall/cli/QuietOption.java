package org.ausfall.cli;

import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether more than errors is told; the same option for every command that tells of its work. */
final class QuietOption {
    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but errors.")
    private boolean given;

    boolean given() {
        return given;
    }

    /** Where progress is shown, if it is. */
    Optional<PrintStream> terminal(Surroundings surroundings) {
        return surroundings.talksToTerminal() && !given ? Optional.of(surroundings.err()) : Optional.empty();
    }
}
