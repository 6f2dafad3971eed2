package org.ausfall.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many processors to use; the same option for every command that computes on more than one. */
final class ThreadsOption {
    private static final int MOST = 1024;

    @Spec(Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    private int count = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many processors to use; does not change the result. Default: all")
    void set(int given) {
        if (given < 1 || given > MOST) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--threads must be between 1 and " + MOST + ", was " + given);
        }
        count = given;
    }

    /** How many threads. */
    int count() {
        return count;
    }
}
