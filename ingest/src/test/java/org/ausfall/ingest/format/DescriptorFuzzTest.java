package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.ausfall.core.problem.Checked;
import org.ausfall.ingest.text.SourceFile;

/** Any text read as a descriptor gives one or problems, never an exception. */
class DescriptorFuzzTest {
    @FuzzTest(maxDuration = "100s")
    void anyText_givesADescriptorOrProblems(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        Checked<Descriptor> read = DescriptorYaml.read(new SourceFile("in.yaml", text, "", data.length));

        assertThat(read.value().isPresent() || !read.problems().isEmpty()).isTrue();
        read.value()
                .ifPresent(
                        descriptor -> assertThat(FormatPages.page(descriptor)).isNotEmpty());
    }
}
