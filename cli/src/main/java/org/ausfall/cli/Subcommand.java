package org.ausfall.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** A command of the program; called, it does its work and returns the exit code. */
interface Subcommand extends Callable<Integer> {
    /** How it is called, for parsing and for help. */
    CommandSpec spec();
}
