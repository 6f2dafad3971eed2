package org.ausfall.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.problem.Problem;
import org.ausfall.ingest.probe.FirstTime;
import org.ausfall.ingest.probe.Measurement;
import org.ausfall.ingest.probe.MeasurementSink;
import org.ausfall.ingest.probe.MeasurementSource;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.ingest.probe.ScanRefusal;

/**
 * The time of the first measurement in files of whatever formats, which is about when measurements begin, before they are scanned. It
 * looks at the beginnings of the inputs in their order; a file whose beginning holds no good row, or cannot be read alone, is read as
 * far as its first measurement. Of standard input only the first 64 KiB are looked at, so that the scan still starts at the first
 * row; where they hold no good row, no time is found.
 */
public final class FirstMeasurement {
    private final ReadOptions options;
    private final ScanLimits limits;

    private FirstMeasurement(ReadOptions options, ScanLimits limits) {
        this.options = options;
        this.limits = limits;
    }

    /** The time; empty if none can be found so. What is wrong with inputs is for the scan to say. */
    public static Optional<Instant> find(List<ProbeInput> inputs, ReadOptions options, ScanLimits limits) {
        FirstMeasurement look = new FirstMeasurement(options, limits);
        return inputs.stream().flatMap(input -> look.in(input).stream()).findFirst();
    }

    private Optional<Instant> in(ProbeInput input) {
        Optional<Instant> early = beginning(input).flatMap(this::read);
        return early.isPresent() || !input.canBeReadAgain()
                ? early
                : first(Sources.allOf(List.of(input), options, limits).others());
    }

    private static Optional<ProbeInput> beginning(ProbeInput input) {
        try {
            String unpacked = input.name().replaceFirst("\\.(gz|zst)$", "");
            return Optional.of(ProbeInput.of(unpacked, new ByteArrayInputStream(input.head())));
        } catch (IOException | ScanRefusal unusable) {
            return Optional.empty();
        }
    }

    private Optional<Instant> read(ProbeInput input) {
        Sources sources = Sources.of(List.of(input), options, limits);
        return FirstTime.find(sources.own(), limits).or(() -> first(sources.others()));
    }

    private static Optional<Instant> first(List<MeasurementSource> sources) {
        return sources.stream().flatMap(source -> first(source).stream()).findFirst();
    }

    private static Optional<Instant> first(MeasurementSource source) {
        try {
            source.read(new UntilFirst());
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.time());
        } catch (ScanRefusal refusal) {
            return Optional.empty();
        }
    }

    /** Ends reading at the first measurement. */
    private static final class UntilFirst implements MeasurementSink {
        @Override
        public void take(Measurement measurement) {
            throw new Found(Instant.ofEpochMilli(measurement.epochMillis()));
        }

        @Override
        public void reject(Problem problem) {
            // The scan will say so.
        }

        @Override
        public void advance(long bytes) {
            // Nobody waits for this.
        }
    }

    /** Carries the time out of a source. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Instant time;

        Found(Instant time) {
            super("found", null, false, false);
            this.time = time;
        }

        Instant time() {
            return time;
        }
    }
}
