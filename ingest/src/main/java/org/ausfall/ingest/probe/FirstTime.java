package org.ausfall.ingest.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The time of the first row that can be read, which is about when measurements begin, before they are scanned. It looks at the
 * beginnings of the inputs in their order, so it is the same whatever the threads; the scan still starts at the first row.
 */
public final class FirstTime {
    private final ScanLimits limits;

    private FirstTime(ScanLimits limits) {
        this.limits = limits;
    }

    /** The time; empty if the beginning of no input holds a good row. What is wrong with inputs is for the scan to say. */
    public static Optional<Instant> find(List<ProbeInput> inputs, ScanLimits limits) {
        FirstTime look = new FirstTime(limits);
        return inputs.stream().flatMap(input -> look.in(input).stream()).findFirst();
    }

    private Optional<Instant> in(ProbeInput input) {
        try {
            byte[] head = input.head();
            OpenFile file = OpenFile.open(ProbeInput.of("head", new ByteArrayInputStream(head)), limits);
            Block block = new Block(file.progress());
            return first(block, file.fill(block, head.length));
        } catch (IOException | ScanRefusal unusable) {
            return Optional.empty();
        }
    }

    private Optional<Instant> first(Block block, int end) {
        Header header = block.file().header;
        StrictRow row = new StrictRow(header, limits);
        StrictValues values = new StrictValues(header);
        for (int p = 0; p < end; p = row.end()) {
            boolean whole = row.read(block.bytes(), p, end).isEmpty()
                    && row.fields().size() == header.names().size();
            if (whole && values.read(row.fields()).isEmpty()) {
                return Optional.of(Instant.ofEpochMilli(values.millis()));
            }
        }
        return Optional.empty();
    }
}
