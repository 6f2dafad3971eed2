package org.ausfall.ingest.csv;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The words a column may hold and what they stand for, in a fixed order.
 *
 * @param <E> what a word stands for
 */
final class Codes<E> {
    private final Map<String, E> byCode = new LinkedHashMap<>();

    private Codes() {}

    /** The values, each under its code. */
    static <E> Codes<E> of(E[] values, Function<E, String> code) {
        Codes<E> codes = new Codes<>();
        for (E value : values) {
            codes.byCode.put(code.apply(value), value);
        }
        return codes;
    }

    /** Words that stand for themselves. */
    static Codes<String> of(String... words) {
        return of(words, Function.identity());
    }

    Optional<E> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The words, in order. */
    Set<String> words() {
        return Collections.unmodifiableSet(byCode.keySet());
    }

    /** The words, to be shown in a sentence. */
    @Override
    public String toString() {
        return String.join(", ", byCode.keySet());
    }
}
