package org.ausfall.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** How many processors to use; the same option for every command that computes on more than one. */
final class ThreadsOption implements Takes, ISetter {
    private static final int MOST = 1024;

    private final OptionSpec given = OptionSpec.builder("--threads")
            .paramLabel("N")
            .type(int.class)
            .hasInitialValue(false)
            .setter(this)
            .description("How many processors to use; does not change the result. Default: all")
            .build();

    private int count = Runtime.getRuntime().availableProcessors();

    @Override
    public void addTo(CommandSpec command) {
        command.addOption(given);
    }

    @Override
    public <T> T set(T value) {
        int threads = (Integer) value;
        if (threads < 1 || threads > MOST) {
            throw Usage.mistake(given.command(), "--threads must be between 1 and " + MOST + ", was " + threads);
        }
        count = threads;
        return value;
    }

    /** How many threads. */
    int count() {
        return count;
    }
}
