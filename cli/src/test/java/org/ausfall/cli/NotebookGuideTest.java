package org.ausfall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;

/** Runs the lines of docs/guide/notebook.md in JShell, as its reader would. */
class NotebookGuideTest {
    @Test
    void everyLineOfTheGuide_runs_andShowsTheCounts() throws IOException {
        String guide = Files.readString(Commands.HOME.resolve("docs/guide/notebook.md"));
        String code = guide.split("```java\n", 2)[1].split("```", 2)[0].replace(
                "Path.of(\"data", "Path.of(\"" + Commands.HOME + "/data");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            String rest = code;
            while (!rest.isBlank()) {
                SourceCodeAnalysis.CompletionInfo next =
                        shell.sourceCodeAnalysis().analyzeCompletion(rest);
                List<SnippetEvent> events = shell.eval(next.source());
                assertThat(events).allSatisfy(event -> {
                    assertThat(event.status()).as(next.source()).isEqualTo(Snippet.Status.VALID);
                    assertThat(event.exception()).as(next.source()).isNull();
                });
                rest = next.remaining();
            }
        } finally {
            System.setOut(console);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern(" down *\\| +3 ")
                .containsPattern(" not_affected *\\| +46 ")
                .contains("Consumer Discretionary");
    }
}
