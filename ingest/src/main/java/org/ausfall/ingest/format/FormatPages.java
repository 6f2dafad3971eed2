package org.ausfall.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ausfall.core.measurement.MetricKind;

/** Renders what is known of formats, from their descriptors, as Markdown and for the terminal. */
public final class FormatPages {
    private static final int LONGEST_LINE = 96;

    private FormatPages() {}

    /** All pages by file name, and the list of them as {@code README.md}. */
    public static Map<String, String> all(List<Descriptor> formats) {
        Map<String, String> pages = new TreeMap<>();
        StringBuilder index = new StringBuilder("# Formats of measurements\n\n"
                + "`ausfall measure`, `report`, `detect` and `convert` read all of these and find out which one a file has;"
                + " `ausfall formats`\nlists them. Another format is a descriptor away: [own-descriptor.md](own-descriptor.md)."
                + " From a tool to the answer:\n[from-your-monitor.md](../guide/from-your-monitor.md).\n\n"
                + "These pages are made from the descriptors by `./ausfall formats --pages docs/formats`; a test compares.\n\n"
                + "| format | what it is | recognized by |\n|---|---|---|\n");
        for (Descriptor format : formats) {
            pages.put(format.id() + ".md", page(format));
            index.append("| [")
                    .append(format.id())
                    .append("](")
                    .append(format.id())
                    .append(".md) | ");
            index.append(format.title())
                    .append(" | ")
                    .append(recognized(format))
                    .append(" |\n");
        }
        pages.put("README.md", index.toString());
        return pages;
    }

    /** One format for each few lines. */
    public static String list(List<Descriptor> formats) {
        StringBuilder text = new StringBuilder();
        for (Descriptor format : formats) {
            List<String> sample = format.page().sample().lines().toList();
            text.append(format.id()).append(": ").append(format.title()).append('\n');
            text.append("    recognized by ")
                    .append(recognized(format).replace("`", ""))
                    .append('\n');
            sample.stream()
                    .filter(line -> !line.isBlank())
                    .limit(2)
                    .forEach(line ->
                            text.append("    | ").append(shortened(line)).append('\n'));
        }
        return text.append("More on one: ausfall formats NAME. Describe your own: docs/formats/own-descriptor.md\n")
                .toString();
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 3) + "...";
    }

    /** Everything about one format, as Markdown. */
    public static String page(Descriptor format) {
        FormatPage page = format.page();
        StringBuilder text = new StringBuilder("# " + format.title() + "\n\n");
        text.append("`--format ")
                .append(format.id())
                .append("`. ")
                .append(page.about())
                .append("\n\n");
        section(text, "Export", page.export());
        text.append("Then:\n\n```\n").append(page.command()).append("\n```\n\n");
        text.append("## Sample\n\nMade by hand.\n\n```\n")
                .append(page.sample().stripTrailing())
                .append("\n```\n\n");
        text.append("## How it is read\n\n");
        for (String line : reading(format)) {
            text.append("- ").append(line).append('\n');
        }
        text.append("\n## Beware\n\n");
        page.traps().forEach(trap -> text.append("- ").append(trap).append('\n'));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, String body) {
        text.append("## ").append(title).append("\n\n").append(body).append("\n\n");
    }

    private static String recognized(Descriptor format) {
        return switch (format.shape()) {
            case LINES -> "lines like those of the sample";
            case PROMETHEUS -> "JSON with a result of type `matrix`";
            default -> {
                List<String> needed = format.recognition().header().stream()
                        .map(names -> "`" + String.join("` or `", names) + "`")
                        .toList();
                yield "a header with " + String.join(", ", needed)
                        + (format.recognition().cells().isPresent() ? ", and cells that are durations" : "")
                        + (format.recognition().firstRow().isPresent() ? "; or rows under the default columns" : "");
            }
        };
    }

    private static List<String> reading(Descriptor format) {
        List<String> lines = new ArrayList<>();
        lines.add("Recognized by " + recognized(format) + ".");
        lines.add("Time: "
                + String.join(
                        " and ",
                        format.time().columns().stream()
                                .map(FormatPages::choice)
                                .toList())
                + (format.time().patterns().isEmpty()
                        ? ""
                        : "; also as `" + String.join("`, `", format.time().patterns()) + "`")
                + format.time()
                        .zone()
                        .map(zone -> "; times without a zone are " + zone)
                        .orElse("") + ".");
        lines.add("Site: " + names(format.site()) + ".");
        lines.add("Location: "
                + (format.location().isEmpty() ? "" : names(format.location()) + ", else ") + "`"
                + format.defaultLocation() + "`.");
        for (Map.Entry<MetricKind, DurationRule> rule : format.durations().entrySet()) {
            lines.add("`" + rule.getKey().code() + "`"
                    + (format.kind().stream().anyMatch(rule.getKey()::equals)
                            ? " (unless `--kind` asks for another)"
                            : "")
                    + ": " + choice(rule.getValue().columns())
                    + rule.getValue().unit().map(unit -> " in " + unit.code()).orElse(", with its unit")
                    + rule.getValue()
                            .only()
                            .map(only -> ", where " + only.words())
                            .orElse("") + ".");
        }
        if (!format.status().isEmpty()) {
            lines.add("HTTP status: " + choice(format.status()) + ".");
        }
        for (Rule rule : format.rules()) {
            String why = rule.then() == Effect.SKIP || rule.then() == Effect.BAD ? ": " + rule.because() : "";
            lines.add("Where " + rule.condition().words() + ": `" + rule.then().code() + "`" + why + ".");
        }
        format.weight()
                .ifPresent(weight -> lines.add("Weight: " + choice(weight.count())
                        + (weight.available().isEmpty()
                                ? ""
                                : ", of which the percentage " + choice(weight.available()))
                        + "."));
        lines.add(
                format.deduped()
                        ? "Of several rows of a site and location at one time one counts, a success first."
                        : "Rows of a site and location at one time all count, unless `--dedupe` is given.");
        return lines;
    }

    private static String choice(List<String> columns) {
        return "`" + String.join("` or `", columns) + "`";
    }

    private static String names(List<NamePart> parts) {
        return String.join(", else ", parts.stream().map(FormatPages::name).toList());
    }

    private static String name(NamePart part) {
        String from = choice(part.columns());
        return switch (part.part()) {
            case TEXT -> from;
            case HOST -> "the host in " + from;
            case TAG -> "the tag `" + part.key() + "` in " + from;
            case SERIES -> from + " (the host in its label `" + part.key() + "` if it has labels)";
            case GROUP -> "from " + from + " by `" + part.key() + "`";
        };
    }
}
