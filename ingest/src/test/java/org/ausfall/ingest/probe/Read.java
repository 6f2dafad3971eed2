package org.ausfall.ingest.probe;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.measurement.Sample;
import org.ausfall.core.measurement.SampleSeries;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.quantity.OutageWindow;

/** What a scan of some text gave, as text that can be compared. */
record Read(List<String> samples, List<String> problems, List<ScannedFile> files) {
    static final String HEADER = "timestamp,site,location,duration_ms,status\n";
    static final ComparedWindows WINDOWS = ComparedWindows.of(
            window("2017-02-28T17:00:00Z", "2017-02-28T22:00:00Z"),
            window("2017-02-27T17:00:00Z", "2017-02-28T17:00:00Z"));

    static OutageWindow window(String start, String end) {
        return new OutageWindow(Instant.parse(start), Instant.parse(end));
    }

    /** A scanner that keeps everything and refuses no share of bad rows. */
    static ProbeScanner scanner() {
        return ProbeScanner.of(WINDOWS).withEverything().withLimits(limits());
    }

    static ScanLimits limits() {
        ScanLimits usual = ScanLimits.DEFAULT;
        return new ScanLimits(usual.rowBytes(), usual.rowLines(), usual.columns(), usual.sites(), usual.expansion(), 1);
    }

    static Read of(String text) {
        return of(scanner(), text);
    }

    static Read of(ProbeScanner scanner, String text) {
        return of(scanner, input(text.getBytes(StandardCharsets.UTF_8)));
    }

    static ProbeInput input(byte[] bytes) {
        return ProbeInput.of("in.csv", new ByteArrayInputStream(bytes));
    }

    static Read of(ProbeScanner scanner, ProbeInput... inputs) {
        List<String> problems = new ArrayList<>();
        Checked<ProbeScan> checked = scanner.scan(List.of(inputs), problem -> problems.add(text(problem)));
        List<String> samples = new ArrayList<>();
        checked.value().ifPresent(scan -> {
            try (scan) {
                scan.forEachSite(Read::samples, samples::addAll);
            }
        });
        return new Read(samples, problems, checked.value().map(ProbeScan::files).orElse(List.of()));
    }

    private static String text(Problem problem) {
        return problem.place() + " " + problem.reason().code() + " '" + problem.value() + "'";
    }

    private static List<String> samples(SiteSamples site) {
        List<String> samples = new ArrayList<>();
        for (SiteSamples.OneLocation one : site.locations()) {
            SampleSeries series = one.series();
            for (int i = 0; i < series.size(); i++) {
                samples.add(site.site() + " " + one.location() + " " + sample(series, i));
            }
        }
        return samples;
    }

    private static String sample(SampleSeries series, int i) {
        Outcome outcome = series.outcome(i);
        String result = outcome == Outcome.OK ? Sample.micros(series.packed(i)) + "us" : outcome.toString();
        return Instant.ofEpochMilli(series.epochMillis(i)) + " " + result;
    }
}
