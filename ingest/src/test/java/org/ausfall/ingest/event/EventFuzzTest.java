package org.ausfall.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.ausfall.core.problem.Checked;
import org.ausfall.ingest.text.SourceFile;

/** Any text read as an event gives an event or says why not, never an exception. */
class EventFuzzTest {
    @FuzzTest(maxDuration = "200s")
    void anyText_givesAnEventOrProblems(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        SourceFile file = new SourceFile("event.yaml", text, "0".repeat(64), data.length);
        check(EventYaml.read(file, sector -> !sector.startsWith("x")));
        check(ReconstructionYaml.read(file));
    }

    private static void check(Checked<?> checked) {
        assertThat(checked.value().isPresent() || !checked.problems().isEmpty()).isTrue();
    }
}
