package org.ausfall.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.ingest.probe.ScanProgress;

/**
 * What a conversion made of files; the way tests look at formats. All fixtures are made by hand.
 *
 * @param rows the rows of the own CSV, without its header
 * @param readAs as what files were read
 * @param problems everything that was wrong, refusals included
 * @param refused whether nothing came out
 */
record Converted(List<String> rows, List<ReadAs> readAs, List<Problem> problems, boolean refused) {
    static final ReadOptions UTC = zone("UTC");

    static ReadOptions zone(String zone) {
        return new ReadOptions(
                Optional.empty(), Optional.of(ZoneId.of(zone)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ReadOptions format(String id) {
        return new ReadOptions(
                Formats.shipped().find(id), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ReadOptions kind(MetricKind kind) {
        return new ReadOptions(
                Optional.empty(), Optional.empty(), Optional.of(kind), Optional.empty(), Optional.empty());
    }

    static ProbeInput input(String name, byte[] content) {
        return ProbeInput.of(name, new ByteArrayInputStream(content));
    }

    static Converted of(String text) {
        return of(text, ReadOptions.NONE);
    }

    static Converted of(String text, ReadOptions options) {
        return of(text.getBytes(StandardCharsets.UTF_8), options);
    }

    static Converted of(byte[] content, ReadOptions options) {
        return of(List.of(input("in.txt", content)), options, ScanLimits.DEFAULT);
    }

    static Converted of(List<ProbeInput> inputs, ReadOptions options, ScanLimits limits) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Problem> problems = new ArrayList<>();
        Checked<Conversion.Converted> converted =
                new Conversion(options, limits, ScanProgress.NONE, false).convert(inputs, out, problems::add);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        return new Converted(
                lines.isEmpty() ? lines : lines.subList(1, lines.size()),
                converted.value().map(Conversion.Converted::readAs).orElse(List.of()),
                problems,
                converted.value().isEmpty());
    }

    /** As what the only file was read. */
    ReadAs file() {
        if (readAs.size() != 1) {
            throw new AssertionError("read: " + readAs + ", problems: " + problems);
        }
        return readAs.get(0);
    }

    /** The only problem. */
    Problem problem() {
        if (problems.size() != 1) {
            throw new AssertionError("problems: " + problems);
        }
        return problems.get(0);
    }
}
