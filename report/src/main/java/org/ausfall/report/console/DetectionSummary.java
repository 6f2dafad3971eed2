package org.ausfall.report.console;

import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.detection.DetectedOutage;
import org.ausfall.core.detection.Detection;
import org.ausfall.report.wording.DetectionText;

/** What a look for outages found, as it is printed. */
public final class DetectionSummary {
    private static final Paragraph LINES = new Paragraph(100);
    private static final String INDENT = "   ";

    private DetectionSummary() {}

    /**
     * The summary.
     *
     * @param files the measurements as named on the command line, for the command that carries on
     */
    public static List<String> of(Detection detection, List<String> files) {
        DetectionText text = new DetectionText(detection);
        List<String> lines = new ArrayList<>(LINES.wrap(text.lookedAt()));
        lines.add("");
        lines.addAll(LINES.wrap(text.found()));
        for (int i = 0; i < detection.outages().size(); i++) {
            DetectedOutage outage = detection.outages().get(i);
            lines.add("");
            lines.addAll(LINES.wrap((i + 1) + ". " + DetectionText.when(outage)));
            for (String sentence : text.details(outage)) {
                indented(sentence).forEach(lines::add);
            }
            lines.add(INDENT + "Carry on: ausfall measure " + quoted(files) + " --window "
                    + outage.window().start() + "/" + outage.window().end() + " --out out/measured");
        }
        List<String> notes = new ArrayList<>(text.localTroubles());
        notes.addAll(text.cautions());
        for (String note : notes) {
            lines.add("");
            lines.addAll(LINES.wrap(note));
        }
        return lines;
    }

    private static List<String> indented(String sentence) {
        return new Paragraph(LINES.width() - INDENT.length())
                .wrap(sentence).stream().map(line -> INDENT + line).toList();
    }

    /** As a shell takes them: patterns and blanks in quotes. */
    private static String quoted(List<String> files) {
        return String.join(
                " ",
                files.stream()
                        .map(Paragraph::plain)
                        .map(file ->
                                file.matches("[A-Za-z0-9_./:=@%+,-]+") ? file : "'" + file.replace("'", "'\\''") + "'")
                        .toList());
    }
}
