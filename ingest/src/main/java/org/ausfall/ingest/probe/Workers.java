package org.ausfall.ingest.probe;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Runs workers side by side to the end, or to the first failure. */
final class Workers {
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Runnable onFailure;

    private Workers(Runnable onFailure) {
        this.onFailure = onFailure;
    }

    /** Runs all, one thread each; after a failure, which is thrown here, lets the others know. */
    static void run(List<? extends Runnable> workers, Runnable onFailure) {
        new Workers(onFailure).runAll(workers);
    }

    private void runAll(List<? extends Runnable> workers) {
        List<Thread> threads =
                workers.stream().map(worker -> new Thread(() -> guard(worker))).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            join(thread);
        }
        Optional<Throwable> failed = failures.stream().findFirst();
        if (failed.isPresent()) {
            throw unwrapped(failed.get());
        }
    }

    private void guard(Runnable worker) {
        try {
            worker.run();
        } catch (RuntimeException | Error failed) {
            failures.add(failed);
            onFailure.run();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", interrupted);
        }
    }

    /** A failure of another thread as one to throw here. */
    static RuntimeException unwrapped(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
