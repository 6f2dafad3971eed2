package org.ausfall.ingest.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/**
 * Samples that found no room in memory, in a temporary file: one after the other as often as memory was full, all series in the
 * order of their numbers, and behind them where each of them starts. Only how many samples each series has stays in memory. Nothing
 * is lost or rounded, so results stay exact whatever the size of the input.
 */
final class Spill implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final List<FileChannel> file = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    /** By series: how many samples all rounds have. */
    private int[] sizes = new int[0];

    private long samples;

    /** Where the starts of so many series stand in the file, with the end of the last one behind. */
    private record Round(long startsAt, int series) {}

    /** The file is made in this folder once it is needed, and goes when it is closed. */
    Spill(Path folder) {
        this.folder = folder;
    }

    boolean isEmpty() {
        return rounds.isEmpty();
    }

    /** Writes all series of the store behind what was written before. */
    void write(SampleStore store) {
        try {
            if (file.isEmpty()) {
                file.add(open());
            }
            rounds.add(write(store, file.get(0)));
            count(store);
        } catch (IOException full) {
            throw new ScanRefusal(Problem.file(
                    Place.of(folder.toString()),
                    "",
                    Reason.TOO_LARGE,
                    "the samples do not fit into memory, and cannot be written to this folder: " + full.getMessage()));
        }
    }

    private FileChannel open() throws IOException {
        Path path = Files.createTempFile(folder, "ausfall", ".samples");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private void count(SampleStore store) {
        sizes = Arrays.copyOf(sizes, store.series());
        for (int id = 0; id < sizes.length; id++) {
            sizes[id] = Math.addExact(sizes[id], store.size(id));
            samples += store.size(id);
        }
    }

    private static Round write(SampleStore store, FileChannel to) throws IOException {
        long[] starts = new long[store.series() + 1];
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        long at = to.size();
        for (int id = 0; id < store.series(); id++) {
            starts[id] = at;
            long[] samples = new long[store.size(id)];
            store.copy(id, samples, samples.length);
            put(samples, buffer, to);
            at += (long) Long.BYTES * samples.length;
        }
        starts[store.series()] = at;
        put(starts, buffer, to);
        drain(buffer, to);
        return new Round(at, store.series());
    }

    private static void put(long[] values, ByteBuffer buffer, FileChannel to) throws IOException {
        for (long value : values) {
            if (!buffer.hasRemaining()) {
                drain(buffer, to);
            }
            buffer.putLong(value);
        }
    }

    private static void drain(ByteBuffer buffer, FileChannel to) throws IOException {
        buffer.flip();
        long end = to.size();
        while (buffer.hasRemaining()) {
            end += to.write(buffer, end);
        }
        buffer.clear();
    }

    /** How many samples were written. */
    long samples() {
        return samples;
    }

    /** How many samples of the series were written. */
    int size(int id) {
        return id < sizes.length ? sizes[id] : 0;
    }

    /** Copies the samples of a series so that they end before {@code end}. Safe on many threads at once. */
    void copy(int id, long[] into, int end) {
        int to = end;
        long[] bounds = new long[2];
        for (Round round : rounds) {
            if (id < round.series()) {
                read(round.startsAt() + (long) Long.BYTES * id, bounds, 0, 2);
                int length = (int) ((bounds[1] - bounds[0]) / Long.BYTES);
                to -= length;
                read(bounds[0], into, to, length);
            }
        }
    }

    private void read(long position, long[] into, int from, int length) {
        ByteBuffer buffer = ByteBuffer.allocate(length < BUFFER / Long.BYTES ? length * Long.BYTES : BUFFER);
        int filled = 0;
        try {
            while (filled < length) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), (long) (length - filled) * Long.BYTES));
                while (buffer.hasRemaining()) {
                    if (file.get(0).read(buffer, position + (long) filled * Long.BYTES + buffer.position()) < 0) {
                        throw new IOException("the temporary file ends too soon");
                    }
                }
                buffer.flip().asLongBuffer().get(into, from + filled, buffer.limit() / Long.BYTES);
                filled += buffer.limit() / Long.BYTES;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read back samples from " + folder, broken);
        }
    }

    @Override
    public void close() {
        try {
            for (FileChannel open : file) {
                open.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot remove temporary samples from " + folder, broken);
        }
    }
}
