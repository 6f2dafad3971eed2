package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sample of each format, which stands in its page, is recognized and read into exactly what is kept beside this test. After a
 * change that is meant: {@code mvn -pl core,ingest test -Dtest=SampleTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden=write}.
 */
class SampleTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/ausfall/ingest/format/golden");
    private static final Set<String> LOCAL_TIMES = Set.of("catchpoint", "webpagetest");

    static List<Descriptor> formats() {
        return Formats.shipped().all();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void sample_isRecognizedAndReadIntoTheGoldenRows(Descriptor format) throws IOException {
        Converted read = Converted.of(
                format.page().sample(), LOCAL_TIMES.contains(format.id()) ? Converted.UTC : ReadOptions.NONE);

        assertThat(read.problems()).isEmpty();
        assertThat(read.file().format()).isEqualTo(format.id());
        String found = String.join("\n", read.rows()) + "\n# " + read.file().sentence() + "\n";
        Path golden = GOLDEN.resolve(format.id() + ".csv");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, found);
        }
        assertThat(found).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyRow_isGoodOrBadOrSkipped(Descriptor format) {
        ReadAs read = Converted.of(format.page().sample(), Converted.UTC).file();

        assertThat(read.rows())
                .isPositive()
                .isEqualTo(read.good()
                        + read.bad()
                        + read.skipped().values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
    }
}
