package org.ausfall.ingest.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/**
 * Hands out the inputs block by block, one caller at a time: reading ahead in order is what disks, pipes and decompressors do
 * best, and it takes a fraction of the time that the rows take.
 */
final class BlockSource {
    private final Deque<ProbeInput> waiting;
    private final ScanLimits limits;
    private final int blockSize;
    private final ScanProgress listener;
    private final long totalBytes;
    private final List<OpenFile> opened = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<OpenFile> current = Optional.empty();
    private long blocks;
    private long closedBytes;

    BlockSource(List<ProbeInput> inputs, ScanLimits limits, int blockSize, ScanProgress listener) {
        this.waiting = new ArrayDeque<>(inputs);
        this.limits = limits;
        this.blockSize = blockSize;
        this.listener = listener;
        boolean known = inputs.stream().allMatch(input -> input.bytes() >= 0);
        this.totalBytes = known ? inputs.stream().mapToLong(ProbeInput::bytes).sum() : ProbeInput.UNKNOWN_SIZE;
    }

    /** Fills the block with the next rows; false if there are none left. */
    synchronized boolean next(Block block) {
        while (current.isPresent() || !waiting.isEmpty()) {
            if (current.isEmpty()) {
                current = open(waiting.remove());
                continue;
            }
            OpenFile file = current.get();
            int end = file.fill(block, blockSize);
            if (end > 0) {
                block.finish(file.progress(), blocks++, end);
                listener.read(closedBytes + file.fingerprint().bytes(), totalBytes);
                return true;
            }
            close(file);
        }
        return false;
    }

    /** Hands out nothing more. */
    synchronized void stop() {
        waiting.clear();
        current.ifPresent(this::close);
    }

    private Optional<OpenFile> open(ProbeInput input) {
        try {
            OpenFile file = OpenFile.open(input, limits);
            opened.add(file);
            return Optional.of(file);
        } catch (NoSuchFileException missing) {
            problems.add(Problem.file(Place.of(input.name()), "", Reason.MISSING_FILE, "there is no such file"));
        } catch (IOException broken) {
            problems.add(Problem.file(
                    Place.of(input.name()), "", Reason.UNREADABLE_FILE, "cannot be read: " + broken.getMessage()));
        } catch (ScanRefusal badHeader) {
            problems.add(badHeader.problem());
        }
        return Optional.empty();
    }

    private void close(OpenFile file) {
        file.damage().ifPresent(problems::add);
        closedBytes += file.fingerprint().bytes();
        current = Optional.empty();
        try {
            file.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The files whose header could be read, in input order. */
    List<OpenFile> opened() {
        return opened;
    }

    /** What is wrong with files as a whole, in input order. */
    List<Problem> problems() {
        return problems;
    }
}
