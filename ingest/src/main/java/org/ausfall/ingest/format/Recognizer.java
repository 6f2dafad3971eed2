package org.ausfall.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.ScanRefusal;

/**
 * Decides by the beginning of a file which of several formats it has. A format fits if the file has all columns that tell it from
 * others; of several that fit, the one that asks for most columns is meant. Where nothing or too much fits, the file is refused: a
 * guess could pass for a measurement.
 */
final class Recognizer {
    private static final String OTHERWISE =
            "; say --format NAME (ausfall formats lists them), or describe the format yourself"
                    + " (docs/formats/own-descriptor.md)";

    private final List<Descriptor> formats;

    Recognizer(List<Descriptor> formats) {
        this.formats = List.copyOf(formats);
    }

    /** A fit, with how much speaks for it. */
    private record Fit(Decision decision, int columns) {}

    /**
     * Decides.
     *
     * @throws ScanRefusal if it cannot be known which format the file has
     */
    Decision decide(String file, Head head) {
        if (head.isBlank()) {
            throw refused(file, Reason.MALFORMED, "", "the file is empty");
        }
        List<Fit> fits = new ArrayList<>();
        for (Descriptor format : formats) {
            fit(format, head).ifPresent(fits::add);
        }
        int most = fits.stream().mapToInt(Fit::columns).max().orElse(0);
        List<Decision> best = fits.stream()
                .filter(fit -> fit.columns() == most)
                .map(Fit::decision)
                .toList();
        if (best.size() == 1) {
            return best.get(0);
        }
        throw best.isEmpty() ? unknown(file, head) : ambiguous(file, head, best);
    }

    private ScanRefusal unknown(String file, Head head) {
        if (formats.size() == 1) {
            Descriptor only = formats.get(0);
            return refused(
                    file,
                    Reason.MALFORMED,
                    head.glimpse(),
                    "this is not what --format " + only.id() + " says: " + needs(only));
        }
        boolean json = head.first() == '{' || head.first() == '[';
        return refused(
                file,
                Reason.MALFORMED,
                head.glimpse(),
                (json
                                ? "JSON, but not the answer of Prometheus to a range query (resultType matrix)"
                                : "no known format: none has a header like this, or lines like this")
                        + OTHERWISE);
    }

    /** What a file of the format must have. */
    static String needs(Descriptor format) {
        return switch (format.shape()) {
            case LINES -> "no line matches its pattern";
            case PROMETHEUS -> "it is the JSON answer to a range query";
            default -> {
                List<String> needed = needed(format).stream()
                        .map(names -> String.join(" or ", names))
                        .toList();
                int before = format.recognition().preamble();
                yield "its header must name " + String.join(", ", needed)
                        + (before == 0 ? "" : ", with at most " + before + " lines before it");
            }
        };
    }

    /** The columns that tell the format from others; those that it cannot do without, where it does not say. */
    private static List<List<String>> needed(Descriptor format) {
        if (!format.recognition().header().isEmpty()) {
            return format.recognition().header();
        }
        List<List<String>> needed = new ArrayList<>(format.time().columns());
        if (format.shape() == Shape.TABLE) {
            format.duration(Optional.empty()).map(DurationRule::columns).ifPresent(needed::add);
        }
        return needed;
    }

    private static ScanRefusal ambiguous(String file, Head head, List<Decision> best) {
        List<String> names =
                best.stream().map(decision -> decision.descriptor().id()).toList();
        return refused(
                file, Reason.CONTRADICTION, head.glimpse(), "could be " + String.join(" or ", names) + OTHERWISE);
    }

    private static ScanRefusal refused(String file, Reason reason, String value, String detail) {
        return new ScanRefusal(Problem.file(Place.of(file, 1), value, reason, detail));
    }

    private Optional<Fit> fit(Descriptor format, Head head) {
        return switch (format.shape()) {
            case PROMETHEUS -> prometheus(format, head);
            case LINES -> lines(format, head);
            default -> table(format, head);
        };
    }

