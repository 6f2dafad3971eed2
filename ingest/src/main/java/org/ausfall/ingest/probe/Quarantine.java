package org.ausfall.ingest.probe;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/**
 * Puts the bad rows of all workers into the order of the input and gives them their line numbers, which are known as soon as all
 * blocks before have been counted. Bounded: a worker too far ahead waits.
 */
final class Quarantine {
    /** So many blocks may wait for a slower one before them. */
    private static final int MOST_WAITING = 64;

    private static final int SAMPLES_PER_REASON = 20;

    private final Lock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Consumer<Problem> sink;
    private final Map<Long, Part> waiting = new HashMap<>();
    private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
    private final List<Problem> sample = new ArrayList<>();
    private long next;
    private boolean aborted;

    Quarantine(Consumer<Problem> sink) {
        this.sink = sink;
    }

    /** A bad row, by the number of lines between the start of its part and its own first line. */
    record Located(long lineInPart, Fault fault) {}

    /** What a worker met in a block, or in a piece of one. */
    record Part(FileProgress file, BlockTally tally, List<Located> faults) {}

    /** Takes the last, or only, part of a block. */
    void finish(long block, Part part) {
        lock.lock();
        try {
            while (block != next && waiting.size() >= MOST_WAITING && !aborted) {
                moved.awaitUninterruptibly();
            }
            waiting.put(block, part);
            for (Optional<Part> due = due(); due.isPresent(); due = due()) {
                deliver(due.get());
                next++;
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Part> due() {
        return Optional.ofNullable(waiting.remove(next));
    }

    /** Takes a part of a block that is not the last one; returns when all blocks before have been taken. */
    void pass(long block, Part part) {
        lock.lock();
        try {
            while (block != next && !aborted) {
                moved.awaitUninterruptibly();
            }
            deliver(part);
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody wait any longer, because a worker has failed. */
    void abort() {
        lock.lock();
        try {
            aborted = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void deliver(Part part) {
        for (Located located : part.faults()) {
            take(located.fault().at(part.file().name, part.file().nextLine() + located.lineInPart()));
        }
        part.file().add(part.tally());
    }

    /** Takes a problem whose place is known; once workers run, under the lock. */
    void take(Problem problem) {
        long count = counts.merge(problem.reason(), 1L, Long::sum);
        if (count <= SAMPLES_PER_REASON) {
            sample.add(problem);
        }
        sink.accept(problem);
    }

    /** How many problems there were of each kind. */
    Map<Reason, Long> counts() {
        return counts;
    }

    /** The first few problems of each kind, in input order. */
    List<Problem> sample() {
        return sample;
    }
}
