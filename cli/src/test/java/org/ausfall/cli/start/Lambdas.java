package org.ausfall.cli.start;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lambdas of each kind, and what they answer. Public, because a copy of it is loaded by another loader. */
public final class Lambdas implements Callable<List<Object>> {
    private final String own;

    /** Lambdas that capture. */
    public Lambdas() {
        this.own = "own";
    }

    private String own(int times) {
        return own.repeat(times);
    }

    private static long sum(byte a, char b, short c, int d, long e, float f, double g, boolean h) {
        return a + b + c + d + e + (long) f + (long) g + (h ? 1 : 0);
    }

    private interface Greeting {
        private String word() {
            return "hello";
        }

        default String greet(String name) {
            return Optional.of(name).map(someone -> word() + " " + someone).orElseThrow();
        }
    }

    private record Pair<A extends Comparable<A>>(A first, long second) {
        A again() {
            return Optional.of(second).map(n -> first).orElseThrow();
        }
    }

    @FunctionalInterface
    private interface Wide {
        double of(short a, float b, Integer c);
    }

    private static <X> X same(X value) {
        return value;
    }

    private static double primitives(long a, double b, int c) {
        return a + 10 * b + 100 * c;
    }

    @Override
    public List<Object> call() throws Exception {
        byte b = 1;
        char c = 2;
        short s = 3;
        int i = 4;
        long l = 5;
        float f = 6;
        double d = 7;
        boolean z = true;
        LongSupplier all = () -> sum(b, c, s, i, l, f, d, z);
        Supplier<Long> boxed = all::getAsLong;
        IntFunction<String> method = this::own;
        BiFunction<Lambdas, Integer, String> unbound = Lambdas::own;
        Function<String, Integer> length = String::length;
        ToIntFunction<Integer> unboxing = Integer::intValue;
        IntToLongFunction widening = Math::abs;
        ToDoubleFunction<Integer> both = value -> value;
        ToDoubleFunction<Integer> anyNumber = Lambdas::same;
        DoubleUnaryOperator primitive = Math::sqrt;
        Supplier<List<String>> made = ArrayList::new;
        IntFunction<int[]> array = int[]::new;
        BiFunction<String, Long, Pair<String>> record = Pair::new;
        Wide wide = Lambdas::primitives;
        Map<String, Integer> counts = new TreeMap<>();
        Stream.of("a", "b", "a").forEach(word -> counts.merge(word, 1, Integer::sum));
        List<Object> dropped = new ArrayList<>();
        List.of(1, 2).forEach(dropped::add);
        Runnable effect = () -> dropped.add(3);
        effect.run();
        BooleanSupplier nested =
                () -> Stream.of(1, 2).anyMatch(n -> Stream.of(3).anyMatch(m -> m == n + 1));
        Runnable serializable = (Runnable & java.io.Serializable) () -> dropped.add("serializable");
        serializable.run();
        return Arrays.asList(
                boxed.get(),
                method.apply(2),
                unbound.apply(this, 1),
                length.apply("four"),
                unboxing.applyAsInt(9),
                widening.applyAsLong(-3),
                both.applyAsDouble(2),
                anyNumber.applyAsDouble(13),
                primitive.applyAsDouble(16),
                made.get(),
                array.apply(3).length,
                record.apply("first", 8L).again(),
                wide.of(s, 2, 3),
                counts,
                dropped,
                nested.getAsBoolean(),
                new Greeting() {}.greet("you"),
                IntStream.range(0, 3).mapToObj(n -> own + n).toList());
    }
}
