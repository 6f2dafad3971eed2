package org.ausfall.report.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ausfall.report.sheet.Cell;
import org.ausfall.report.sheet.Sheet;

/**
 * Writes a sheet as RFC 4180 with a header, quotes only where needed, and a line feed instead of CR LF at the end of a row: every
 * reader takes both, and with a line feed the files compare cleanly under version control and in the shell.
 *
 * <p>Text that a spreadsheet would take for a formula (it starts with =, +, -, @, a tab or a carriage return) gets an apostrophe in
 * front. Numbers stay numbers, also where they are quoted from the input.
 */
public final class CsvText {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final String STARTS_A_FORMULA = "=+-@\t\r";
    private static final String INSIDE_A_NAME = "-._/:";

    private CsvText() {}

    /** The sheet as the text of a CSV file. */
    public static String render(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        try (CsvRows rows = CsvRows.onto(text)) {
            rows.header(sheet.header());
            sheet.rows().forEach(rows::row);
        }
        return text.toString();
    }

    /** Words as they stand at the beginning of a row. */
    public static String render(String... words) {
        if (arePlain(words)) {
            return String.join(",", words);
        }
        List<Cell> cells = new ArrayList<>();
        for (String word : words) {
            cells.add(new Cell.Text(word));
        }
        StringBuilder text = new StringBuilder();
        CsvRows.onto(text).row(cells);
        return text.substring(0, text.length() - 1);
    }

    /** Whether they stand as they are, which most names do: a writer of rows takes far longer to set up than they to write. */
    private static boolean arePlain(String... words) {
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                if (!isPlain(word.charAt(i)) && (i == 0 || INSIDE_A_NAME.indexOf(word.charAt(i)) < 0)) {
                    return false;
                }
            }
        }
        return !words[0].isEmpty();
    }

    private static boolean isPlain(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    }

    static String field(Cell cell) {
        return cell instanceof Cell.Text text ? guarded(text.written()) : cell.written();
    }

    private static String guarded(String text) {
        boolean formula = !text.isEmpty()
                && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }
}
