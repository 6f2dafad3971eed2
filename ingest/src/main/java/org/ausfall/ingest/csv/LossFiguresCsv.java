package org.ausfall.ingest.csv;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ausfall.core.backtest.FigureKind;
import org.ausfall.core.backtest.LossFigure;
import org.ausfall.core.backtest.Meaning;
import org.ausfall.core.backtest.Measure;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Money;

/**
 * {@code backtest/actuals.csv} and {@code backtest/models.csv}: what past outages were said to have cost; by the companies in the one,
 * by others in the other. One row a figure.
 *
 * <pre>
 * column        type                            blank     meaning
 * event         text                            no        an event of past-events.csv
 * company       text                            no        its company
 * measure       lost_revenue, profit,           no        what the figure counts; only lost revenue is compared
 *               cost_or_credit, other
 * meaning       gross, net, deferred            no, if    whether lost revenue counts what came back; a deferred figure is
 *                                               lost      compared as gross
 *                                               revenue
 * amount_usd_m  number from 0, USD m            unknown   the figure
 * low_usd_m     number from 0, USD m            none      lower end, where a range was given
 * high_usd_m    number from 0, USD m            none      upper end
 * kind          company-reported,               no        who says so; in models.csv only third-party estimate, in actuals.csv
 *               derived-from-disclosure,                  only the others
 *               third-party estimate
 * score         yes, no                         no        whether an estimate is scored by it: one figure a company and event,
 *                                                         lost revenue with an amount, disclosed by the company
 * date          ISO date                        unknown   when it was said
 * measured_as   text                            none      the words of the source; not read
 * note          text                            none      what limits a comparison
 * source        text                            no        citation
 * </pre>
 */
public final class LossFiguresCsv implements CsvSchema<LossFigure> {
    static final Codes<Measure> MEASURES = Codes.of(Measure.values(), Measure::code);
    static final Codes<Meaning> MEANINGS = Codes.of(Meaning.values(), Meaning::code);
    static final Codes<FigureKind> KINDS = Codes.of(FigureKind.values(), FigureKind::code);
    private static final Codes<String> YES_NO = Codes.of("yes", "no");

    private final Listing events;
    private final Predicate<FigureKind> belongs;
    private final String elsewhere;

    private LossFiguresCsv(Listing events, Predicate<FigureKind> belongs, String elsewhere) {
        this.events = events;
        this.belongs = belongs;
        this.elsewhere = elsewhere;
    }

    /** The schema of figures that companies disclosed, about these events. */
    public static LossFiguresCsv actuals(Listing events) {
        return new LossFiguresCsv(events, FigureKind::isActual, "what others estimated stands in models.csv");
    }

    /** The schema of figures that others estimated, about these events. */
    public static LossFiguresCsv models(Listing events) {
        return new LossFiguresCsv(events, kind -> !kind.isActual(), "what companies disclosed stands in actuals.csv");
    }

    @Override
    public List<String> columns() {
        return List.of(
                "event",
                "company",
                "measure",
                "meaning",
                "amount_usd_m",
                "low_usd_m",
                "high_usd_m",
                "kind",
                "score",
                "date",
                "source");
    }

    @Override
    public List<String> optionalColumns() {
        return List.of("note");
    }

    @Override
    public List<String> key() {
        return List.of("event", "company", "measure", "meaning", "date", "source");
    }

    @Override
    public Optional<LossFigure> parse(CsvRow row) {
        String event = row.requiredText("event");
        String company = row.requiredText("company");
        String about = event + "/" + company;
        if (!event.isEmpty() && !company.isEmpty() && !events.has(about)) {
            row.reject("company", Reason.UNKNOWN_COMPANY, events.absence(about) + "; correct the names or add the row");
        }
        Optional<Measure> measure = row.code("measure", MEASURES);
        row.required("measure", measure, Measure.OTHER);
        Optional<Meaning> meaning = row.code("meaning", MEANINGS);
        if (measure.filter(Measure.LOST_REVENUE::equals).isPresent()) {
            row.required("meaning", meaning, Meaning.GROSS);
        }
        Optional<FigureKind> kind = row.code("kind", KINDS);
        row.required("kind", kind, FigureKind.COMPANY_REPORTED);
        kind.filter(belongs.negate()).ifPresent(other -> row.reject("kind", Reason.CONTRADICTION, elsewhere));
        Optional<Money> amount = row.millions("amount_usd_m");
        Optional<Money> low = row.millions("low_usd_m");
        Optional<Money> high = row.millions("high_usd_m");
        boolean scored = row.required("score", row.code("score", YES_NO), "no").equals("yes");
        Optional<LocalDate> date = row.date("date");
        String source = row.requiredText("source");
        if (row.rejected()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LossFigure(
                    event,
                    company,
                    amount,
                    low,
                    high,
                    measure.orElseThrow(),
                    meaning,
                    kind.orElseThrow(),
                    scored,
                    date,
                    source,
                    row.text("note"),
                    row.place()));
        } catch (IllegalArgumentException e) {
            row.reject("score", Reason.CONTRADICTION, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** An event and company is scored by one figure at most. */
    @Override
    public CsvTable<LossFigure> check(CsvTable<LossFigure> table) {
        return table.reject(entry -> Optional.of(entry.value())
                .filter(LossFigure::scored)
                .flatMap(figure -> firstScored(table, figure.key())
                        .filter(first -> !first.place().equals(entry.place()))
                        .map(first -> Problem.row(
                                entry.place().withColumn("score"),
                                entry.key(),
                                "yes",
                                Reason.DUPLICATE,
                                "line " + first.place().line()
                                        + " is scored for this company and event already; write no in one of them"))));
    }

    private static Optional<CsvTable.Entry<LossFigure>> firstScored(CsvTable<LossFigure> table, String key) {
        return table.entries().stream()
                .filter(entry -> entry.value().scored() && entry.value().key().equals(key))
                .findFirst();
    }
}
