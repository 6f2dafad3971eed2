package org.ausfall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.ausfall.report.html.HtmlReport;
import org.junit.jupiter.api.Test;

class PageSizeTest {
    @Test
    void eventOfTheFoundingSize_staysSmall() throws IOException {
        String html = HtmlReport.render(LargeSample.findings());
        // Kept for people who want to look at it.
        Files.writeString(Path.of("target", "large-sample.html"), html);
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(300_000);
        assertThat(Pattern.compile("<[a-zA-Z]").matcher(html).results().count()).isLessThan(8_000);
    }
}
