package org.ausfall.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.DurationCounts;
import org.ausfall.core.measurement.LocationMeasurement;
import org.ausfall.core.measurement.SiteMeasurement;
import org.ausfall.core.measurement.Timeline;
import org.ausfall.core.measurement.WindowSummary;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ProbeScan;
import org.ausfall.ingest.probe.ProbeScanner;
import org.ausfall.ingest.probe.SiteSamples;

/** Scans a file as the product does: {@code file none|5m site|location folder [threads]}. */
public final class ScannerRun {
    private static final BigDecimal P50 = new BigDecimal("0.5");
    private static final BigDecimal P95 = new BigDecimal("0.95");

    private final ComparedWindows windows = ComparedWindows.of(
            new OutageWindow(Generator.EVENT_START, Generator.EVENT_END),
            new OutageWindow(Generator.BASELINE_START, Generator.EVENT_START));
    private final boolean timeline;
    private final boolean byLocation;

    private ScannerRun(boolean timeline, boolean byLocation) {
        this.timeline = timeline;
        this.byLocation = byLocation;
    }

    /** Scans and writes {@code sites.csv} and, if asked for, {@code timeline.csv}. */
    public static void main(String[] args) throws IOException {
        ScannerRun run = new ScannerRun(args[1].equals("5m"), args[2].equals("location"));
        int threads = args.length > 4
                ? Integer.parseInt(args[4])
                : Runtime.getRuntime().availableProcessors();
        run.run(args[0], Path.of(args[3]), threads);
    }

    private void run(String file, Path folder, int threads) throws IOException {
        long started = System.nanoTime();
        ProbeScanner scanner = ProbeScanner.of(windows).withThreads(threads);
        scanner = timeline ? scanner.withEverything() : scanner;
        ProbeScan scan =
                scanner.scan(ProbeInput.matching(file), problem -> {}).value().orElseThrow();
        long scanned = System.nanoTime();
        Files.createDirectories(folder);
        try (BufferedWriter sites = Files.newBufferedWriter(folder.resolve("sites.csv"), StandardCharsets.UTF_8);
                BufferedWriter bins = Files.newBufferedWriter(folder.resolve("timeline.csv"), StandardCharsets.UTF_8)) {
            scan.forEachSite(this::render, text -> append(text, sites, bins));
        }
        System.err.printf(
                "scan %d ms, summary %d ms, %s, %s%n",
                (scanned - started) / 1_000_000,
                (System.nanoTime() - scanned) / 1_000_000,
                scan.files(),
                scan.problemCounts());
    }

    private record Rendered(String site, String bins) {}

    private static void append(Rendered text, BufferedWriter sites, BufferedWriter bins) {
        try {
            sites.write(text.site());
            bins.write(text.bins());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Rendered render(SiteSamples samples) {
        SiteMeasurement site = samples.measure(windows);
        StringBuilder text = new StringBuilder();
        if (byLocation) {
            for (LocationMeasurement one : site.locations()) {
                row(text, samples.site() + "," + one.location(), one.baseline(), one.event());
            }
        } else {
            row(text, samples.site(), site.pooledBaseline(), site.pooledEvent());
            text.insert(
                    text.length() - 1,
                    "," + site.slowdown().map(s -> String.valueOf(s.ratio())).orElse(""));
        }
        return new Rendered(text.toString(), timeline ? bins(samples) : "");
    }

    private static void row(StringBuilder text, String key, WindowSummary baseline, WindowSummary event) {
        text.append(key);
        for (WindowSummary window : List.of(baseline, event)) {
            text.append(',').append(window.n()).append(',').append(window.ok());
            text.append(',').append(quantile(window.durations(), P50));
            text.append(',').append(quantile(window.durations(), P95));
        }
        text.append('\n');
    }

    private static String quantile(DurationCounts durations, BigDecimal p) {
        Optional<BigDecimal> ms = durations.quantileMs(p);
        return ms.map(value -> value.setScale(5, RoundingMode.HALF_UP).toPlainString())
                .orElse("");
    }

    private static String bins(SiteSamples samples) {
        Timeline line = Timeline.of(samples.series(), Duration.ofMinutes(5));
        StringBuilder text = new StringBuilder(40 * line.size());
        for (int i = 0; i < line.size(); i++) {
            text.append(samples.site())
                    .append(',')
                    .append(line.startMillis(i))
                    .append(',')
                    .append(line.n(i));
            text.append(',').append(line.ok(i)).append(',');
            long median = line.doubleMedianMicros(i);
            if (median >= 0) {
                long tenths = median * 5;
                text.append(tenths / 10_000).append('.').append(String.valueOf(10_000 + tenths % 10_000), 1, 5);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
