package org.ausfall.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.ausfall.report.RunRecord;

/**
 * What a command sees of the machine it runs on.
 *
 * @param in where {@code -} is read from
 * @param out where results go
 * @param err where talk goes
 * @param clock the time, for {@code run.json} only
 * @param home the folder with the program's own {@code data}
 * @param talksToTerminal whether {@code err} is a terminal, so that progress may be shown
 */
record Surroundings(InputStream in, PrintStream out, PrintStream err, Clock clock, Path home, boolean talksToTerminal) {
    /** The real ones. */
    static Surroundings ofProcess() {
        return new Surroundings(
                System.in,
                System.out,
                System.err,
                Clock.systemUTC(),
                Path.of(System.getProperty("ausfall.home", ".")),
                Boolean.getBoolean("ausfall.terminal.err"));
    }

    /** The record of a run that ends now. */
    RunRecord record(Map<String, String> options, ThreadsOption threads, Instant started) {
        return new RunRecord(
                Version.text(),
                options,
                threads.count(),
                System.getProperty("java.runtime.version", ""),
                started,
                clock.instant());
    }

    /** A line of talk, which is never mixed into results. */
    void say(String line) {
        err.println("ausfall: " + line);
    }
}
