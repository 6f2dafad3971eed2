package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages in docs/formats say what the descriptors say. After a change: {@code ./ausfall formats --pages docs/formats}. */
class FormatPagesTest {
    private static final Path PAGES = Path.of("../docs/formats");

    @Test
    void pages_areThoseOfTheDescriptors() {
        for (Map.Entry<String, String> page :
                FormatPages.all(Formats.shipped().all()).entrySet()) {
            assertThat(PAGES.resolve(page.getKey()))
                    .as("stale; run ./ausfall formats --pages docs/formats")
                    .content()
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void everyFormat_hasAPageWorthReading() {
        assertThat(Formats.shipped().all()).allSatisfy(format -> {
            assertThat(format.page().about()).isNotBlank();
            assertThat(format.page().export()).isNotBlank();
            assertThat(format.page().command()).contains("ausfall");
            assertThat(format.page().traps()).isNotEmpty();
        });
    }

    @Test
    void list_namesEachFormatWithASample() {
        String list = FormatPages.list(Formats.shipped().all());

        assertThat(Formats.ids()).allSatisfy(id -> assertThat(list).contains(id + ": "));
        assertThat(list).contains("| timeStamp,elapsed,label,");
    }
}
