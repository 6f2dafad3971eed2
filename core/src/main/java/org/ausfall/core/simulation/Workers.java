package org.ausfall.core.simulation;

import java.util.function.IntConsumer;

/** How independent tasks are carried out. The core creates no threads; a caller who has some passes them in here. */
@FunctionalInterface
public interface Workers {
    /** One task after the other. */
    Workers SERIAL = (tasks, task) -> {
        for (int i = 0; i < tasks; i++) {
            task.accept(i);
        }
    };

    /**
     * Carries out {@code task} once for each number from 0 to {@code tasks - 1}, in any order and on any thread, and returns when
     * all are done. What a task throws is thrown on.
     */
    void run(int tasks, IntConsumer task);
}
