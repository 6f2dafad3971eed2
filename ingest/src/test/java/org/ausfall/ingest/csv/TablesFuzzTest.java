package org.ausfall.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ausfall.core.problem.Problem;
import org.ausfall.ingest.text.Caps;
import org.ausfall.ingest.text.SourceFile;

/** Any text read as any kind of table gives rows or problems, never an exception. The first byte chooses the kind of table. */
class TablesFuzzTest {
    private static final Caps CAPS = new Caps(1 << 20, 1_000, 20, 200, 100);
    private static final Listing ANY =
            new Listing("other.csv", new TreeSet<>(Set.of("a", "shop-a", "goods")), new TreeSet<>(Set.of("b")), true);
    private static final List<CsvSchema<?>> SCHEMAS = List.of(
            new BeliefsCsv(),
            new ProfilesCsv(),
            new ResponseCsv(),
            new SectorsCsv(ANY, ANY, ANY),
            new CompaniesCsv(ANY),
            new RetailersCsv(ANY),
            new SlowdownsCsv(ANY, Optional.empty()),
            new PublishedCsv());

    @FuzzTest(maxDuration = "200s")
    void anyText_givesRowsOrProblems(byte[] data) {
        if (data.length == 0) {
            return;
        }
        String text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
        SourceFile file = new SourceFile("in.csv", text, "0".repeat(64), data.length);
        check(CsvTable.read(file, SCHEMAS.get(data[0] & 7), CAPS), text);
        ProfilesCsv.profiles(CsvTable.read(file, new ProfilesCsv(), CAPS));
        ResponseCsv.curves(CsvTable.read(file, new ResponseCsv(), CAPS));
    }

    private static void check(CsvTable<?> table, String text) {
        long lines = 1 + text.chars().filter(c -> c == '\n' || c == '\r').count();
        assertThat(table.rowsRead()).isBetween((long) table.entries().size(), lines);
        assertThat(table.rowsRejected() == 0 || !table.problems().isEmpty()).isTrue();
        assertThat(table.problems().stream().map(Problem::place))
                .allSatisfy(place -> assertThat(place.line()).isBetween(0L, lines + 1));
    }
}
