package org.ausfall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ausfall.report.folder.OutputRefused;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The entry of the program. */
public final class Main {
    private Main() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, Surroundings.ofProcess()));
    }

    /** Runs a command and returns its exit code. */
    static int run(String[] arguments, Surroundings surroundings) {
        if (arguments.length > 0 && arguments[0].equals("report")) {
            Ahead.begin();
        }
        CommandLine line = new CommandLine(root());
        commands(arguments)
                .forEach((name, command) ->
                        line.addSubcommand(name, command.apply(surroundings).spec()));
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(new Mistakes(surroundings))
                .setExecutionExceptionHandler(new Failures(surroundings));
        line.getSubcommands().values().forEach(command -> command.setUsageHelpWidth(100));
        if (arguments.length == 0) {
            line.usage(surroundings.err());
            return Exit.USAGE;
        }
        return execute(line, arguments, surroundings);
    }

    /** All commands; or only the one that is asked for, because to set up the options of the others takes a short run a while. */
    private static Map<String, Function<Surroundings, Subcommand>> commands(String[] arguments) {
        Map<String, Function<Surroundings, Subcommand>> all = new LinkedHashMap<>();
        all.put("report", ReportCommand::new);
        all.put("measure", MeasureCommand::new);
        all.put("detect", DetectCommand::new);
        all.put("convert", ConvertCommand::new);
        all.put("formats", FormatsCommand::new);
        all.put("simulate", SimulateCommand::new);
        all.put("reconstruct", ReconstructCommand::new);
        all.put("backtest", BacktestCommand::new);
        if (arguments.length > 0 && all.containsKey(arguments[0])) {
            all.keySet().retainAll(List.of(arguments[0]));
        }
        return all;
    }

    private static int execute(CommandLine line, String[] arguments, Surroundings surroundings) {
        try {
            int exit = line.execute(arguments);
            if (surroundings.out().checkError() && exit == Exit.OK) {
                surroundings.say("cannot write to standard output");
                return Exit.CANNOT_WRITE;
            }
            return exit;
        } catch (OutOfMemoryError e) {
            surroundings.say("out of memory; give more with AUSFALL_JAVA_OPTS=-Xmx8g, or ask for less");
            return Exit.SOFTWARE;
        } catch (StackOverflowError e) {
            return bug(e, surroundings);
        }
    }

    /**
     * One line that says what is wrong and one that says where to look; the whole help would hide them. No lambda, and neither is
     * {@link Failures}: a lambda keeps an interface of picocli's, which is compiled for Java 5, out of the class-data archive of the
     * launcher, and to load only that one opens every jar, which takes 20 ms.
     */
    private record Mistakes(Surroundings surroundings) implements CommandLine.IParameterExceptionHandler {
        @Override
        public int handleParseException(CommandLine.ParameterException mistake, String[] arguments) {
            surroundings.say(String.valueOf(mistake.getMessage()));
            String command = mistake.getCommandLine().getCommandSpec().qualifiedName(" ");
            surroundings.err().println("See: " + command + " --help");
            return Exit.USAGE;
        }
    }

    private record Failures(Surroundings surroundings) implements CommandLine.IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
            if (failure instanceof OutputRefused) {
                surroundings.say(String.valueOf(failure.getMessage()));
                return Exit.CANNOT_WRITE;
            }
            if (failure instanceof UncheckedIOException || failure instanceof IOException) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                surroundings.say("cannot write: " + cause.getClass().getSimpleName() + ": " + cause.getMessage());
                return Exit.CANNOT_WRITE;
            }
            return bug(failure, surroundings);
        }
    }

    private static int bug(Throwable failure, Surroundings surroundings) {
        surroundings.say("a bug in this program; please report it with the lines below and the input that led to it");
        failure.printStackTrace(surroundings.err());
        return Exit.SOFTWARE;
    }

    private static CommandSpec root() {
        CommandSpec root = CommandSpec.wrapWithoutInspection(new Root()).name("ausfall");
        root.usageMessage()
                .description("Answers, from data, who was touched by an outage and what it cost.")
                .synopsisSubcommandLabel("COMMAND")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(Exit.meanings())
                .footer("", "Start with: ausfall report", "More on a command: ausfall COMMAND --help");
        return Usage.withHelp(root);
    }

    /** Does nothing without a command. */
    private static final class Root {}
}
