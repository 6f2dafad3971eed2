package org.ausfall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * An option or parameter of a command, and what was given for it. Declared in code, not by picocli's annotations: Java makes eight
 * classes while the program starts to read those, a tenth of the time of a short run.
 */
final class Given<T> implements Takes {
    private final ArgSpec spec;

    private Given(ArgSpec spec) {
        this.spec = spec;
    }

    /** An option with one value. */
    static <T> Given<T> of(Class<T> type, OptionSpec.Builder option) {
        return new Given<>(option.type(type).build());
    }

    /** A parameter with one value. */
    static <T> Given<T> of(Class<T> type, PositionalParamSpec.Builder parameter) {
        return new Given<>(parameter.type(type).build());
    }

    /** The one event that a command is about. */
    static Given<Path> eventDir() {
        return of(
                Path.class,
                PositionalParamSpec.builder()
                        .paramLabel("EVENT_DIR")
                        .required(true)
                        .description("Folder with event.yaml and slowdowns.csv."));
    }

    /** An option that may be given more than once. */
    static <T> Given<List<T>> listOf(Class<T> type, OptionSpec.Builder option) {
        return new Given<>(option.type(List.class)
                .auxiliaryTypes(type)
                .initialValue(List.of())
                .build());
    }

    /** A parameter of several values. */
    static <T> Given<List<T>> listOf(Class<T> type, PositionalParamSpec.Builder parameter) {
        return new Given<>(parameter
                .type(List.class)
                .auxiliaryTypes(type)
                .initialValue(List.of())
                .build());
    }

    /** An option without a value: it is given or not. */
    static Given<Boolean> flag(OptionSpec.Builder option) {
        return new Given<>(option.type(boolean.class).initialValue(false).build());
    }

    /** What was given, or the default; for what is required or has a default. */
    T value() {
        return spec.getValue();
    }

    /** What was given; for what has no default. */
    Optional<T> find() {
        return Optional.ofNullable(spec.getValue());
    }

    ArgSpec spec() {
        return spec;
    }

    @Override
    public void addTo(CommandSpec command) {
        command.add(spec);
    }
}
