package org.ausfall.cli.start;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipFile;

/**
 * Makes one jar of several, for the Java that runs this: of classes with versions for several Javas it takes the one for this Java. Where
 * jars have an entry of the same name the first is taken; lists of services are joined. What describes the single jars is left out.
 */
public final class OneJar {
    private static final String SERVICES = "META-INF/services/";
    private static final String CLASS = ".class";
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final SortedMap<String, byte[]> classes = new TreeMap<>();
    private final SortedMap<String, byte[]> others = new TreeMap<>();
    private final Manifest manifest = new Manifest();

    private OneJar() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /** Takes the jar to write, and after it the jars to put into it. */
    public static void main(String[] arguments) throws IOException {
        write(
                Path.of(arguments[0]),
                Arrays.stream(arguments).skip(1).map(Path::of).toList());
    }

    /**
     * Writes one jar of these. It has the same bytes each time, and the time of the newest: an archive of classes asks for both, so that
     * it still fits if two starts at once write it.
     */
    static void write(Path out, List<Path> jars) throws IOException {
        OneJar all = new OneJar();
        FileTime newest = FileTime.fromMillis(0);
        for (Path jar : jars) {
            all.add(jar.toFile());
            FileTime time = Files.getLastModifiedTime(jar);
            newest = time.compareTo(newest) > 0 ? time : newest;
        }
        all.write(out);
        Files.setLastModifiedTime(out, newest);
    }

    private void add(File jar) throws IOException {
        try (JarFile file = new JarFile(jar, false, ZipFile.OPEN_READ, Runtime.version())) {
            keepVersion(file.getManifest());
            List<JarEntry> entries = new ArrayList<>();
            file.versionedStream().forEach(entries::add);
            for (JarEntry entry : entries) {
                try (InputStream in = file.getInputStream(entry)) {
                    add(entry.getName(), in.readAllBytes());
                }
            }
        }
    }

    /** The program asks its package for its version. */
    private void keepVersion(Manifest single) {
        if (single != null && "Ausfall cli".equals(single.getMainAttributes().getValue("Implementation-Title"))) {
            manifest.getMainAttributes().putAll(single.getMainAttributes());
        }
    }

    private void add(String name, byte[] bytes) {
        if (name.startsWith(SERVICES) && !name.endsWith("/")) {
            others.merge(name, bytes, OneJar::joined);
        } else if (name.startsWith("META-INF/") || name.equals("module-info.class") || name.endsWith("/")) {
            return;
        } else if (name.endsWith(CLASS)) {
            classes.putIfAbsent(name.substring(0, name.length() - CLASS.length()), bytes);
        } else {
            others.putIfAbsent(name, bytes);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.write('\n');
        both.writeBytes(second);
        return both.toByteArray();
    }

    private void write(Path out) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out));
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.setLevel(Deflater.BEST_SPEED);
            put(jar, JarFile.MANIFEST_NAME, manifestBytes());
            for (Map.Entry<String, byte[]> entry : PlainLambdas.in(classes).entrySet()) {
                put(jar, entry.getKey() + CLASS, entry.getValue());
            }
            for (Map.Entry<String, byte[]> entry : others.entrySet()) {
                put(jar, entry.getKey(), entry.getValue());
            }
        }
    }

    private byte[] manifestBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(ALWAYS);
        jar.putNextEntry(entry);
        jar.write(bytes);
        jar.closeEntry();
    }
}
