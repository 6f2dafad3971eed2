package org.ausfall.cli.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class PlainLambdasTest {
    private static final String NAME = "org/ausfall/cli/start/Lambdas";

    /** Those with all their nest. */
    private static SortedMap<String, byte[]> classes() throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (String part : List.of("", "$Greeting", "$Pair", "$Wide", "$1")) {
            try (InputStream in = PlainLambdasTest.class.getResourceAsStream("/" + NAME + part + ".class")) {
                classes.put(NAME + part, in.readAllBytes());
            }
        }
        return classes;
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(PlainLambdasTest.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/'));
            Class<?> loaded = findLoadedClass(name);
            if (bytes == null || loaded != null) {
                return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    @Test
    void lambdasAsClasses_answerTheSame() throws Exception {
        Class<?> plain = new Loader(PlainLambdas.in(classes())).loadClass(NAME.replace('/', '.'));

        Object answers = ((Callable<?>) plain.getDeclaredConstructor().newInstance()).call();

        assertThat(answers).isEqualTo(new Lambdas().call());
    }

    @Test
    void lambdas_areClassesOfTheSameNest() throws IOException {
        SortedMap<String, byte[]> before = classes();
        SortedMap<String, byte[]> after = PlainLambdas.in(before);

        assertThat(after.keySet()).containsAll(before.keySet()).contains(NAME + "$$L0", NAME + "$Pair$$L0");
        assertThat(text(after.getOrDefault(NAME, new byte[0]))).contains(NAME + "$Pair$$L0");
        assertThat(text(after.getOrDefault(NAME + "$Pair", new byte[0]))).doesNotContain("LambdaMetafactory");
    }

    @Test
    void aClassWithoutLambdas_staysAsItIs() throws IOException {
        SortedMap<String, byte[]> before = classes();

        assertThat(PlainLambdas.in(before).get(NAME + "$Wide")).isSameAs(before.get(NAME + "$Wide"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
