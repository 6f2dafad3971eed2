package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.problem.Problem;
import org.ausfall.ingest.probe.ScanLimits;

/**
 * Any bytes, read as any format or as whatever they are taken for, give rows or problems, never an exception, and no row is lost. The
 * first byte chooses the format.
 */
class FormatsFuzzTest {
    private static final ScanLimits LIMITS = new ScanLimits(2_000, 4, 60, 1_000, 100, 1);
    private static final List<Descriptor> FORMATS = Formats.shipped().all();

    @FuzzTest(maxDuration = "500s")
    void anyBytes_giveRowsOrProblems(byte[] data) {
        if (data.length == 0) {
            return;
        }
        int choice = data[0] & 15;
        Optional<Descriptor> format = choice < FORMATS.size() ? Optional.of(FORMATS.get(choice)) : Optional.empty();
        ReadOptions options = new ReadOptions(
                format,
                Optional.of(ZoneId.of("America/New_York")),
                Optional.empty(),
                choice == 15 ? Optional.of(Unit.MS) : Optional.empty(),
                Optional.empty());
        byte[] content = Arrays.copyOfRange(data, 1, data.length);
        check(Converted.of(List.of(Converted.input("in", content)), options, LIMITS), content);
    }

    private static void check(Converted read, byte[] content) {
        if (read.refused()) {
            assertThat(read.problems()).anyMatch(problem -> problem.effect() == Problem.Effect.FILE_REFUSED);
            return;
        }
        ReadAs file = read.file();
        long bad = read.problems().stream()
                .filter(problem -> problem.effect() == Problem.Effect.ROW_REJECTED)
                .count();
        assertThat(file.bad()).isEqualTo(bad);
        assertThat(file.good() == 0 || !read.rows().isEmpty()).isTrue();
        assertThat(file.good() >= read.rows().size() || file.format().equals("catchpoint"))
                .isTrue();
        assertThat(read.problems())
                .allSatisfy(problem -> assertThat(problem.place().line()).isBetween(0L, content.length + 1L));
    }
}
