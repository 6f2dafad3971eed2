package org.ausfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ausfall.core.problem.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationTest {
    private static final long SEED = 54;
    private static final int MUTATIONS = 2_000;
    private static final byte[] SPECIAL =
            "\"\",,\n\r;:-0.9eE%{}[]&*#| \t\0\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    private Path root;

    @Test
    void damagedFiles_giveProblemsAndNeverCrash() {
        Folders folders = Folders.valid(root);
        List<Map.Entry<String, String>> files = List.copyOf(Folders.texts().entrySet());
        for (int i = 0; i < MUTATIONS; i++) {
            Random random = new Random(SEED + i);
            String file = files.get(i % files.size()).getKey();
            byte[] valid = files.get(i % files.size()).getValue().getBytes(StandardCharsets.UTF_8);
            folders.write(file, mutated(valid, random));
            Checked<Input> input = read(folders, file, SEED + i);
            assertThat(input.value().isPresent() || !input.problems().isEmpty()).isTrue();
            folders.write(file, valid);
        }
    }

    private static Checked<Input> read(Folders folders, String file, long seed) {
        try {
            return folders.directory().read(BadRowLimit.parse("100%"));
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + ", " + file + ":\n" + folders.text(file), e);
        }
    }

    private static byte[] mutated(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        for (int changes = 1 + random.nextInt(8); changes > 0 && bytes.length > 1; changes--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> with(bytes, at, (byte) random.nextInt(256));
            case 1 -> with(bytes, at, SPECIAL[random.nextInt(SPECIAL.length)]);
            case 2 -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
            case 3 -> without(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(20)));
            default -> twice(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(80)));
        };
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] without(byte[] bytes, int from, int to) {
        byte[] rest = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    private static byte[] twice(byte[] bytes, int from, int to) {
        byte[] more = Arrays.copyOf(bytes, bytes.length + (to - from));
        System.arraycopy(bytes, from, more, to, bytes.length - from);
        return more;
    }
}
