package org.ausfall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ausfall.ingest.format.Descriptor;
import org.ausfall.ingest.format.FormatPages;
import org.ausfall.ingest.format.Formats;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ausfall formats}: which formats of measurements can be read. */
@Command(
        name = "formats",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Lists the formats of measurements that can be read, with how they are recognized and a sample;",
            "with a name, everything about that format."
        },
        footer = {"", "Examples:", "  ausfall formats", "  ausfall formats k6"})
final class FormatsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The format to explain.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--pages",
            paramLabel = "DIR",
            description = "Write a page a format into this folder, as docs/formats has them.")
    private Optional<Path> pages = Optional.empty();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    FormatsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        List<Descriptor> formats = Formats.shipped().all();
        if (pages.isPresent()) {
            write(pages.get(), FormatPages.all(formats));
        } else if (name.isEmpty()) {
            surroundings.out().print(FormatPages.list(formats));
        } else {
            surroundings.out().print(FormatPages.page(named(name.get())));
        }
        return Exit.OK;
    }

    private Descriptor named(String id) {
        return Formats.shipped()
                .find(id)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        "there is no format '" + id + "'; one of " + String.join(", ", Formats.ids())));
    }

    private static void write(Path folder, Map<String, String> pages) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue(), StandardCharsets.UTF_8);
        }
    }
}
