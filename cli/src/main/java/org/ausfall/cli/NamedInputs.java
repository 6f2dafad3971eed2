package org.ausfall.cli;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ausfall.ingest.probe.ProbeInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Raw measurements as named on the command line; the same parameter for every command that reads them. */
final class NamedInputs implements Takes {
    private final Given<List<String>> names = Given.listOf(
            String.class,
            PositionalParamSpec.builder()
                    .paramLabel("FILE")
                    .arity("1..*")
                    .required(true)
                    .description(
                            "Measurements: a file, plain, .gz or .zst; a pattern with * or ?; - for standard input."));

    @Override
    public void addTo(CommandSpec command) {
        names.addTo(command);
    }

    /** The names as given. */
    List<String> names() {
        return names.value();
    }

    /** Says which name no file matches, and whether there is one. */
    boolean tellMissing(Surroundings surroundings) {
        Optional<String> missing =
                names().stream().filter(NamedInputs::matchesNothing).findFirst();
        missing.ifPresent(name -> surroundings.say("no file matches " + name));
        return missing.isPresent();
    }

    private static boolean matchesNothing(String pattern) {
        if (!pattern.matches(".*[*?].*")) {
            return false;
        }
        try {
            List<ProbeInput> found = ProbeInput.matching(pattern);
            return found.size() == 1 && Files.notExists(Path.of(found.get(0).name()));
        } catch (UncheckedIOException noFolder) {
            return true;
        }
    }

    /** The inputs, in the order of the names. */
    List<ProbeInput> open(InputStream standardInput) {
        List<ProbeInput> inputs = new ArrayList<>();
        for (String file : names()) {
            if (file.equals("-")) {
                inputs.add(ProbeInput.of("-", standardInput));
            } else {
                inputs.addAll(ProbeInput.matching(file));
            }
        }
        return inputs;
    }
}
