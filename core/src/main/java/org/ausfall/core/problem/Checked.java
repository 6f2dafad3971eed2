package org.ausfall.core.problem;

import java.util.List;
import java.util.Optional;

/**
 * What could be read, and what was wrong. A value may come with problems; without a value there is at least one problem.
 *
 * @param value what could be read, if the input could be used at all
 * @param problems what was wrong, in input order
 */
public record Checked<T>(Optional<T> value, List<Problem> problems) {
    /** Copies the problems and checks that an absent value is explained. */
    public Checked {
        problems = List.copyOf(problems);
        if (value.isEmpty() && problems.isEmpty()) {
            throw new IllegalArgumentException("nothing was read and nothing says why");
        }
    }

    /** A value, with whatever problems were met on the way. */
    public static <T> Checked<T> of(T value, List<Problem> problems) {
        return new Checked<>(Optional.of(value), problems);
    }

    /** No value, because of these problems. */
    public static <T> Checked<T> refused(List<Problem> problems) {
        return new Checked<>(Optional.empty(), problems);
    }
}
