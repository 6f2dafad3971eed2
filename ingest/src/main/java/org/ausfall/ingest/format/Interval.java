package org.ausfall.ingest.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.Measurement;
import org.ausfall.ingest.text.DecimalText;

/**
 * Rows that sum up an interval: so many measurements, of which such a share succeeded. The measurements stand a millisecond apart from
 * the row's time on, failures spread evenly between successes; so three failures in a row, which mean down, need a share of failures of
 * more than two thirds, and never come from lumping the failures of an interval together.
 */
final class Interval {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final Columns columns;
    private final int count;
    private final int available;
    private int n;
    private int up;

    Interval(Optional<WeightRule> rule, Columns columns) throws Misfit {
        this.columns = columns;
        this.count = columns.find(rule.map(WeightRule::count).orElse(List.of()));
        this.available = columns.find(rule.map(WeightRule::available).orElse(List.of()));
    }

    /** Reads how many measurements the row stands for. */
    void read(Cells cells) throws Misfit {
        n = count < 0 ? 1 : number(cells.text(count));
        up = available < 0 ? n : up(cells.text(available));
    }

    /** Whether the row stands for no measurement at all. */
    boolean isEmpty() {
        return n == 0;
    }

    /** Whether the row says that nothing succeeded. */
    boolean isDown() {
        return up == 0;
    }

    private int number(String text) throws Misfit {
        if (text.isEmpty() && available < 0) {
            return 1;
        }
        int number = wholeNumber(text);
        if (number < 0 || number > Measurement.LARGEST_WEIGHT) {
            throw new Misfit(
                    columns.name(count),
                    text,
                    Reason.OUT_OF_RANGE,
                    "a row stands for a whole number of measurements, at most " + Measurement.LARGEST_WEIGHT);
        }
        return number;
    }

    /** -1 if the text is none. */
    private static int wholeNumber(String text) {
        int number = text.isEmpty() || text.length() > 9 ? -1 : 0;
        for (int i = 0; i < text.length() && number >= 0; i++) {
            char c = text.charAt(i);
            number = c >= '0' && c <= '9' ? 10 * number + c - '0' : -1;
        }
        return number;
    }

    private int up(String text) throws Misfit {
        if (text.equals("100")) {
            return n;
        }
        Optional<BigDecimal> percent = DecimalText.parse(DecimalText.withoutPercent(text));
        if (percent.isEmpty() || percent.get().signum() < 0 || percent.get().compareTo(ALL) > 0) {
            throw new Misfit(columns.name(available), text, Reason.OUT_OF_RANGE, "a percentage is between 0 and 100");
        }
        return percent.get()
                .multiply(BigDecimal.valueOf(n))
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /** Hands on what the row stands for: runs of equal measurements, each at the time of its first. */
    void spread(Measurement row, Consumer<Measurement> sink) {
        if (n == 1 && (up == 1 || row.outcome() != Outcome.OK)) {
            sink.accept(row);
            return;
        }
        if (up == n || row.outcome() != Outcome.OK) {
            sink.accept(run(row, row.outcome(), 0, n));
            return;
        }
        int from = 0;
        for (int i = 1; i <= n; i++) {
            if (i == n || isUp(i) != isUp(from)) {
                sink.accept(run(row, isUp(from) ? row.outcome() : Outcome.NO_RESPONSE, from, i - from));
                from = i;
            }
        }
    }

    /** Of n measurements, the i-th from 0 is one of the successes if the i-th multiple of their share steps over a whole number. */
    private boolean isUp(int i) {
        return (long) (i + 1) * up / n > (long) i * up / n;
    }

    private static Measurement run(Measurement row, Outcome outcome, int from, int length) {
        return new Measurement(
                row.epochMillis() + from,
                row.site(),
                row.location(),
                outcome == Outcome.OK ? row.micros() : Measurement.NONE,
                outcome,
                row.status(),
                row.kind(),
                length);
    }
}
