package org.ausfall.core.backtest;

import java.time.LocalDate;
import java.util.Optional;
import org.ausfall.core.problem.Place;
import org.ausfall.core.quantity.Money;

/**
 * What somebody said an outage cost a company.
 *
 * @param event the outage
 * @param company the company
 * @param amount the figure, if one was given
 * @param low the lower end, if a range was given
 * @param high the upper end, if a range was given
 * @param measure what it counts
 * @param meaning what it counts of lost revenue; empty for other measures
 * @param kind who says so
 * @param scored whether it is fit to be compared with an estimate, and the one of its company and event to be
 * @param date when it was said; the last day of a month or year where no day is known
 * @param source the citation
 * @param note what limits a comparison; may be empty
 * @param place the row in the input
 */
public record LossFigure(
        String event,
        String company,
        Optional<Money> amount,
        Optional<Money> low,
        Optional<Money> high,
        Measure measure,
        Optional<Meaning> meaning,
        FigureKind kind,
        boolean scored,
        Optional<LocalDate> date,
        String source,
        String note,
        Place place) {
    /** Checks that lost revenue says whether it is gross, and that what is scored can be. */
    public LossFigure {
        if (measure == Measure.LOST_REVENUE && meaning.isEmpty()) {
            throw new IllegalArgumentException(
                    "lost revenue must say whether it is gross, net or deferred: " + event + "/" + company);
        }
        boolean fit = measure == Measure.LOST_REVENUE
                && kind.isActual()
                && amount.filter(money -> money.usd() > 0).isPresent();
        if (scored && !fit) {
            throw new IllegalArgumentException("only lost revenue above 0 that a company disclosed can be scored, not "
                    + measure.code() + ", " + kind.code() + ": " + event + "/" + company);
        }
    }

    /** The past event it speaks of. */
    public String key() {
        return event + "/" + company;
    }

    /** The figure in US dollars: the amount, else the middle of its range. */
    public Optional<Double> usd() {
        Optional<Double> middle = low.flatMap(from -> high.map(to -> (from.usd() + to.usd()) / 2));
        return amount.map(Money::usd).or(() -> middle);
    }

    /** Whether it is to be compared with the loss after sales came back. */
    public boolean isNet() {
        return meaning.filter(Meaning.NET::equals).isPresent();
    }
}
