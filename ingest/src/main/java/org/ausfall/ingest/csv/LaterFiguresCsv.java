package org.ausfall.ingest.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.ausfall.core.backtest.FigureKind;
import org.ausfall.core.backtest.LaterFigure;
import org.ausfall.core.backtest.LossFigure;
import org.ausfall.core.backtest.Meaning;
import org.ausfall.core.backtest.Measure;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Money;

/**
 * The file of {@code ausfall backtest --actuals}: what companies have reported since an estimate was made. One row a figure; several
 * of the same event, company and measure are corrections, of which the latest counts.
 *
 * <pre>
 * column       type                       blank      meaning
 * event        text                       no         an event of past-events.csv, or one reported into the output folder
 * company      text                       no         its company: the name in past-events.csv, or the id in losses.csv of a report
 * amount       number, whole units        no         the figure: 11000000, not 11
 * currency     ISO 4217 code              no         USD; any other needs a rate
 * measure      lost_revenue, profit,      no         what it counts; only lost revenue is compared with an estimate
 *              cost_or_credit, other
 * meaning      gross, net, deferred       gross      of lost revenue: whether what came back is counted (optional column)
 * kind         company-reported,          no         who says so; only what companies say is compared
 *              derived-from-disclosure,
 *              third-party estimate
 * source       text                       no         citation
 * date         ISO date                   no         when it was said; of several the latest counts
 * rate         number above 0             if USD     US dollars for one unit of the currency (optional column)
 * rate_source  text                       if USD     who gave the rate (optional column)
 * rate_date    ISO date                   if USD     the day of the rate (optional column)
 * note         text                       none       what else to know (optional column)
 * </pre>
 *
 * <p>A lost revenue below 10,000 units is taken for one given in millions, and refused. Losses are not written with a minus sign; where
 * profit rose, the figure is no loss.
 */
public final class LaterFiguresCsv implements CsvSchema<LaterFigure> {
    private static final BigDecimal SMALLEST = BigDecimal.valueOf(10_000);
    private static final BigDecimal LARGEST = new BigDecimal("1e18");
    private static final String USD = "USD";

    private final SortedSet<String> events;
    private final Listing companies;

    /**
     * The schema where these are known.
     *
     * @param events ids of events
     * @param companies for each event its companies, as {@code event/company}
     */
    public LaterFiguresCsv(SortedSet<String> events, Listing companies) {
        this.events = events;
        this.companies = companies;
    }

    @Override
    public List<String> columns() {
        return List.of("event", "company", "amount", "currency", "measure", "kind", "source", "date");
    }

    @Override
    public List<String> optionalColumns() {
        return List.of("meaning", "rate", "rate_source", "rate_date", "note");
    }

    @Override
    public List<String> key() {
        return List.of("event", "company", "measure", "meaning", "date", "amount", "currency");
    }

    @Override
    public Optional<LaterFigure> parse(CsvRow row) {
        String event = row.requiredText("event");
        String company = row.requiredText("company");
        checkKnown(row, event, company);
        Optional<Measure> measure = row.code("measure", LossFiguresCsv.MEASURES);
        row.required("measure", measure, Measure.OTHER);
        Optional<Meaning> meaning = meaning(row, measure);
        Optional<FigureKind> kind = row.code("kind", LossFiguresCsv.KINDS);
        row.required("kind", kind, FigureKind.COMPANY_REPORTED);
        BigDecimal amount = amount(row, measure);
        String currency = currency(row);
        Optional<LaterFigure.Rate> rate = currency.equals(USD) ? Optional.empty() : rate(row, currency);
        String source = row.requiredText("source");
        LocalDate date = row.required("date", row.date("date"), LocalDate.EPOCH);
        return row.build(() -> new LaterFigure(
                new LossFigure(
                        event,
                        company,
                        Optional.of(usd(amount, rate)),
                        Optional.empty(),
                        Optional.empty(),
                        measure.orElseThrow(),
                        meaning,
                        kind.orElseThrow(),
                        false,
                        Optional.of(date),
                        source,
                        row.text("note"),
                        row.place()),
                amount,
                currency,
                rate));
    }

    private void checkKnown(CsvRow row, String event, String company) {
        if (event.isEmpty() || company.isEmpty()) {
            return;
        }
        if (!events.contains(event)) {
            row.reject(
                    "event",
                    Reason.UNKNOWN_NAME,
                    "no estimate was made of an event of this name; use an id of past-events.csv, or first report the event"
                            + " into the same output folder");
        } else if (!companies.has(event + "/" + company)) {
            row.reject(
                    "company",
                    Reason.UNKNOWN_COMPANY,
                    "not one of the companies of this event; use the name in past-events.csv, or the id in losses.csv of"
                            + " its report");
        }
    }

    /** Lost revenue without a word is gross: companies say what they did not sell, and seldom what came back. */
    private static Optional<Meaning> meaning(CsvRow row, Optional<Measure> measure) {
        Optional<Meaning> said = row.code("meaning", LossFiguresCsv.MEANINGS);
        boolean lostRevenue = measure.filter(Measure.LOST_REVENUE::equals).isPresent();
        return lostRevenue && said.isEmpty() ? Optional.of(Meaning.GROSS) : said;
    }

    private static BigDecimal amount(CsvRow row, Optional<Measure> measure) {
        boolean lostRevenue = measure.filter(Measure.LOST_REVENUE::equals).isPresent();
        Optional<BigDecimal> amount = row.decimal("amount")
                .filter(number -> number.signum() >= 0
                        || row.reject("amount", Reason.OUT_OF_RANGE, "a loss is written without a minus sign"))
                .filter(number -> !lostRevenue
                        || number.compareTo(SMALLEST) >= 0
                        || row.reject(
                                "amount",
                                Reason.OUT_OF_RANGE,
                                "below 10000, which looks like millions; write whole units, as in 11000000"))
                .filter(number -> number.compareTo(LARGEST) <= 0
                        || row.reject("amount", Reason.OUT_OF_RANGE, "above 1e18; write whole units of the currency"));
        return row.required("amount", amount, BigDecimal.ZERO);
    }

    private static String currency(CsvRow row) {
        String currency = row.requiredText("currency");
        if (!currency.isEmpty() && !currency.matches("[A-Z]{3}")) {
            row.reject("currency", Reason.WRONG_TYPE, "not a currency; write its three capital letters, as in USD");
        }
        return currency;
    }

    private static Optional<LaterFigure.Rate> rate(CsvRow row, String currency) {
        if (row.optionalText("rate").isEmpty()
                || row.optionalText("rate_source").isEmpty()
                || row.optionalText("rate_date").isEmpty()) {
            row.reject(
                    "currency",
                    Reason.MISSING_VALUE,
                    "amounts are compared in USD and rates are not guessed; give rate (USD for one " + currency
                            + "), rate_source and rate_date, or the amount in USD");
            return Optional.empty();
        }
        Optional<BigDecimal> rate = row.positive("rate", "rates");
        Optional<LocalDate> date = row.date("rate_date");
        return rate.flatMap(number -> date.map(day -> new LaterFigure.Rate(number, row.text("rate_source"), day)));
    }

    private static Money usd(BigDecimal amount, Optional<LaterFigure.Rate> rate) {
        BigDecimal factor = rate.map(LaterFigure.Rate::usdPerUnit).orElse(BigDecimal.ONE);
        return new Money(amount.multiply(factor).doubleValue());
    }
}
