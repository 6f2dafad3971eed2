package org.ausfall.report.sheet;

import java.math.BigDecimal;
import java.util.Optional;
import org.ausfall.report.wording.SixDigits;

/** One value of a table. */
public sealed interface Cell {
    /** A cell without a value. */
    static Cell blank() {
        return new Text("");
    }

    /** The value as it is written into files; empty for a blank. */
    String written();

    /** The value at full precision; not a number for text and blanks. */
    default double number() {
        return Double.NaN;
    }

    /** Words. */
    record Text(String written) implements Cell {}

    /** A number that was computed; it is written with six significant digits. */
    record Computed(double number) implements Cell {
        @Override
        public String written() {
            return SixDigits.format(number);
        }
    }

    /** Simulated money; it is written with six significant digits at most, and no cents. */
    record Simulated(double number) implements Cell {
        @Override
        public String written() {
            return SixDigits.format(Math.rint(number));
        }
    }

    /** A number that was read or counted; it is written with all its digits. */
    record Exact(BigDecimal value) implements Cell {
        @Override
        public String written() {
            return SixDigits.exact(value);
        }

        @Override
        public double number() {
            return value.doubleValue();
        }
    }

    /** A computed number. */
    static Cell of(double number) {
        return new Computed(number);
    }

    /** An amount of money that was computed: whole dollars, because digits behind them would only show the luck of the draws. */
    static Cell usd(double amount) {
        return new Simulated(amount);
    }

    /** A count. */
    static Cell of(long count) {
        return new Exact(BigDecimal.valueOf(count));
    }

    /** A number as it was read, or a blank. */
    static Cell exact(Optional<BigDecimal> value) {
        return value.<Cell>map(Exact::new).orElseGet(Cell::blank);
    }

    /** A computed number, or a blank. */
    static Cell of(Optional<Double> number) {
        return number.<Cell>map(Computed::new).orElseGet(Cell::blank);
    }
}
