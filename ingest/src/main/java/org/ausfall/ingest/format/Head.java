package org.ausfall.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ausfall.ingest.rows.RowLimits;
import org.ausfall.ingest.rows.RowSplitter;
import org.ausfall.ingest.rows.TextEncoding;

/** The beginning of a file, as far as it is looked at to find out its format. */
final class Head {
    /** A line that states the delimiter, the lines before the header, the header, and rows under it. */
    private static final int MOST_ROWS = Recognition.MOST_PREAMBLE + 10;

    private static final RowLimits LIMITS = new RowLimits(1 << 16, 100, 100_000);

    private final TextEncoding encoding;
    private final String text;
    private final byte[] utf8;
    private final Map<Character, List<Row>> rows = new HashMap<>();

    /**
     * A row and the line it stands on.
     *
     * @param line the physical line, from 1
     * @param fields its fields; none if it is faulty
     */
    record Row(long line, List<String> fields) {}

    private Head(TextEncoding encoding, String text) {
        this.encoding = encoding;
        this.text = text;
        this.utf8 = text.getBytes(StandardCharsets.UTF_8);
    }

    static Head of(byte[] bytes) {
        TextEncoding encoding = TextEncoding.of(bytes);
        return new Head(encoding, encoding.text(bytes));
    }

    TextEncoding encoding() {
        return encoding;
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** The first character that is no blank; a blank if there is none. */
    char first() {
        String stripped = text.stripLeading();
        return stripped.isEmpty() ? ' ' : stripped.charAt(0);
    }

    boolean contains(String part) {
        return text.contains(part);
    }

    /** Whether lines end in carriage returns alone. */
    boolean hasBareReturns() {
        return text.indexOf('\r') >= 0 && text.indexOf('\n') < 0;
    }

    /** The delimiter that a first line {@code sep=;} states, as spreadsheets write it; 0 if none does. */
    char statedDelimiter() {
        boolean stated = text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4;
        return stated && (text.charAt(4) > ' ' || text.charAt(4) == '\t') ? text.charAt(4) : 0;
    }

    /** The first rows as that delimiter splits them, blank ones left out. */
    List<Row> rows(char delimiter) {
        return rows.computeIfAbsent(delimiter, this::split);
    }

    private List<Row> split(char delimiter) {
        List<Row> found = new ArrayList<>();
        try {
            RowSplitter splitter = RowSplitter.of(new ByteArrayInputStream(utf8), delimiter, LIMITS);
            while (found.size() < MOST_ROWS && splitter.next()) {
                if (!splitter.isBlank()) {
                    found.add(new Row(splitter.line(), fields(splitter)));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return found;
    }

    private static List<String> fields(RowSplitter row) {
        List<String> fields = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            fields.add(row.text(i));
        }
        return fields;
    }

    /** Something of the first line, to show the user what was looked at. */
    String glimpse() {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }
}
