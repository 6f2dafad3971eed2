package org.ausfall.report.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Text in lines of limited length.
 *
 * @param width the longest line, in code points
 */
record Paragraph(int width) {
    private static final String GAP = "  ";

    /** Breaks a text between words; a word that is longer than a line is cut. */
    List<String> wrap(String text) {
        return wrap(text, width);
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : plain(text).strip().split(" +", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (length(longer) > width && !line.isEmpty()) {
                lines.add(line);
                longer = word;
            }
            while (length(longer) > width) {
                int end = longer.offsetByCodePoints(0, width);
                lines.add(longer.substring(0, end));
                longer = longer.substring(end);
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    /** Aligns rows: the first and last column to the left, the others to the right; the last one is wrapped. */
    List<String> table(List<List<String>> rows) {
        int last = rows.get(0).size() - 1;
        List<Integer> widths = IntStream.range(0, last)
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> length(plain(row.get(column))))
                        .max()
                        .orElse(0))
                .toList();
        int taken = widths.stream().mapToInt(Integer::intValue).sum() + GAP.length() * last;
        int rest = Math.max(12, width - taken);
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> tail = wrap(row.get(last), rest);
            lines.add(start(row, widths) + tail.get(0));
            tail.stream().skip(1).forEach(more -> lines.add(" ".repeat(taken) + more));
        }
        return lines;
    }

    private static String start(List<String> row, List<Integer> widths) {
        StringBuilder start = new StringBuilder();
        for (int column = 0; column < widths.size(); column++) {
            String cell = plain(row.get(column));
            String padding = " ".repeat(widths.get(column) - length(cell));
            start.append(column == 0 ? cell + padding : padding + cell).append(GAP);
        }
        return start.toString();
    }

    /** The text, or its start and an ellipsis where it is longer. */
    static String cut(String text, int longest) {
        return length(text) <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "\u2026";
    }

    /** The text without what could move the cursor or turn the direction of writing. */
    static String plain(String text) {
        return text.codePoints()
                .map(point -> isPrintable(point) ? point : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
