package org.ausfall.cli.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneJarTest {
    @TempDir
    Path folder;

    private Path jar(String name, Map<String, String> attributes, Map<String, String> entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach(manifest.getMainAttributes()::putValue);
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static String read(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getJarEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void severalJars_becomeOne() throws IOException {
        Path first = jar(
                "first.jar",
                Map.of("Implementation-Title", "Ausfall cli", "Implementation-Version", "7"),
                Map.of("a.txt", "first", "META-INF/services/S", "one", "META-INF/LICENSE", "words"));
        Path second = jar(
                "second.jar",
                Map.of("Multi-Release", "true", "Implementation-Version", "8"),
                Map.of(
                        "a.txt", "second",
                        "b.txt", "for all",
                        "META-INF/services/S", "two",
                        "META-INF/versions/11/b.txt", "for 11",
                        "META-INF/versions/99/b.txt", "for 99"));
        Path out = folder.resolve("out.jar");

        OneJar.main(new String[] {out.toString(), first.toString(), second.toString()});

        try (JarFile jar = new JarFile(out.toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .containsExactly("META-INF/MANIFEST.MF", "META-INF/services/S", "a.txt", "b.txt");
            assertThat(read(jar, "a.txt")).isEqualTo("first");
            assertThat(read(jar, "b.txt")).isEqualTo("for 11");
            assertThat(read(jar, "META-INF/services/S")).isEqualTo("one\ntwo");
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .isEqualTo("7");
        }
    }

    @Test
    void madeTwice_hasTheSameBytesAndTime() throws IOException {
        Path jar = jar("a.jar", Map.of(), Map.of("a.txt", "first"));
        FileTime time = FileTime.fromMillis(1_500_000_000_000L);
        Files.setLastModifiedTime(jar, time);
        Path once = folder.resolve("once.jar");
        Path again = folder.resolve("again.jar");

        OneJar.write(once, List.of(jar));
        OneJar.write(again, List.of(jar));

        assertThat(again).hasSameBinaryContentAs(once);
        assertThat(Files.getLastModifiedTime(once)).isEqualTo(time);
    }
}
