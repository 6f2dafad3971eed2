package org.ausfall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.ausfall.core.simulation.Workers;
import org.jspecify.annotations.Nullable;

/** Carries out independent tasks on several threads, which live only as long as the call. */
final class ThreadWorkers implements Workers {
    private final int threads;
    private final Progress progress;

    ThreadWorkers(int threads, Progress progress) {
        this.threads = threads;
        this.progress = progress;
    }

    @Override
    public void run(int tasks, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        progress.start(tasks);
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < tasks && failure.get() == null; i = next.getAndIncrement()) {
                try {
                    task.accept(i);
                    progress.advance();
                } catch (RuntimeException | Error thrown) {
                    failure.compareAndSet(null, thrown);
                }
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, tasks); i++) {
            Thread other = new Thread(worker, "ausfall-" + i);
            other.start();
            others.add(other);
        }
        worker.run();
        others.forEach(ThreadWorkers::join);
        progress.stop();
        rethrow(failure.get());
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }
}
