package org.ausfall.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A line on the terminal that says how far long work has come: percent and time left. Says nothing in the first second. */
final class Progress {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Optional<PrintStream> terminal;
    private final Clock clock;
    private final String what;
    private int total;
    private int done;
    private Instant started = Instant.EPOCH;
    private Instant shown = Instant.EPOCH;
    private boolean visible;

    /**
     * Progress of something.
     *
     * @param terminal where to show it; empty shows nothing
     */
    Progress(Optional<PrintStream> terminal, Clock clock, String what) {
        this.terminal = terminal;
        this.clock = clock;
        this.what = what;
    }

    synchronized void start(int tasks) {
        total = tasks;
        done = 0;
        started = clock.instant();
        shown = started;
        visible = false;
    }

    synchronized void advance() {
        done++;
        if (terminal.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        if (Duration.between(started, now).compareTo(PATIENCE) < 0
                || Duration.between(shown, now).compareTo(PAUSE) < 0) {
            return;
        }
        shown = now;
        visible = true;
        double seconds = Duration.between(started, now).toMillis() / 1000.0;
        long left = Math.round(seconds / done * (total - done));
        terminal.get()
                .printf(
                        Locale.ROOT,
                        "\r%s: %d %%, about %d s left \033[K",
                        what,
                        100L * done / Math.max(1, total),
                        left);
        terminal.get().flush();
    }

    synchronized void stop() {
        if (visible) {
            terminal.ifPresent(stream -> stream.print("\r\033[K"));
            terminal.ifPresent(PrintStream::flush);
        }
    }
}
