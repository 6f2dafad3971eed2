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
    /** What stands in a cell that has nothing to say. */
    static final String NOTHING = "-";

    private static final String GAP = "  ";
    private static final int NARROWEST_COLUMN = 24;

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

    /**
     * Aligns rows, the first of which is the header: the first and last column to the left, the others to the right. The last column
     * is wrapped; where too little room is left for it, its cells get lines of their own with its header in front.
     */
    List<String> table(List<List<String>> rows) {
        int last = rows.get(0).size() - 1;
        List<Integer> widths = IntStream.range(0, last)
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> length(plain(row.get(column))))
                        .max()
                        .orElse(0))
                .toList();
        int taken = widths.stream().mapToInt(Integer::intValue).sum() + GAP.length() * last;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            String start = start(row, widths);
            if (width - taken >= NARROWEST_COLUMN) {
                List<String> tail = wrap(row.get(last), width - taken);
                lines.add(start + tail.get(0));
                tail.stream().skip(1).forEach(more -> lines.add(" ".repeat(taken) + more));
            } else {
                lines.add(start.stripTrailing());
                lines.addAll(i == 0 ? List.of() : ownLines(rows.get(0).get(last), row.get(last)));
            }
        }
        return lines;
    }

    private List<String> ownLines(String header, String cell) {
        return cell.equals(NOTHING)
                ? List.of()
                : wrap(header + ": " + cell, width - GAP.length()).stream()
                        .map(line -> GAP + line)
                        .toList();
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
