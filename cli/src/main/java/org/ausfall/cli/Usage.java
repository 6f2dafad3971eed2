package org.ausfall.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** How commands are called, and what is wrong with a command line, for the one who wrote it. */
final class Usage {
    private Usage() {}

    /**
     * How a command is called.
     *
     * @param description what it does, a paragraph an entry; {@code %%} is a percent sign
     * @param footer what help says at its end
     * @param takes what it takes, in the order of the help
     */
    static CommandSpec of(
            Subcommand command, String name, List<String> description, List<String> footer, Takes... takes) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
        spec.usageMessage()
                .sortOptions(false)
                .description(description.toArray(String[]::new))
                .footer(footer.toArray(String[]::new));
        for (Takes part : takes) {
            part.addTo(spec);
        }
        return withHelp(spec);
    }

    /** The command with {@code --help} and {@code --version}. */
    static CommandSpec withHelp(CommandSpec command) {
        return command.versionProvider(new Version())
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
    }

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
