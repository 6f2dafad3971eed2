package org.ausfall.report.html;

import java.util.List;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.evidence.PublishedFigure;
import org.ausfall.report.wording.PublishedText;

/**
 * Where the numbers come from.
 *
 * @param inputs the files read
 * @param published what others published
 * @param sources the event's citations
 */
public record ProvenanceSection(HtmlTable inputs, HtmlTable published, List<String> sources) {
    /** Copies the list. */
    public ProvenanceSection {
        sources = List.copyOf(sources);
    }

    static ProvenanceSection of(Findings findings) {
        return new ProvenanceSection(
                inputs(findings),
                published(findings),
                findings.evidence().event().sources());
    }

    private static HtmlTable inputs(Findings findings) {
        return HtmlTable.of("Input files", findings.evidence().inputs())
                .text("File", InputFile::name)
                .number("Bytes", input -> input.bytes() + "")
                .number("Rows read", input -> input.rowsRead() + "")
                .number("Rows used", input -> input.rowsUsed() + "")
                .number("Rows rejected", input -> input.rowsRejected() + "")
                .prose("SHA-256 or CRC32C", ProvenanceSection::checksum)
                .build();
    }

    private static String checksum(InputFile input) {
        return input.sha256()
                .or(() -> input.crc32c().map(digits -> "CRC32C " + digits))
                .orElse("");
    }

    private static HtmlTable published(Findings findings) {
        return HtmlTable.of(
                        "What others published; it stands beside the findings and never enters them",
                        findings.evidence().published())
                .text("Measure", PublishedFigure::measure)
                .text("Scope", PublishedFigure::scope)
                .number("Value", PublishedText::value)
                .text("Kind", PublishedText::origin)
                .prose("Note", PublishedFigure::note)
                .prose("Source", PublishedFigure::source)
                .build();
    }
}
