package org.ausfall.ingest.csv;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes rows as RFC 4180 says, with LF: quotes only where they are needed, plain numbers, blanks for what is unknown. */
final class CsvWriting {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final CSVPrinter printer;

    CsvWriting(Appendable target, List<String> columns) throws IOException {
        this.printer = new CSVPrinter(target, FORMAT);
        printer.printRecord(columns);
    }

    void row(String... values) throws IOException {
        printer.printRecord((Object[]) values);
    }

    /** The number without trailing zeros and without an exponent. */
    static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String number(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }
}
