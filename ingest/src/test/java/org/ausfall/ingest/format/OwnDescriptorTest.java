package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.text.SourceFile;
import org.junit.jupiter.api.Test;

/** What users write themselves: the example of the page about it, and mistakes in it. */
class OwnDescriptorTest {
    private static final Path PAGE = Path.of("../docs/formats/own-descriptor.md");
    private static final Pattern BLOCK = Pattern.compile("```(csv|yaml)\n(.*?)```", Pattern.DOTALL);

    private static List<String> blocks() throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            blocks.add(block.group(2));
        }
        return blocks;
    }

    private static Checked<Descriptor> parsed(String yaml) {
        return DescriptorYaml.read(new SourceFile("acme.yaml", yaml, "", yaml.length()));
    }

    private static ReadOptions options(Descriptor format) {
        return new ReadOptions(
                Optional.of(format), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void exampleOfThePage_doesWhatThePageSays() throws IOException {
        List<String> blocks = blocks();
        Checked<Descriptor> acme = parsed(blocks.get(1));

        assertThat(acme.problems()).isEmpty();
        Converted read = Converted.of(blocks.get(0), options(acme.value().orElseThrow()));
        assertThat(read.problems()).isEmpty();
        assertThat("timestamp,site,location,duration_ms,status,outcome,kind,weight\n" + String.join("\n", read.rows())
                        + "\n")
                .isEqualTo(blocks.get(2));
        assertThat(read.file().skipped()).containsEntry("announced maintenance", 1L);
    }

    private static Checked<Descriptor> withPreamble(int lines) {
        return parsed("id: deep\ntitle: Deep\nrecognize: {header: [When, Page, Took], preamble: " + lines
                + "}\ntime: {columns: [When]}\nsite: [{column: Page}]\nkind: page_load\n"
                + "durations: {page_load: {column: Took, unit: ms}}\n");
    }

    @Test
    void deepestPreambleThatMayBeDeclared_isPassedOver() {
        Descriptor deep = withPreamble(50).value().orElseThrow();
        String rows = "When,Page,Took\n2017-02-28T17:37:12Z,a,5\n";

        assertThat(Converted.of("about,the,chart\n".repeat(50) + rows, options(deep))
                        .rows())
                .hasSize(1);
        assertThat(Converted.of("about,the,chart\n".repeat(51) + rows, options(deep))
                        .problems())
                .singleElement()
                .asString()
                .contains("its header must name When, Page, Took, with at most 50 lines before it");
    }

    @Test
    void deeperPreamble_isRefusedInTheDescriptor() {
        assertThat(withPreamble(51).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().column()).isEqualTo("recognize.preamble");
            assertThat(problem.toString()).contains("at most 50");
        });
    }

    @Test
    void mistakes_areShownWithTheirLineAndKey() {
        Checked<Descriptor> wrong = parsed("""
                id: acme
                title: Acme
                shape: cube
                time: {columns: [When], patterns: [qqqqqqq], zone: Mars/Olympus}
                site: [{column: A, part: soul}]
                durations: {page_load: {column: T, unit: fortnight}}
                rules: [{column: E, matches: "(", then: skip}, {column: E, is: x, then: explode}]
                weight: {available: U}
                delimeters: [";"]
                """);

        assertThat(wrong.value()).isEmpty();
        assertThat(wrong.problems().stream()
                        .map(problem ->
                                problem.place().line() + " " + problem.place().column()))
                .contains(
                        "3 shape",
                        "4 time.patterns",
                        "4 time.zone",
                        "5 site[0].part",
                        "6 durations.page_load.unit",
                        "7 rules[0].matches",
                        "7 rules[1].then",
                        "8 weight.count",
                        "9 delimeters");
    }

    @Test
    void keysThatAreNeeded_areNamed() {
        assertThat(parsed("id: a\ntitle: A\n").problems())
                .extracting(Problem::reason)
                .contains(Reason.MISSING_COLUMN)
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void withoutRecognition_theFirstLineIsTheHeader() {
        Descriptor format = parsed("""
                id: a
                title: A
                time: {columns: [t]}
                site: [{column: s}]
                durations: {check: {column: d, unit: cell}}
                """).value().orElseThrow();

        assertThat(Converted.of("t,s,d\n1488303432,a,5 ms\n", options(format)).rows())
                .containsExactly("2017-02-28T17:37:12.000Z,a,-,5.000,,ok,,1");
    }
}
