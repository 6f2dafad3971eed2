package org.ausfall.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What is wrong with a command line, for the one who wrote it. */
final class Usage {
    private Usage() {}

    static ParameterException mistake(CommandSpec command, String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /**
     * What the options make.
     *
     * @throws ParameterException if they cannot mean anything; what refuses them says why
     */
    static <T> T checked(CommandSpec command, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
