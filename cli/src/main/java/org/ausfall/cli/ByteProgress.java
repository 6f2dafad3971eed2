package org.ausfall.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ScanProgress;

/** A line on the terminal that says how far reading has come: bytes, rate and time left. Says nothing in the first second. */
final class ByteProgress implements ScanProgress, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Optional<PrintStream> terminal;
    private final Clock clock;
    private final Instant started;
    private Instant shown;
    private boolean visible;

    /**
     * Progress from now on.
     *
     * @param terminal where to show it; empty shows nothing
     */
    ByteProgress(Optional<PrintStream> terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.started = clock.instant();
        this.shown = started;
    }

    @Override
    public synchronized void read(long bytes, long total) {
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
        terminal.get().print("\r" + line(bytes, total, Duration.between(started, now)) + " \033[K");
        terminal.get().flush();
    }

    /** {@code reading: 1.20 of 1.30 GB, 560 MB/s, about 3 s left}. */
    static String line(long bytes, long total, Duration elapsed) {
        double rate = bytes / (elapsed.toMillis() / 1e3);
        String read = String.format(Locale.ROOT, "%.2f", bytes / 1e9);
        String rest = total == ProbeInput.UNKNOWN_SIZE
                ? ""
                : String.format(Locale.ROOT, ", about %d s left", (long) Math.ceil((total - bytes) / rate));
        String all = total == ProbeInput.UNKNOWN_SIZE ? "" : String.format(Locale.ROOT, " of %.2f", total / 1e9);
        return "reading: " + read + all + " GB, " + String.format(Locale.ROOT, "%.0f MB/s", rate / 1e6) + rest;
    }

    @Override
    public synchronized void close() {
        if (visible) {
            terminal.ifPresent(stream -> stream.print("\r\033[K"));
            terminal.ifPresent(PrintStream::flush);
        }
    }
}
