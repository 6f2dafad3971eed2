package org.ausfall.ingest.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVRecord;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Share;
import org.ausfall.ingest.text.DecimalText;

/**
 * One row, cell by cell. Each accessor gives the value of a column, and empty both where the cell is blank and where it is wrong; a
 * wrong cell is recorded as a problem and costs the row. So a row with three bad cells reports three and is rejected once.
 */
public final class CsvRow {
    private static final BigDecimal MOST_MILLIONS = new BigDecimal("1000000000000");

    private final CsvHeader header;
    private final CSVRecord fields;
    private final Place place;
    private final String key;
    private final List<Problem> problems;
    private boolean rejected;

    CsvRow(CsvHeader header, CSVRecord fields, Place place, String key, List<Problem> problems) {
        this.header = header;
        this.fields = fields;
        this.place = place;
        this.key = key;
        this.problems = problems;
    }

    /** The line it starts on. */
    public Place place() {
        return place;
    }

    /** Its key, as far as it could be read. */
    public String key() {
        return key;
    }

    /** Whether something is wrong with it. */
    public boolean rejected() {
        return rejected;
    }

    /** The row's value, if nothing was wrong with it. */
    public <T> Optional<T> build(Supplier<T> value) {
        return rejected ? Optional.empty() : Optional.of(value.get());
    }

    /** The cell as text, empty where it is blank. */
    public String text(String column) {
        return header.value(fields, column);
    }

    /** The cell as text. */
    public Optional<String> optionalText(String column) {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** What stands in all columns but these, by the name of the column, blanks left out. */
    Map<String, String> others(List<String> known) {
        Map<String, String> others = new TreeMap<>();
        for (String name : header.names()) {
            if (!known.contains(name) && !name.isEmpty() && !text(name).isEmpty()) {
                others.put(name, text(name));
            }
        }
        return others;
    }

    /** The cell as text that must not be blank. */
    public String requiredText(String column) {
        return required(column, optionalText(column), "");
    }

    /** Says that a cell must not be blank, and gives a stand-in where it is or was wrong; the row is then rejected anyway. */
    public <T> T required(String column, Optional<T> value, T standIn) {
        if (value.isEmpty() && text(column).isEmpty()) {
            reject(column, Reason.MISSING_VALUE, "blank; this column is needed in every row");
        }
        return value.orElse(standIn);
    }

    /** A number of any sign. */
    public Optional<BigDecimal> decimal(String column) {
        String text = text(column);
        Optional<BigDecimal> number = DecimalText.parse(text);
        if (number.isEmpty() && !text.isEmpty()) {
            reject(column, Reason.WRONG_TYPE, DecimalText.complaint(text));
        }
        return number;
    }

    /** A number above zero; {@code meaning} says in the plural what the column holds. */
    public Optional<BigDecimal> positive(String column, String meaning) {
        return decimal(column)
                .filter(number -> number.signum() > 0
                        || reject(
                                column, Reason.OUT_OF_RANGE, meaning + " are above zero; leave blank what is unknown"));
    }

    /** A fraction in [0, 1]. */
    public Optional<Share> share(String column) {
        String text = text(column);
        Optional<BigDecimal> percent = DecimalText.parse(DecimalText.withoutPercent(text));
        if (text.endsWith("%") && percent.isPresent()) {
            BigDecimal fraction = percent.get().movePointLeft(2).stripTrailingZeros();
            boolean possible = isFraction(fraction);
            reject(
                    column,
                    possible ? Reason.WRONG_TYPE : Reason.OUT_OF_RANGE,
                    "a share is written as a fraction between 0 and 1"
                            + (possible ? ": " + fraction.toPlainString() : ""));
            return Optional.empty();
        }
        return decimal(column)
                .filter(number -> isFraction(number)
                        || reject(column, Reason.OUT_OF_RANGE, "a share is written as a fraction between 0 and 1"))
                .map(number -> new Share(number.doubleValue()));
    }

    private static boolean isFraction(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0;
    }

    /** A calendar year, 1900 to 2200. */
    public OptionalInt year(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        Optional<BigDecimal> number = DecimalText.parse(text).filter(any -> text.length() == 4 && any.scale() == 0);
        if (number.isEmpty()) {
            reject(column, Reason.WRONG_TYPE, "not a year; write it with four digits, as in 2016");
            return OptionalInt.empty();
        }
        int year = number.get().intValueExact();
        if (year < 1900 || year > 2200) {
            reject(column, Reason.OUT_OF_RANGE, "a year is between 1900 and 2200");
        }
        return OptionalInt.of(year);
    }

    /** A day, {@code 2018-08-05}. */
    public Optional<LocalDate> date(String column) {
        String text = text(column);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            reject(column, Reason.WRONG_TYPE, "not a day of the calendar; write it as in 2018-08-05");
            return Optional.empty();
        }
    }

    /** Money given in millions of US dollars. */
    public Optional<Money> millions(String column) {
        return decimal(column)
                .filter(number -> (number.signum() >= 0 && number.compareTo(MOST_MILLIONS) <= 0)
                        || reject(
                                column,
                                Reason.OUT_OF_RANGE,
                                "an amount in millions of USD is between 0 and 1e12; leave blank what is unknown"))
                .map(number -> new Money(number.movePointRight(6).doubleValue()));
    }

    /** One of a closed list of words. */
    <E> Optional<E> code(String column, Codes<E> codes) {
        String text = text(column);
        Optional<E> value = codes.find(text);
        if (value.isEmpty() && !text.isEmpty()) {
            reject(column, Reason.UNKNOWN_NAME, "write one of " + codes);
        }
        return value;
    }

    /** Records what is wrong with a cell, which costs the row. Always false, so that it can end a condition. */
    public boolean reject(String column, Reason reason, String detail) {
        rejected = true;
        problems.add(Problem.row(place.withColumn(column), key, text(column), reason, detail));
        return false;
    }

    /** Records what is wrong with the row as a whole, which costs it. */
    void rejectRow(String value, Reason reason, String detail) {
        rejected = true;
        problems.add(Problem.row(place, key, value, reason, detail));
    }

    /** Records what a reader should know of a cell; the row is used all the same. */
    public void note(String column, Reason reason, String detail) {
        problems.add(new Problem(place.withColumn(column), key, text(column), reason, detail, Problem.Effect.NOTED));
    }
}
