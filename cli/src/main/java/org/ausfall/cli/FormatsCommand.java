package org.ausfall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ausfall.ingest.format.Descriptor;
import org.ausfall.ingest.format.FormatPages;
import org.ausfall.ingest.format.Formats;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code ausfall formats}: which formats of measurements can be read. */
final class FormatsCommand implements Subcommand {
    private final Surroundings surroundings;

    private final Given<String> name = Given.of(
            String.class,
            PositionalParamSpec.builder().paramLabel("NAME").arity("0..1").description("The format to explain."));

    private final Given<Path> pages = Given.of(
            Path.class,
            OptionSpec.builder("--pages")
                    .paramLabel("DIR")
                    .description("Write a page a format into this folder, as docs/formats has them."));

    private final CommandSpec spec;

    FormatsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        spec = Usage.of(
                this,
                "formats",
                List.of(
                        "Lists the formats of measurements that can be read, with how they are recognized and a sample;",
                        "with a name, everything about that format."),
                List.of("", "Examples:", "  ausfall formats", "  ausfall formats k6"),
                name,
                pages);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        List<Descriptor> formats = Formats.shipped().all();
        if (pages.find().isPresent()) {
            write(pages.value(), FormatPages.all(formats));
        } else if (name.find().isEmpty()) {
            surroundings.out().print(FormatPages.list(formats));
        } else {
            surroundings.out().print(FormatPages.page(named(name.value())));
        }
        return Exit.OK;
    }

    private Descriptor named(String id) {
        return Formats.shipped()
                .find(id)
                .orElseThrow(() -> Usage.mistake(
                        spec, "there is no format '" + id + "'; one of " + String.join(", ", Formats.ids())));
    }

    private static void write(Path folder, Map<String, String> pages) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue(), StandardCharsets.UTF_8);
        }
    }
}
