package org.ausfall.report.csv;

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
        StringBuilder text = new StringBuilder();
        CsvRows rows = CsvRows.onto(text);
        for (String word : words) {
            rows.print(guarded(word));
        }
        return text.toString();
    }

    /** Whether a text surely needs no quotes. At the beginning of a row the library quotes what starts at or below #, or above ~. */
    static boolean isPlain(String text) {
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char letter = text.charAt(i);
            boolean visible = letter > '#' && letter <= '~' && letter != ',';
            boolean inside = letter == ' ' && i > 0 && i < last;
            if (!visible && !inside) {
                return false;
            }
        }
        return last >= 0;
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
