package org.ausfall.cli;

import picocli.CommandLine.Model.CommandSpec;

/** Something a command takes: an option, a parameter, or several. */
interface Takes {
    /** Tells the command that it takes this. */
    void addTo(CommandSpec command);
}