    private static Optional<Fit> prometheus(Descriptor format, Head head) {
        boolean fits = head.first() == '{' && head.contains("\"resultType\"") && head.contains("\"matrix\"");
        return fits
                ? Optional.of(new Fit(
                        new Decision(
                                format, head.encoding(), ',', 0, List.of(), "it is JSON with a result of type matrix"),
                        1))
                : Optional.empty();
    }

    private static Optional<Fit> lines(Descriptor format, Head head) {
        Pattern pattern = format.pattern().orElseThrow();
        for (Head.Row row : head.rows(org.ausfall.ingest.rows.RowSplitter.NO_DELIMITER)) {
            if (!row.fields().isEmpty() && pattern.matcher(row.fields().get(0)).matches()) {
                return Optional.of(new Fit(
                        new Decision(
                                format,
                                head.encoding(),
                                ',',
                                0,
                                List.of(),
                                "line " + row.line() + " reads like its lines"),
                        1));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fit> table(Descriptor format, Head head) {
        char stated = head.statedDelimiter();
        List<Character> delimiters = stated == 0 ? format.recognition().delimiters() : List.of(stated);
        for (char delimiter : delimiters) {
            List<Head.Row> rows = head.rows(delimiter);
            int first = stated == 0 ? 0 : 1;
            int last = Math.min(rows.size(), first + format.recognition().preamble() + 1);
            for (int i = first; i < last; i++) {
                Optional<Fit> fit = header(format, head, delimiter, rows, i);
                if (fit.isPresent()) {
                    return fit;
                }
            }
            Optional<Fit> headless = headless(format, head, delimiter, rows);
            if (headless.isPresent()) {
                return headless;
            }
        }
        return Optional.empty();
    }

    private static Optional<Fit> header(Descriptor format, Head head, char delimiter, List<Head.Row> rows, int at) {
        List<List<String>> needed = needed(format);
        List<String> header = rows.get(at).fields();
        List<String> found = new ArrayList<>();
        for (List<String> names : needed) {
            names.stream().filter(header::contains).findFirst().ifPresent(found::add);
        }
        if (needed.isEmpty() || found.size() < needed.size() || !cellsFit(format, header, rows, at)) {
            return Optional.empty();
        }
        String why = (rows.get(at).line() == 1
                        ? "its header names "
                        : "line " + rows.get(at).line() + " names ")
                + String.join(", ", found);
        return Optional.of(new Fit(
                new Decision(
                        format,
                        head.encoding(),
                        delimiter,
                        rows.get(at).line(),
                        List.of(),
                        why + written(head, delimiter)),
                needed.size()));
    }

    private static String written(Head head, char delimiter) {
        String between =
                delimiter == ',' ? "" : ", separated by " + (delimiter == '\t' ? "tabs" : "'" + delimiter + "'");
        return between
                + (head.encoding().isUtf8() ? "" : ", in " + head.encoding().charset());
    }

    private static boolean cellsFit(Descriptor format, List<String> header, List<Head.Row> rows, int at) {
        Optional<Pattern> cells = format.recognition().cells();
        if (cells.isEmpty()) {
            return true;
        }
        if (at + 1 >= rows.size() || header.size() < 2) {
            return false;
        }
        List<String> time = format.time().columns().get(0);
        List<String> row = rows.get(at + 1).fields();
        for (int i = 0; i < row.size(); i++) {
            boolean isTime = i < header.size() && time.contains(header.get(i));
            if (!isTime && !cells.get().matcher(row.get(i)).matches()) {
                return false;
            }
        }
        return !row.isEmpty();
    }

    private static Optional<Fit> headless(Descriptor format, Head head, char delimiter, List<Head.Row> rows) {
        Optional<Pattern> first = format.recognition().firstRow();
        boolean fits = first.isPresent()
                && !rows.isEmpty()
                && rows.get(0).fields().size() == format.recognition().names().size()
                && first.get()
                        .matcher(String.join(
                                String.valueOf(delimiter), rows.get(0).fields()))
                        .matches();
        return fits
                ? Optional.of(new Fit(
                        new Decision(
                                format,
                                head.encoding(),
                                delimiter,
                                0,
                                format.recognition().names(),
                                "it has no header, but its first row reads like rows under the default one"
                                        + written(head, delimiter)),
                        1))
                : Optional.empty();
    }
}
