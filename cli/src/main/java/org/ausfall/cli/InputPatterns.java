package org.ausfall.cli;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ausfall.ingest.probe.ProbeInput;

/** The inputs that words of the command line name: files, patterns with {@code *} or {@code ?}, and {@code -} for standard input. */
final class InputPatterns {
    private InputPatterns() {}

    static List<ProbeInput> inputs(List<String> words, InputStream standardInput) {
        List<ProbeInput> inputs = new ArrayList<>();
        for (String word : words) {
            if (word.equals("-")) {
                inputs.add(ProbeInput.of("-", standardInput));
            } else {
                inputs.addAll(ProbeInput.matching(word));
            }
        }
        return inputs;
    }

    /** The first pattern that names no file. */
    static Optional<String> unmatched(List<String> words) {
        return words.stream().filter(InputPatterns::matchesNothing).findFirst();
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
}
