package org.ausfall.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.problem.Checked;
import org.ausfall.ingest.text.Caps;
import org.ausfall.ingest.text.SourceFile;

/** The formats that are known without being described, in the order in which they are listed. */
public final class Formats {
    /** The own CSV. */
    public static final String OWN = "ausfall-csv";

    private static final List<String> IDS = List.of(
            OWN,
            "prometheus",
            "grafana-wide",
            "grafana-long",
            "jmeter",
            "k6",
            "uptime-kuma",
            "upptime",
            "catchpoint",
            "webpagetest");

    private final List<Descriptor> descriptors;

    private Formats(List<Descriptor> descriptors) {
        this.descriptors = List.copyOf(descriptors);
    }

    /** Read once: reading ten descriptors takes longer than reading many a file. */
    private static final class Shipped {
        private static final Formats ALL = read();

        private Shipped() {}
    }

    /** The formats whose descriptors come with the program. */
    public static Formats shipped() {
        return Shipped.ALL;
    }

    private static Formats read() {
        List<Descriptor> descriptors = new ArrayList<>();
        for (String id : IDS) {
            SourceFile file = new SourceFile(id + ".yaml", text(id), "", 0);
            Checked<Descriptor> read = DescriptorYaml.read(file);
            descriptors.add(read.value()
                    .orElseThrow(() -> new IllegalStateException(
                            "a descriptor that comes with the program is wrong: " + read.problems())));
        }
        return new Formats(descriptors);
    }

    private static String text(String id) {
        try (InputStream in = Formats.class.getResourceAsStream(id + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("no descriptor " + id);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them. */
    public List<Descriptor> all() {
        return descriptors;
    }

    /** The ids of all of them. */
    public static List<String> ids() {
        return IDS;
    }

    /** The format with that id. */
    public Optional<Descriptor> find(String id) {
        return descriptors.stream()
                .filter(descriptor -> descriptor.id().equals(id))
                .findFirst();
    }

    /** The own CSV, with the columns that only other formats need. */
    Descriptor own() {
        return find(OWN).orElseThrow();
    }

    /** Reads a format that somebody described in a file. */
    public static Checked<Descriptor> describedIn(Path file) {
        Checked<SourceFile> source = SourceFile.read(file, file.toString(), Caps.DEFAULT);
        return source.value().map(DescriptorYaml::read).orElseGet(() -> Checked.refused(source.problems()));
    }
}
